"""Protects headlines that relay words without marks, and the ones that only look as if they did."""

from __future__ import annotations

import pytest

from onrecord.find.headlines import headline
from onrecord.find.lexicon import Lexicon
from onrecord.model import Span

RELAYS = [
    ("No talks planned this week — Palace", "dash", "Palace", "No talks planned this week", "—"),
    (
        "No talks planned this week - harbour office",
        "dash",
        "harbour office",
        "No talks planned this week",
        "-",
    ),
    ("No talks planned this week – Ruta Salm", "dash", "Ruta Salm", "No talks planned this week", "–"),
    ("No talks planned this week -- ministry", "dash", "ministry", "No talks planned this week", "--"),
    ("**No talks planned this week — Palace**", "dash", "Palace", "**No talks planned this week", "—"),
    ("No talks planned this week — Palace.", "dash", "Palace", "No talks planned this week", "—"),
    ("No talks planned, says minister", "says", "minister", "No talks planned", "says"),
    ("No talks planned, minister says", "says", "minister", "No talks planned", "says"),
    ("River will rise by June, study finds", "says", "study", "River will rise by June", "finds"),
    ("River will rise by June, warns Lena Marsh", "says", "Lena Marsh", "River will rise by June", "warns"),
    ("Ruta Salm: we will not close the mine", "colon", "Ruta Salm", "we will not close the mine", ":"),
    ("Minister: we will not close the mine", "colon", "Minister", "we will not close the mine", ":"),
    ("Palace: No talks planned", "colon", "Palace", "No talks planned", ":"),
]

# headline: speaker, outlet or hearer after the dash
SOURCES = [
    ("No talks planned this week — deputy PM", "deputy PM", None, None),
    ("No talks planned this week — top brass", "top brass", None, None),
    ("No talks planned this week — former mayor of Orsk", "former mayor of Orsk", None, None),
    ("No talks planned this week — envoy to Arvia", "envoy to Arvia", None, None),
    ("No talks planned this week — ex-minister Salm", "ex-minister Salm", None, None),
    ("No talks planned this week — Ursula von der Marsh", "Ursula von der Marsh", None, None),
    ("No talks planned this week — WHO", "WHO", None, None),
    ("No talks planned this week — market data", "market data", None, None),
    ("No talks planned this week — Salm on bridge", "Salm", None, None),
    ("No talks planned this week — Salm to Belmar Radio", "Salm", None, "Belmar Radio"),
    ("No talks planned this week—Palace", "Palace", None, None),
    ("No talks planned this week — newspaper", None, "newspaper", None),
    ("No talks planned this week — media", None, "media", None),
    ("No talks planned this week — Reuters", None, "Reuters", None),
    ("No talks planned this week — Orsk Times", None, "Orsk Times", None),
    ("No talks planned this week, newspaper reports", None, "newspaper", None),
    ("No talks planned this week, Palace aide says", "Palace aide", None, None),
]

NOT_RELAYS = [
    "Belmar and Arvia talk — a new beginning",
    "Ferry running again from May 3 - June 9",
    "Ferry traffic up by a tenth - down by 3.5%",
    "Press review: talks stall and the bridge closes again",
    "IN BRIEF: what is known about the fire",
    "Casualty in Orsk: aftermath of the fire at night",
    "Storm Over Belmar — Forty Homes Without Power",
    "Storm over Belmar — forty homes without power",
    "Night trains — back at last",
    "Orsk — Palace",
    "Breaking: the bridge is closed again",
    "Opinion: the bridge should stay closed",
    "Update: three boats found on the lake",
    "Two ways home: by boat and on foot",
    "Ruta Salm: closed",
    "The mine will stay open",
    "Who will pay for the bridge? — nobody knows yet",
    "Palace says no",
    "",
    "—",
    ": : :",
]


@pytest.mark.parametrize(("text", "rule", "source", "words", "cue"), RELAYS)
def test_relays(lex: Lexicon, text: str, rule: str, source: str, words: str, cue: str) -> None:
    """The words, the one who said them, and the sign or verb between."""
    for shift in (0, 7):
        found = headline("Above\n\n" * (shift // 7) + text, Span(shift, shift + len(text)), lex)
        assert found is not None
        parts = {"words": found.content[0], "source": found.source, "cue": found.cue}
        assert {name: text[span[0] - shift : span[1] - shift] for name, span in parts.items() if span} == {
            "words": words,
            "source": source,
            "cue": cue,
        }
        assert found.rule == f"headline:{rule}"


@pytest.mark.parametrize("text", NOT_RELAYS)
def test_headlines_that_relay_nothing(lex: Lexicon, text: str) -> None:
    """A place, a topic, an aside or too few words name no speaker."""
    assert headline(text, Span(0, len(text)), lex) is None


@pytest.mark.parametrize(("text", "speaker", "relay", "hearer"), SOURCES)
def test_sources(lex: Lexicon, text: str, speaker: str | None, relay: str | None, hearer: str | None) -> None:
    """Persons, bodies and documents say; an outlet only passed on what somebody said."""
    found = headline(text, Span(0, len(text)), lex)
    assert found is not None
    assert (found.source and text[slice(*found.source)]) == speaker
    assert [text[slice(*span)] for span in found.via] == ([relay] if relay else [])
    assert (found.addressee and text[slice(*found.addressee)]) == hearer

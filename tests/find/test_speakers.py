"""Protects what a speaker is called: the mention stays as printed; a pronoun or a "Q" names nobody."""

from __future__ import annotations

import pytest

from onrecord.find.lexicon import Lexicon
from onrecord.find.speakers import speaker
from onrecord.model import Span


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("Marta Velin", "Marta Velin", None),
        ("Deputy Minister Ruta Salm", "Deputy Minister Ruta Salm", None),
        ("MS. ORRIN", "MS. ORRIN", None),
        ("Marta\nVelin", "Marta Velin", None),
        ("Marta   Velin", "Marta Velin", None),
        ("Marta\\ Velin", "Marta Velin", None),
        ("**Odo Lenk**", "Odo Lenk", None),
        ("the guard, who", "the guard", None),
        ("the paper which", "the paper", None),
        ("he", None, "person"),
        ("She", None, "person"),
        ("I", None, "person"),
        ("they", None, None),
        ("We", None, None),
        ("who", None, None),
        ("Q", None, None),
        ("A", None, None),
        ("Question", None, None),
        ("REPORTER", None, None),
        ("Вопрос", None, None),
    ],
)
def test_names(lex: Lexicon, printed: str, name: str | None, kind: str | None) -> None:
    """The name is the mention without markup and line breaks, or None; the span is untouched."""
    text = f"Then {printed} said"
    span = Span(5, 5 + len(printed))
    found = speaker(text, span, lex)
    assert (found.span, found.name, found.kind) == (span, name, kind)


def test_labels_name_nobody_in_any_language() -> None:
    """ "Frage" is a label where no lexicon is; a word that only an English lexicon knows is a name."""
    assert speaker("Frage", Span(0, 5), None).name is None
    assert speaker("Brod", Span(0, 4), None).name == "Brod"


@pytest.mark.parametrize("printed", ["I’ll", "I've", "He’s", "They'd"])
def test_a_verb_run_into_a_pronoun_is_no_part_of_the_speaker(lex: Lexicon, printed: str) -> None:
    """So "I’ll say that" is said by "I", who has no name there."""
    text = f"And {printed} say that the bridge is closed."
    found = speaker(text, Span(4, 4 + len(printed)), lex)
    assert found.span.of(text) == printed[: printed.replace("'", "’").index("’")]
    assert found.name is None

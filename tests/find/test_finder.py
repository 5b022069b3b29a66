"""Protects how the parts work together: one owner for all words, open quotations, ids, modes, order."""

from __future__ import annotations

import pytest

from onrecord import find

LONG = "The first pillar was cracked when we came in and nobody had looked."


def test_a_quotation_over_paragraphs_is_one(found) -> None:
    """Paragraphs that reopen without closing go on with the words of the first."""
    got = found("Marta Velin said: “One pillar was cracked.", "“Two were old.", "“Three fell.” Nobody came.")
    assert got == [
        ("cue:quote", "Marta Velin", "“One pillar was cracked.", "“Two were old.", "“Three fell.”"),
    ]


def test_an_attribution_in_the_last_paragraph(found) -> None:
    """Takes the open quotation before it, which had no speaker."""
    got = found("“One pillar was cracked in two.", "“Two were old,” said Marta Velin.")
    assert got == [("after:inverted", "Marta Velin", "“One pillar was cracked in two.", "“Two were old,”")]


def test_an_open_quotation_ends_with_its_paragraph(found) -> None:
    """Where the next paragraph opens with another mark or none."""
    got = found("Velin said: “One was cracked.", "Nobody came.", "“It is late now,” said Pell.")
    assert got == [
        ("cue:quote", "Velin", "“One was cracked."),
        ("after:inverted", "Pell", "“It is late now,”"),
    ]


def test_a_speaker_is_carried_to_the_next_paragraph(found) -> None:
    """A quotation without a cue is the speaker's whom the paragraph before names, else nobody's."""
    got = found("Velin said the pier was cracked.", f"“{LONG}”")
    assert got[1] == ("quotation:carried", "Velin", f"“{LONG}”")
    assert found("Nobody came.", f"“{LONG}”") == [("quotation:no speaker", None, f"“{LONG}”")]


def test_furniture_is_not_read(found) -> None:
    """What a page repeats is nobody's statement."""
    assert (
        found(("furniture", "“It is late now,” said Pell."), ("furniture", "Velin said it was late.")) == []
    )


def test_headings_relay_and_paragraphs_do_not(found) -> None:
    """A relay is looked for in headings, in the first passage, and in one short line without an end."""
    relay = "No talks planned this week — Palace"
    want = ("headline:dash", "Palace", "No talks planned this week")
    assert want in found(relay, "Nobody came.")
    assert want in found("Nobody came.", ("heading", relay))
    assert want in found("Nobody came.", relay)
    assert found("Nobody came.", relay + " and that was that, by the old river.") == []


def test_announced_words_are_found_once(found) -> None:
    """The announced paragraph is not read again as running text."""
    got = found("Marta Velin wrote:", "Pell said that the pillar was cracked in two.", "She left.")
    assert got == [("block:colon", "Marta Velin", "Pell said that the pillar was cracked in two.")]


def test_a_signature_below_names_the_speaker(found) -> None:
    """ "— Lena Marsh" under a quotation without a cue."""
    got = found("Nobody came.", "“The lake is not a bank account.”", "— Lena Marsh, hydrologist")
    assert [(who, words) for _, who, *words in got] == [
        ("Lena Marsh, hydrologist", ["“The lake is not a bank account.”"]),
    ]


def test_statements_within_a_turn(found) -> None:
    """The turn is one statement, what it tells of others are more; "I think" says only who speaks."""
    got = found("Nobody came.", ("turn", "ANN: I think that it is late. Pell said that he was tired.", "ANN"))
    assert got == [
        ("turn:label", "ANN", "I think that it is late. Pell said that he was tired."),
        ("cue:clause", "Pell", "that he was tired"),
    ]


def test_what_a_speaker_once_said_is_kept(found) -> None:
    """ "We said" within one's own words tells of another occasion; "we hope" does not."""
    got = found("Nobody came.", ("turn", "ANN: We said that it was late. We hope that it ends.", "ANN"))
    assert [words for *_, words in got] == [
        "We said that it was late. We hope that it ends.",
        "that it was late",
    ]


def test_a_monologue_is_its_speakers(found) -> None:
    """All of it but headings, up to the first label; what it tells of others is found too."""
    own = "I have come because our towns asked. Pell said that he was tired."
    got = found(
        ("heading", "Remarks by Ruta Salm on the mine"), own, ("heading", "Later"), "I thank you.",
        ("turn", "Q: Is it?", "Q"), "I left.",
    )  # fmt: skip
    assert ("turn:title", "Ruta Salm", own, "I thank you.") in got
    assert ("turn:label", "Q", "Is it?") in got
    assert ("cue:clause", "Pell", "that he was tired") in got
    assert len(got) == 3


def test_a_joint_statement_is_nothing_else(paper) -> None:
    """Its clauses are a group's, with its members, in the mode "joint"."""
    opening = "We, the presidents of the League (Arvia, Belmar, Corland), call upon all to help."
    document, passages = paper(opening, "We said that the strait is closed.")
    got = find.statements(document, passages)
    assert [(s.mode, s.speaker.kind, s.speaker.name) for s in got if s.speaker] == [
        ("joint", "group", "the presidents of the League")
    ] * 2
    assert [m.of(document.text) for m in got[1].speaker.members] == ["Arvia", "Belmar", "Corland"]
    assert got[1].speaker.span.of(document.text) == "We"


@pytest.mark.parametrize("language", ["de", "fr", "ru", None])
def test_other_languages(found, language: str | None) -> None:
    """Marks and labels still work; no English cue, headline or title is applied."""
    got = found(
        ("heading", "No talks planned this week — Palace"),
        "Velin said it was closed.",
        f"„{LONG}“ said Velin.",
        ("turn", "ANN: Ja.", "ANN"),
        language=language,
    )
    assert got == [("quotation:no speaker", None, f"„{LONG}“"), ("turn:label", "ANN", "Ja.")]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“It is closed,” said Velin.", "direct"),
        ("Velin called the report “a work of fiction” written in a hurry.", "mixed"),
        ("Velin said that “the old pillar was cracked from top to bottom” when they came.", "mixed"),
        ("Velin said that it was closed.", "indirect"),
        (
            "Velin said that nobody in the whole of the old harbour had ever seen a “gate” or a key there.",
            "indirect",
        ),
    ],
)
def test_modes(paper, text: str, mode: str) -> None:
    """Direct above nine tenths of quoted words, mixed above one tenth, indirect below."""
    document, passages = paper(text)
    (one,) = find.statements(document, passages)
    assert one.mode == mode


def test_places(paper) -> None:
    """The passage is the one in which the content starts; ids differ; the order is the text's."""
    document, passages = paper(
        "Nobody came.", "Velin said it was late. Pell said it was early.", "“Go,” said Brod."
    )
    got = find.statements(document, passages)
    assert [s.passage for s in got] == [1, 1, 2]
    assert len({s.id for s in got}) == 3
    assert [s.content[0].start for s in got] == sorted(s.content[0].start for s in got)
    assert [s.cue.of(document.text) for s in got if s.cue] == ["said"] * 3


@pytest.mark.parametrize("pieces", [[], [""], ["“"], [":", LONG], ["“”"], [("turn", "Q:", "Q")], ["\u200b"]])
def test_nothing_in_nothing(found, pieces: list) -> None:
    """Texts without statements give none and raise nothing."""
    assert found(*[p for p in pieces if p]) == []

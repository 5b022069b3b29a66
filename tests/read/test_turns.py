"""Protects what counts as a speaker's label: the whole text must show it; a colon proves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.turns import Turns, find_turns

PLAIN = "The old bridge was closed in March, and nobody has repaired it since."


def found(*pieces: str) -> tuple[list[str | None], Turns, str]:
    """For each piece the label that opens it, or None; all that was found; and the text."""
    text = "\n\n".join(pieces)
    spans, position = [], 0
    for piece in pieces:
        spans.append((position, position + len(piece)))
        position += len(piece) + 2
    turns = find_turns(text, spans)
    assert set(turns.labels) <= {start for start, _ in spans}
    return [turns.labels[a].of(text) if a in turns.labels else None for a, _ in spans], turns, text


def labels(*pieces: str) -> list[str | None]:
    """For each piece the label that opens it, or None."""
    return found(*pieces)[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{MS. ORRIN}:  Good day.", "{Q}   Is it closed?"),
        ("{THE PRESIDENT}:  Good day.", "{Q}    Is it closed?"),
        ("{PRESIDENT RENHOLM}:  (As interpreted.)  Good day.", "{Q}   Is it closed?"),
        ("{SENIOR HARBOUR OFFICIAL}:  Good day.", "{Q}   Is it closed?"),
        ("{Q}: Is it closed?", "{A}: It is."),
        ("{Q}. Is it closed?", "{A}. It is."),
        ("{Question}: Is it closed?", "{Answer}: It is."),
        ("{Question}: Is it closed?", "{Ruta Salm}: It is."),
        ("(1) {Question}: Is it closed?", "{Answer}: It is."),
        ("1. {Question}: Is it closed?", "{Answer}: It is."),
        ("{Frage}: Ist sie zu?", "{Antwort}: Ja."),
        ("{Вопрос}: Он закрыт?", "{Ответ}: Да."),
        ("{Питання}: Він закритий?", "{Відповідь}: Так."),
        ("{Odo Lenk}: Good day.", "{Hana Quill}: Is it closed?"),
        ("**{Odo Lenk}:** Good day.", "**{Hana Quill}:** Is it closed?"),
        ("**{Odo Lenk}**: Good day.", "**{Hana Quill}**: Is it closed?"),
        ("__{Odo Lenk}:__ Good day.", "__{Hana Quill}:__ Is it closed?"),
        ("[00:01:12] {Odo Lenk}: Good day.", "[00:01:20] {Hana Quill}: Is it closed?"),
        ("00:12 {Odo Lenk}: Good day.", "00:20 {Hana Quill}: Is it closed?"),
        ("00:12 - {Odo Lenk}: Good day.", "00:20 - {Hana Quill}: Is it closed?"),
        ("(00:12) {Odo Lenk}: Good day.", "(00:20) {Hana Quill}: Is it closed?"),
        ("{Odo Lenk} (00:12): Good day.", "{Hana Quill} (00:20): Is it closed?"),
        ("{Odo Lenk} [by phone]: Good day.", "{Hana Quill} [in Orsk]: Is it closed?"),
        ("{ODO LENK}:\nGood day.", "{HANA QUILL}:\nIs it closed?"),
        ("{Jean-Luc O’Brody}: Good day.", "{Anne van der Meer}: Is it closed?"),
        ("{Пётр Лень}: Добрый день.", "{Анна Квилл}: Он закрыт?"),
        ("{Łucja Żak}: Dzień dobry.", "{Ömer Ünal}: Is it closed?"),
        ("{Velin Courier}: Is it closed?", "{Joris Kamp}: It is."),
    ],
)
def test_labels(first: str, second: str) -> None:
    """What stands in braces: courtesy titles, offices, letters, names, bold, times and notes."""
    expected = [piece[piece.index("{") + 1 : piece.index("}")] for piece in (first, second)]
    first, second = (piece.replace("{", "").replace("}", "") for piece in (first, second))
    assert labels(first, second, first, second) == expected * 2
    assert labels(first, second)[0] == expected[0]


@pytest.mark.parametrize(
    "pieces",
    [
        ["SUBJECT: Repairs", "FROM: The harbour office", "TO: All towns", PLAIN],
        ["Note: the ferry is late.", PLAIN, "Note: the bus is late."],
        [PLAIN, "There were three of them: a boat, a bus and a bridge.", PLAIN],
        ["When: Friday at nine.", "Where: The old hall.", PLAIN],
        ["Source: the town’s own figures.", "Contact: the harbour office.", PLAIN],
        ["Ruta Salm: “We stay in the town.”", "Joris Kamp: “We leave the town.”", PLAIN],
        [PLAIN, "Orsk: the lake has fallen.", PLAIN, PLAIN],
        ["A ferry left.", "A boat sank.", PLAIN],
        ["A: one thing.", PLAIN],
        [PLAIN, PLAIN],
        ["Chapter 1: The ferry", "Chapter 2: The bridge", PLAIN],
        ["https: //orsk.example/", "URL: orsk.example", PLAIN],
        [":", "::", "**:**"],
        [],
    ],
)
def test_a_colon_proves_nothing(pieces: list[str]) -> None:
    """Memoranda, lists, notes, collected reactions and lone names are no transcripts."""
    assert labels(*pieces) == [None] * len(pieces)


def test_one_label_alone() -> None:
    """A speaker in capitals holds; a name or a question word in a longer text does not."""
    assert labels("THE PRESIDENT:  Good day.", PLAIN, PLAIN, PLAIN)[0] == "THE PRESIDENT"
    assert labels("Ruta Salm: Good day.", PLAIN, PLAIN, PLAIN)[0] is None
    assert labels("Question: Good day?", PLAIN, PLAIN, PLAIN)[0] is None


def test_rare_speakers_are_heard_among_others() -> None:
    """A name that speaks once is a label where the text has proved to be a transcript."""
    got = labels("MS. ORRIN:  Good day.", "Q   Is it?", "Joris Kamp: It is.", "MS. ORRIN:  It is.")
    assert got == ["MS. ORRIN", "Q", "Joris Kamp", "MS. ORRIN"]


@pytest.mark.parametrize("key", ["SUBJECT", "Note", "FROM", "Photo", "Media Contact"])
def test_keys_are_no_speakers_even_in_a_transcript(key: str) -> None:
    """A proven transcript does not make a speaker of every word before a colon."""
    got = labels("MS. ORRIN:  Good day.", f"{key}: It is closed.", "Q   Is it?", f"{key}: It was late.")
    assert got == ["MS. ORRIN", None, "Q", None]


def test_labels_end_a_sentence_somewhere() -> None:
    """Keys of a table of facts are followed by no sentences."""
    assert (
        labels(
            "Arvia Ferry: 40 seats", "Belmar Ferry: 60 seats", "Arvia Ferry: 12 crew", "Belmar Ferry: 14 crew"
        )
        == [None] * 4
    )


def test_answers_over_several_paragraphs_go_on() -> None:
    """What stands between two labels belongs to the first."""
    assert found("MS. ORRIN:  Good day.", PLAIN, "Q   Is it?", "MS. ORRIN:  It is.")[1].go_on
    assert found("Question: Is it?", "Answer: It is.", PLAIN, "Question: And now?", "Answer: Now too.")[
        1
    ].go_on


def test_an_interview_set_into_an_essay_does_not() -> None:
    """Questions and answers of one paragraph each leave the essay around them alone."""
    essay = [PLAIN] * 5
    turns = found(
        *essay, "Question: Is it?", "Answer: It is.", "Question: And now?", "Answer: Now too.", *essay
    )[1]
    assert len(turns.labels) == 4
    assert not turns.go_on


@pytest.mark.parametrize("end", ["END", "END   2:10 P.M. EDT", "2:10 P.M. EDT", "10:45 a.m.", "###"])
def test_the_end(end: str) -> None:
    """A line that ends the transcript ends its last turn."""
    _, turns, text = found("MS. ORRIN:  Good day.", "Q   Is it?", "MS. ORRIN:  It is.", PLAIN, end, PLAIN)
    assert turns.end == text.index(f"\n\n{end}\n\n") + 2


def test_without_an_end_it_goes_on_to_the_last_piece() -> None:
    """And a time within it, or one that is a part of a sentence, ends nothing."""
    _, turns, text = found(
        "MS. ORRIN:  Good day.", "END", "Q   Is it?", "MS. ORRIN:  It is.", "At 2:10 P.M. we left.", PLAIN
    )
    assert turns.end > len(text) - 1


def test_nothing_found() -> None:
    """No labels, nothing to go on with."""
    assert find_turns("", []) == Turns({}, False, 0)
    assert find_turns(PLAIN, [(0, len(PLAIN))]) == Turns({}, False, 0)


PARTS = (
    "MS. ORRIN:",
    "Q ",
    "A.",
    "Question:",
    "Odo Lenk:",
    "**",
    "[00:12]",
    "(1)",
    " ",
    "\n",
    "No.",
    "“",
    "END",
    "É:",
    "1:2",
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join), max_size=12))
def test_labels_lie_in_their_pieces(pieces: list[str]) -> None:
    """For any pieces: a label is a stretch of the piece that it opens, without space or colon."""
    text, spans = "", []
    for piece in pieces:
        spans.append((len(text), len(text) + len(piece)))
        text += piece + "\n\n"
    turns = find_turns(text, spans)
    assert turns == find_turns(text, spans)
    for start, end in spans:
        label = turns.labels.get(start)
        if label:
            assert start <= label.start < label.end <= end
            assert label.of(text) == label.of(text).strip().rstrip(":")
            assert any(ch.isalpha() for ch in label.of(text))

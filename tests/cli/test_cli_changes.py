"""Protects how changes are marked: nothing of the shown words is lost, whatever they and the edits are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.changes import LONGEST, marked, summed
from onrecord.model import EDITS, Edit, Span

EARLIER = "The ferry stays for 12 days, and nobody waits."
LATER = "The old ferry does not stay for 15 days."


def edit(kind: str, old: str, new: str) -> Edit:
    """A change of words that stand once in each text; an empty side is put at the start."""
    spans = []
    for text, words in ((EARLIER, old), (LATER, new)):
        at = text.index(words) if words else 0
        spans.append(Span(at, at + len(words)))
    return Edit(kind, *spans)  # type: ignore[arg-type]


def test_both_sides_are_shown_in_their_places() -> None:
    number = edit("number", "12", "15")
    whole = Span(0, len(LATER))
    assert marked(LATER, whole, [(EARLIER, [number])], later=True) == (
        "The old ferry does not stay for [-12-] {+15+} days."
    )
    assert marked(EARLIER, Span(4, 27), [(LATER, [number])], later=False) == (
        "ferry stays for [-12-] {+15+} days"
    )


def test_changes_from_two_texts_stand_in_one_line() -> None:
    one = Edit("added", Span(0, 0), Span(4, 7))
    other = Edit("number", Span(0, 2), Span(LATER.index("15"), LATER.index("15") + 2))
    found = marked(LATER, Span(0, len(LATER)), [("x", [one]), ("14", [other])], later=True)
    assert found == "The {+old+} ferry does not stay for [-14-] {+15+} days."


def test_a_long_change_is_shown_by_its_ends() -> None:
    words = " ".join(f"w{n}" for n in range(LONGEST + 1))
    found = marked(
        "end", Span(0, 3), [(words, [Edit("dropped", Span(0, len(words)), Span(0, 0))])], later=True
    )
    assert found == f"[-{' '.join(f'w{n}' for n in range(12))} … (23 words) … w35 w36 w37 w38 w39 w40-] end"


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ([], ""),
        ([edit("number", "12", "15")], "number 12 → 15"),
        ([edit("dropped", "nobody waits", "")], "2 words dropped"),
        ([edit("added", "", "old")], "1 word added"),
        ([edit("negation", "", "not")], "negation gained: “not”"),
        ([edit("negation", "nobody", "")], "negation lost: “nobody”"),
        ([edit("replaced", "stays", "stay")], "replaced “stays” → “stay”"),
        ([edit("question", "waits.", "days.")], "a question became an assertion"),
    ],
)
def test_changes_are_told_in_words(edits: list[Edit], told: str) -> None:
    assert summed(edits, EARLIER, LATER) == told


def test_quotation_marks_that_came_or_went_are_told() -> None:
    with_marks, without = 'He said: "It is so."', "He said it is so."
    there, here = Span(10, 18), Span(8, 16)
    assert summed([Edit("marks", there, here)], with_marks, without) == "taken out of quotation marks"
    assert summed([Edit("marks", here, there)], without, with_marks) == "put into quotation marks"


odd = st.text(st.sampled_from("ab 1\n\x1b\ud800\u202e“”.,é字"), max_size=40)


@given(odd, odd, st.data())
def test_the_shown_words_stay_whatever_is_marked(text: str, other: str, data: st.DataObject) -> None:
    """Without what is dropped, the line is the text itself; no control character passes."""

    def span(words: str) -> Span:
        return Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(words))] * 2))))

    edits = [
        Edit(data.draw(st.sampled_from(EDITS)), span(other), span(text))
        for _ in range(data.draw(st.integers(0, 4)))
    ]
    line = marked(text, Span(0, len(text)), [(other, edits)], later=True)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\ud800-\udfff]", line)
    summed(edits, other, text)
    kept = re.sub(r"\[-.*?-\]", "", line).replace("{+", "").replace("+}", "")

    def bare(words: str) -> list[str]:
        return [c for c in words if c.isalnum()]

    assert bare(kept) == bare(text)

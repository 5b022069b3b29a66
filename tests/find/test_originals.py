"""Protects: what a page says of its original is a relay of all its words; a footnote's translator is not."""

from __future__ import annotations

import pytest

from onrecord import find
from onrecord.model import Passage, Span


def passages(text: str) -> list[Passage]:
    """A paragraph a line."""
    made, start = [], 0
    for number, line in enumerate(text.split("\n")):
        made.append(Passage("d", number, Span(start, start + len(line)), "paragraph"))
        start += len(line) + 1
    return made


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Click here to view the original text in Ukrainian.", "original text in Ukrainian"),
        ("Originally in Kazakh.", "Originally in Kazakh"),
        ("This article was originally published in French.", "originally published in French"),
        ("Translated from the Georgian by Ada Berg", "Translated from the Georgian"),
        ("Translated by Ada Berg", "Translated by Ada Berg"),
    ],
)
def test_a_page_says_that_it_is_a_translation(line: str, said: str) -> None:
    text = f"The harbour was closed.\nIt rained.\n{line}"
    found = find.original(text, passages(text))
    assert found is not None
    assert found.of(text) == said


@pytest.mark.parametrize(
    "line",
    [
        "(4) Translated from the Polish, p. 27",
        "12 Translated by Ada Berg, Westbay 2031",
        "The original plan was to build in Arden.",
        "She translated her speech herself.",
    ],
)
def test_other_lines_are_no_such_thing(line: str) -> None:
    text = f"The harbour was closed.\nIt rained.\n{line}"
    assert find.original(text, passages(text)) is None


def test_what_is_told_in_the_middle_is_told_of_something_else() -> None:
    text = "\n".join(["a line"] * 6 + ["His novel was originally published in Greek."] + ["a line"] * 6)
    assert find.original(text, passages(text)) is None

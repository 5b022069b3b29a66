"""Protects what is read right of a verb: the hearer, adjuncts passed over, and what is no cue."""

from __future__ import annotations

import pytest

from onrecord.find.frames import Frames
from onrecord.find.lexicon import Lexicon

# The verb stands at "^"; then the kind, the hearer, and the words from where the content begins.
FRAMES = [
    ("Pell ^told the committee that he left", "clause", "the committee", "that he left"),
    (
        "Pell ^told the committee of elders on Monday that he left",
        "clause",
        "the committee of elders",
        "that he left",
    ),
    ("Pell ^told her he left", "clause", "her", "he left"),
    ("Pell ^told the Velin Courier: “I left.”", "quote", "the Velin Courier", "“I left.”"),
    ("Pell ^told reporters on Friday: “I left.”", "quote", "reporters", "“I left.”"),
    ("Pell ^urged all ferrymen to leave", "infinitive", "all ferrymen", "to leave"),
    ("Pell ^vowed to leave", "infinitive", None, "to leave"),
    ("Pell ^said during an interview that he left", "clause", None, "that he left"),
    ("Pell ^said on television he left", "clause", None, "he left"),
    ("Pell ^said for the first time that he left", "clause", None, "that he left"),
    ("Pell ^said earlier this month that he left", "clause", None, "that he left"),
    ("Pell ^said on May 7, 2031 that he left", "clause", None, "that he left"),
    ("Pell ^said two weeks ago that he left", "clause", None, "that he left"),
    ("Pell ^said, when asked about it, that he left", "clause", None, "that he left"),
    ("Pell ^said — “I left”", "quote", None, "“I left”"),
    ("Pell ^asked why he left", "clause", None, "why he left"),
    ("Pell ^complained about the noise", "preposition", None, "the noise"),
    ("Pell ^denounced the treaty", "object", None, "the treaty"),
    ("Pell ^said", "end", None, ""),
    ("Pell ^said, leaving", "end", None, ", leaving"),
    ("Pell ^continued his walk", None, None, None),
    ("Pell ^read books", None, None, None),
    ("Pell ^pointed north", None, None, None),
    ("Pell ^denounced", None, None, None),
    ("Pell ^denounced, but weakly", None, None, None),
]


@pytest.mark.parametrize(("marked", "kind", "hearer", "content"), FRAMES)
def test_frames(
    at, shown, lex: Lexicon, marked: str, kind: str | None, hearer: str | None, content: str
) -> None:
    """The kind of surroundings, who is told, and where the content begins."""
    t, i = at(marked)
    frame = Frames(t, lex).of(i, len(t.words), lex.verbs[t.lows[i]], "finite")
    assert frame.kind == kind
    if kind is not None:
        assert shown(t, frame.addressee) == hearer
        assert (t.text[t.starts[frame.content] :] if frame.content < len(t.words) else "") == content


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("It was ^announced that he left", "clause"),
        ("It was ^denounced by Pell", "passive"),
        ("It was ^denounced", None),
    ],
)
def test_passives(at, lex: Lexicon, marked: str, kind: str | None) -> None:
    """A passive is a cue only before "that" or "by"."""
    t, i = at(marked)
    assert Frames(t, lex).of(i, len(t.words), lex.verbs[t.lows[i]], "passive").kind == kind

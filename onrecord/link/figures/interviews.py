"""Answers are whose the words before the first question say, else those of the one person in a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.timeline import Timeline
from onrecord.link.figures.words import Words
from onrecord.model import Passage, Span

_ASKER = re.compile(
    r"\b(?:to|by|with|from|of) (?:an?|the) "
    r"(?P<who>(?:[\w'’-]+ ){0,4}(?:reporter|correspondent|journalist|interviewer|editor))\b"
)


def interviews(
    text: str,
    passages: Sequence[Passage],
    timeline: Timeline,
    titled: Sequence[tuple[Draft, str]],
    words: Words | None,
) -> dict[Span, tuple[Draft | None, Span | None]]:
    """By label: who answers (for an answer's), and the words that describe who asks (for a question's)."""
    out: dict[Span, tuple[Draft | None, Span | None]] = {}
    if words is None:
        return out
    single = list({id(d): d for d, _ in titled}.values())
    answering: Draft | None = single[0] if len(single) == 1 else None
    asking: Span | None = None
    previous: Passage | None = None
    for passage in passages:
        if passage.kind == "turn" and passage.label:
            low = passage.label.of(text).lower()
            if previous is not None and previous.kind != "turn" and low in words.asked | words.answered:
                told = _presented(text, previous, timeline)
                if told:
                    answering, asking = told
            if low in words.asked and asking:
                out[passage.label] = None, asking
            elif low in words.answered and answering:
                out[passage.label] = answering, None
        if passage.kind != "furniture":
            previous = passage
    return out


def _presented(text: str, passage: Passage, timeline: Timeline) -> tuple[Draft, Span | None] | None:
    """The subject of a passage's last sentence, where it ends in a colon, and who is described as asking."""
    start, end = passage.span
    if text[end - 1] != ":":
        return None
    low = max(start, timeline.scan.sentences[timeline.scan.sentence(end - 1)])
    events = [e for e in timeline.after(low, end) if e.draft.kind == "person" and not e.quoted]
    if not events:
        return None
    asker = _ASKER.search(text, low, end)
    return events[0].draft, Span(*asker.span("who")) if asker else None

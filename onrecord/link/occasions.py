"""Turns and joint statements are of the day that introduces or heads them, or of a text of one event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.link.languages import en_saying as words
from onrecord.model import Document, Passage, Said, Span, Statement, Time

_INTRODUCES = re.compile(words.INTRODUCES, re.I)
_SENTENCE = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])")
_REST = 3  # code points that may follow a date that ends a line
_LINE = 600  # code points of a passage that can introduce what follows it


class Occasions:
    """What each turn belongs to: a run of turns with the line before it, or the whole document."""

    def __init__(self, document: Document, passages: Sequence[Passage], times: Sequence[Time]) -> None:
        self.document = document
        self.times = sorted(times, key=lambda t: t.span.start)
        self.starts = [t.span.start for t in self.times]
        body = [p for p in passages if p.kind not in ("furniture", "heading")]
        turns = sum(len(p.span.of(document.text)) for p in body if p.kind == "turn")
        whole = sum(len(p.span.of(document.text)) for p in body)
        self.is_transcript = turns * 2 >= whole
        self.headed = headed(document, passages, self.times)
        self.introduced: dict[int, Said | None] = {}
        line: Said | None = None
        after_turn = False
        for passage in passages:
            if passage.kind == "turn":
                after_turn = True
            elif passage.kind != "furniture":
                found = self._line(passage)
                # Words that only go on with a turn end no run of turns; a new line with a date does.
                line = found if found or not after_turn or passage.label is None else line
                after_turn = False
            self.introduced[passage.number] = line

    def said(self, statement: Statement) -> Said | None:
        """The date of a turn or of a joint statement, or None."""
        published = self.document.published
        if statement.rule == "turn:title" or statement.mode == "joint":
            return self.headed or (Said(published, None, "date of publication") if published else None)
        line = self.introduced.get(statement.passage)
        if line is not None:
            return line
        if not self.is_transcript:
            return None
        return self.headed or (Said(published, None, "date of the transcript") if published else None)

    def _line(self, passage: Passage) -> Said | None:
        """The date in a line that introduces questions and answers, and in no other line."""
        text, span = self.document.text, passage.span
        if bisect_left(self.starts, span.start) == bisect_left(self.starts, span.end):
            return None
        if len(span.of(text)) > _LINE:
            ends = [m.end() for m in _SENTENCE.finditer(text, *span)]
            span = Span(ends[-1] if ends else span.start, span.end)
        if not _INTRODUCES.search(text, *span):
            return None
        if passage.kind == "paragraph" and len(span.of(text)) > 250 and not text[: span.end].endswith(":"):
            return None
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        found = [t for t in self.times[low:high] if not self._is_bound(t)]
        if not found:
            return None
        first = found[0] if found[0].span.start - span.start < 12 else found[-1]
        return Said(first.when, first.span, f"{first.basis}, in the line before it")

    def _is_bound(self, time: Time) -> bool:
        before = re.findall(r"[\w’'-]+", self.document.text[max(0, time.span.start - 24) : time.span.start])
        return bool(before) and before[-1].casefold() in words.BOUNDS


def headed(document: Document, passages: Sequence[Passage], times: Sequence[Time]) -> Said | None:
    """The day at the end of a line that heads the record of an event ("Remarks, Westbay, 3 May 2031")."""
    first = next((p for p in passages if p.kind != "furniture"), None)
    if first is None or first.kind != "heading" or not _INTRODUCES.search(document.text, *first.span):
        return None
    for time in times:
        within = first.span.start <= time.span.start and 0 <= first.span.end - time.span.end <= _REST
        if within and len(time.when.edtf) == 10:
            return Said(time.when, time.span, "date of the event, in the line that heads it")
    return None

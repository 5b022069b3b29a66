"""A statement gets a date only where a time expression, the text's own frame or its publication shows one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.link.attached import Frame, attached
from onrecord.link.languages import en_saying as words
from onrecord.link.occasions import Occasions
from onrecord.model import Document, Passage, Said, Span, Statement, Time

_NEVER = "9999-12-31T23:59:59Z"
_DAY = re.compile(words.DAY)
_FLOW = 2  # passages between two statements of one flow of words


def dated(
    document: Document, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[Time]
) -> list[Statement]:
    """The statements with `said` filled in, in their order.

    A date comes, in this order, from a time expression in the clause that announces the words ("said on
    Monday"), from the line that introduces an interview or from the document where it is the record of one
    event, and from the statement before it of the same speaker ("he added"). A time expression within the
    words is what they are about, and never their date. What shows no date has None.

    Args:
        document: `published` is the date of a transcript or joint statement; the text is read as English.
        passages: the document's, in order.
        statements: with the names of their speakers, as far as these are known.
        times: the document's time expressions, as `times` gives them.
    """
    occasions = Occasions(document, passages, times)
    around = _Around(document.text, passages, statements, times)
    latest = document.published.latest if document.published else _NEVER
    given: list[Statement] = []
    before: Statement | None = None
    for number, statement in enumerate(statements):
        said, carries = statement.said, True
        if said is None and statement.mode in ("turn", "joint"):
            said, carries = occasions.said(statement), False
        elif said is None:
            follows = before is not None and before.said is not None
            frame = around.frame(number) if follows or around.timed(number) else None
            said = attached(frame, latest) if frame else None
            if said is None and before is not None and frame is not None:
                said = _carried(document.text, before, statement, frame)
        made = replace(statement, said=said) if said is not statement.said else statement
        given.append(made)
        if not around.nested[number]:
            before = _flow(document.text, before, made) if carries else None
    return given


def _flow(text: str, before: Statement | None, made: Statement) -> Statement:
    """What the next words go on from: a wish or thought told in between does not end a flow of words."""
    if before is None or before.said is None or not _same_speaker(text, before, made):
        return made
    if made.act != "said" and made.said is None:
        return replace(before, passage=made.passage)
    if made.said and made.speaker and made.speaker.name is None:
        return replace(made, speaker=before.speaker)  # "she" goes on being who she was
    return made


def _carried(text: str, before: Statement, statement: Statement, frame: Frame) -> Said | None:
    """The date of the statement before, where this one goes on with the same speaker's words."""
    said = before.said
    if (
        said is None
        or before.act != "said"
        or statement.act != "said"
        or not 0 <= statement.passage - before.passage <= _FLOW
        or any(time.span != said.span for time in frame.times)
        or frame.elsewhen
        or _own_day(frame, said.span)
        or not _same_speaker(text, before, statement)
    ):
        return None
    return Said(said.when, said.span, "as the statement before it")


def _own_day(frame: Frame, known: Span | None) -> bool:
    """Whether the sentence names a day of its own, even one of which nothing shows the year."""
    for found in _DAY.finditer(frame.text):
        at = frame.start + found.start()
        if known is None or not known.start <= at < known.end:
            return True
    return False


def _same_speaker(text: str, before: Statement, statement: Statement) -> bool:
    if statement.speaker is None or before.speaker is None:
        return False
    here, there = statement.speaker, before.speaker
    if here.span == there.span or (here.name and there.name and _same_name(here.name, there.name)):
        return True
    return here.name is None and here.span.of(text).casefold() in words.PRONOUNS


def _same_name(one: str, other: str) -> bool:
    """Equal, or one the surname of the other."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return short == long or (len(short) == 1 and short == long[-1:])


class _Around:
    """What stands around each statement: its passage, the times in it, and what other statements hold."""

    def __init__(
        self, text: str, passages: Sequence[Passage], statements: Sequence[Statement], times: Sequence[Time]
    ) -> None:
        self.text, self.statements = text, statements
        self.spans = {p.number: p.span for p in passages}
        self.times = sorted(times, key=lambda t: t.span.start)
        self.starts = [t.span.start for t in self.times]
        self.of_passage: dict[int, list[int]] = {}
        for number, statement in enumerate(statements):
            self.of_passage.setdefault(statement.passage, []).append(number)
        self.anchors = [self._anchor(statement) for statement in statements]
        self.passages = [self._passage(passages, n) for n in range(len(statements))]
        self.nested = [self._is_nested(n) for n in range(len(statements))]

    def _anchor(self, statement: Statement) -> Span | None:
        """The cue without a date that was taken for a part of it ("said last Monday"), else the speaker."""
        cue = statement.cue
        if cue is None:
            return statement.speaker.span if statement.speaker else None
        low, high = bisect_left(self.starts, cue.start), bisect_left(self.starts, cue.end)
        for time in self.times[low:high]:
            if time.span.start > cue.start:
                return Span(cue.start, time.span.start)
            if time.span.end < cue.end:
                return Span(time.span.end, cue.end)
        return cue

    def _passage(self, passages: Sequence[Passage], number: int) -> int:
        """The number of the passage in which the statement is announced, which may not hold its words."""
        anchor, passage = self.anchors[number], self.statements[number].passage
        if anchor is None:
            return passage
        for other in range(passage, max(-1, passage - 4), -1):
            span = self.spans.get(other)
            if span and span.start <= anchor.start < span.end:
                return other
        return passage

    def _beside(self, number: int) -> list[int]:
        """Other statements of the passage and its neighbours."""
        at = self.passages[number]
        near = [n for p in (at - 1, at, at + 1) for n in self.of_passage.get(p, ())]
        return [n for n in near if n != number][:60]

    def _is_nested(self, number: int) -> bool:
        anchor = self.anchors[number] or self.statements[number].content[0]
        return any(_holds(self.statements[other].content, anchor) for other in self._beside(number))

    def timed(self, number: int) -> bool:
        """Whether a time expression stands in the passage in which the statement is announced."""
        within = self.spans.get(self.passages[number])
        if within is None:
            return False
        low, high = self._times(within)
        return low < high

    def frame(self, number: int) -> Frame | None:
        """The sentence that announces a statement; what is somebody's words in it is hidden."""
        anchor, statement = self.anchors[number], self.statements[number]
        within = self.spans.get(self.passages[number])
        if anchor is None or within is None or not within.start <= anchor.start < within.end:
            return None
        beside = self._beside(number)
        others = [n for n in beside if not _holds(self.statements[n].content, anchor)]
        if statement.content[0].start >= within.end:
            # A sentence that announces words of another passage speaks of their saying alone.
            others = [n for n in others if not _meet(anchor, self.anchors[n])]
        hidden = [span for n in others for span in self.statements[n].content]
        cues = [cue for n in beside if (cue := self.statements[n].cue) and cue != anchor]
        low, high = self._times(within)
        return Frame.around(self.text, within, statement, anchor, (hidden, cues), self.times[low:high])

    def _times(self, within: Span) -> tuple[int, int]:
        """The half-open range of the time expressions that begin in a span."""
        return bisect_left(self.starts, within.start), bisect_left(self.starts, within.end)


def _meet(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def _holds(content: Sequence[Span], anchor: Span) -> bool:
    return any(span.start <= anchor.start < span.end for span in content)

"""A counter says how much time lies between an event and a day; facts say which day that must be."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from onrecord.link.counted import Count, How, Meant, anchored, counts, from_event
from onrecord.link.events import Events, compared, events_of
from onrecord.link.facts import Fact
from onrecord.link.languages import en_clocks
from onrecord.link.matters.ages import ages
from onrecord.link.matters.clauses import own_independence, told_by
from onrecord.link.matters.languages import en_counters as words
from onrecord.model import Counter, CounterHow, Document, Passage, Span, Time

LANGUAGES = ("en", None)
"""Languages whose counters are read; None is a text whose language is not known."""

_HINTS = [(form, re.compile(hint)) for form, hint in words.HINTS]
_FORMS: dict[str, tuple[tuple[CounterHow, re.Pattern[str]], ...]] = {
    "anniversary": (("anniversary", re.compile(rf"\b{words.ANNIVERSARY}", re.I)),),
    "centenary": (("anniversary", re.compile(rf"\b{words.CENTENARY}", re.I)),),
    "since": (
        ("after", re.compile(rf"{words.NO_RHYTHM}\b{words.SINCE}", re.I)),
        ("ordinal day", re.compile(rf"\b{words.DAY_OF}", re.I)),
    ),
    "ago": (("after", re.compile(rf"\b{words.AGO}", re.I)),),
    "freedom": (("anniversary", re.compile(rf"\b{words.OF_FREEDOM}", re.I)),),
    "of": (("ordinal day", re.compile(rf"\b{words.DAY_OF}", re.I)),),
    "running": (("time", re.compile(rf"\b{words.RUNNING}", re.I)),),
}
_TOLD = ("ago", "freedom")
_OWNER = re.compile(words.OWNER)
_ENDS = re.compile(words.NAME_ENDS)
_AND = re.compile(words.AND)
_BETWEEN = re.compile(words.BETWEEN)
_NEXT_NAME = re.compile(words.NEXT_NAME)
_ON_BEHIND = re.compile(words.ON_BEHIND, re.I)
_DEICTIC = re.compile(words.DEICTIC)
_ON_BEFORE = re.compile(words.ON_BEFORE, re.I)
_OWN = re.compile(words.OWN, re.I)
_APART = re.compile(r"\n\s*\n")
_BACK = 60  # code points that a count takes before the word that shows it
_AHEAD = 40  # and behind it
_NAME = 110  # code points of the longest name of an event
_TIED = 40  # code points between a count and its date
_MOST = 10  # words of the longest name


def counters(
    document: Document, passages: Sequence[Passage], times: Sequence[Time], known: Sequence[Fact]
) -> tuple[Counter, ...]:
    """The counters of a document, in order; furniture has none.

    Args:
        document: its language decides whether they are read.
        passages, times: the document's, in order.
        known: dated public facts; a counter from one of them says which days it can denote.
    """
    if document.language not in LANGUAGES:
        return ()
    text = document.text
    hints = sorted((*hint.span(), form) for form, pattern in _HINTS for hint in pattern.finditer(text))
    starts = [start for start, _, _ in hints]
    reader = _Reader(text, times, events_of(known))
    found: list[Counter] = []
    for passage in passages if hints else ():
        if passage.kind != "furniture":
            first, last = bisect_left(starts, passage.span.start), bisect_left(starts, passage.span.end)
            if first < last:
                found += reader.read(passage.span, hints[first:last])
    if "born" in text or "Born" in text or "(" in text:
        taken = [counter.span for counter in found]
        aged = ages(text, passages, times)
        found += [age for age in aged if not any(_overlap(age.span, other) for other in taken)]
        found.sort(key=lambda counter: counter.span)
    return tuple(found)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


class _Reader:
    """Counters of one text."""

    def __init__(self, text: str, times: Sequence[Time], events: Events) -> None:
        self._text, self._times, self._events = text, times, events
        self._starts = [time.span.start for time in times]

    @cached_property
    def _flat(self) -> str:
        """The text with a space for the end of a line: a name goes on in the next."""
        if "\0" in self._text:
            return self._text
        return self._text.replace("\n\n", "\0\0").replace("\n", " ").replace("\0\0", "\n\n")

    def read(self, within: Span, hints: Sequence[tuple[int, int, str]]) -> Iterator[Counter]:
        """The counters of a passage, in order, never overlapping."""
        done = within.start
        for start, end, form in hints:
            if start < done:
                continue
            near = Span(max(done, start - _BACK), min(within.end, end + _AHEAD))
            found = self._at(near, start, form)
            if found is not None and not self._is_date(found[1]):
                counter = self._counter(within, *found)
                if form in _TOLD and not counter.meant:
                    continue  # how long ago something was that no fact dates
                done = counter.span.end
                yield counter

    def _at(self, near: Span, hint: int, name: str) -> tuple[CounterHow, re.Match[str], int] | None:
        """The count around a hint: how it counts, where, and its number."""
        for how, form in _FORMS[name]:
            for match in form.finditer(self._text, *near):
                number = _number(match) if match.start() <= hint < match.end() else None
                if number and not _goes_on(self._text, match.start()):
                    return how, match, number
        return None

    def _is_date(self, match: re.Match[str]) -> bool:
        """Whether a count is a day of a month: "this twelfth day of November"."""
        behind = re.match(r"\w+", self._text[match.end() : match.end() + 12])
        return behind is not None and behind[0].lower() in words.MONTHS

    def _counter(self, within: Span, how: CounterHow, match: re.Match[str], number: int) -> Counter:
        groups = match.groupdict()
        name = self._name(within, match)
        unit = (groups.get("unit") or groups.get("unit2") or "year").lower()
        if unit == "decade":
            number, unit = number * 10, "year"
        side = (groups.get("side") or "").lower()
        count = self._meant(within, match, how, -number if side == "before" else number, unit)
        whole = Span(match.start(), max(match.end(), count.span.end if count else 0, name.end if name else 0))
        return Counter(
            span=whole,
            number=number,
            unit="day" if unit == "time" else unit,
            how="before" if side == "before" else how,
            event=" ".join(word.key for word in compared(self._flat, *name)) if name else "",
            name=name,
            meant=tuple(_given(meant) for meant in count.meant) if count else (),
            on=self._on(within, whole, how, count),
        )

    def _meant(
        self, within: Span, match: re.Match[str], how: CounterHow, number: int, unit: str
    ) -> Count | None:
        """What the facts say of a count."""
        flat, groups = self._flat, match.groupdict()
        near = Span(max(within.start, match.start() - _NAME), min(within.end, match.end() + 2 * _NAME))
        count: Count | None = None
        if "own" in groups or _OWN.match(flat, match.end(), near.end):
            end = match.end() if "own" in groups else match.end() + len("its independence")
            found = own_independence(
                flat, max(within.start, match.start() - _NAME), match.start(), self._events
            )
            count = anchored(Span(match.start(), end), found, number, unit)
        elif "of" not in groups and "long" in groups:
            found = told_by(flat, within, Span(*match.span()), self._events)
            count = anchored(Span(*match.span()), found, number, unit)
        elif groups.get("of") is not None and unit != "time":
            kind: How = "day" if how == "ordinal day" else "anniversary" if how == "anniversary" else "after"
            count = from_event(flat, near, match.end(), (number, kind, unit), self._events)
        else:
            count = next((c for c in counts(flat, near, self._events) if c.span.start == match.start()), None)
        return None if count and _NEXT_NAME.match(flat, count.span.end) else count

    def _name(self, within: Span, match: re.Match[str]) -> Span | None:
        """The words that name the event: behind the count, or whose count it is."""
        text = self._flat
        if match.groupdict().get("of") is None:
            return _owner(text, within.start, match.start())
        start, limit = match.end(), min(within.end, match.end() + _NAME)
        stop = _ENDS.search(text, start, limit)
        end = stop.start() if stop else limit
        both = _AND.search(text, start, end)
        if both and not _BETWEEN.search(text, start, both.start()):
            end = both.start()
        read = compared(text, start, end)[:_MOST]
        if not read or (len(read) == 1 and read[0].plain in words.NO_NAME):
            return None
        return Span(read[0].start, read[-1].end)

    def _on(self, within: Span, span: Span, how: CounterHow, count: Count | None) -> Time | None:
        """The date on either side of a count that it is tied to; one behind an event may be the event’s."""
        behind = bisect_left(self._starts, span.end)
        if how != "after" and behind < len(self._times) and self._times[behind].span.start < within.end:
            time = self._times[behind]
            gap = Span(span.end, time.span.start)
            bare = _DEICTIC.match(self._text, time.span.start) and not gap.of(self._text).strip(" ,\n")
            tied = bare or _ON_BEHIND.fullmatch(self._text, *gap)
            if gap.end - gap.start < _TIED and tied and not _APART.search(self._text, *gap):
                return None if _is_of_event(time, count) else time
        before = bisect_right(self._starts, span.start) - 1
        while before >= 0 and self._times[before].span.end > span.start:
            before -= 1
        if before >= 0 and self._times[before].span.start >= within.start:
            time = self._times[before]
            near = span.start - time.span.end < _TIED
            if near and _ON_BEFORE.fullmatch(self._text, time.span.end, span.start):
                return time
        return None


def _given(meant: Meant) -> tuple[str, str, str]:
    return meant.first.isoformat(), meant.last.isoformat(), f"{meant.fact.names[0]}, {meant.fact.when.edtf}"


def _is_of_event(time: Time, count: Count | None) -> bool:
    """Whether a date behind the name of an event may be the day of the event itself."""
    year = time.when.edtf[:4]
    return count is not None and any(meant.fact.when.edtf[:4] == year for meant in count.meant)


def _owner(text: str, floor: int, start: int) -> Span | None:
    """Whose count it is: "NATO's 70th anniversary"."""
    near = max(floor, start - 60)
    for word in re.finditer(r"(?<![\w’'])(?:[A-Z]|the\s)", text[near:start]):
        owner = _OWNER.match(text, near + word.start(), start)
        if owner:
            return Span(*owner.span("name"))
    return None


def _goes_on(text: str, start: int) -> bool:
    """Whether a number is the end of a longer one ("1,439th", "twenty-fifth" read as "fifth")."""
    return start > 1 and text[start - 1] in "-,.–" and text[start - 2].isalnum()


def _number(match: re.Match[str]) -> int | None:
    """The number that a count prints, or None."""
    groups = match.groupdict()
    if long := groups.get("long"):
        plain = re.sub(r"\s+", " ", long.lower())
        return next(years for name, years in words.SPANS.items() if name in plain.replace("-of", " of"))
    printed = (groups.get("n") or groups.get("m") or "").lower()
    return _of_words(re.sub(r"[\s-]years?$", "", printed).replace(",", ""))


def _of_words(printed: str) -> int | None:
    """The number of "75th", "439", "seventy-fifth", "four hundred and thirty-ninth", or None."""
    if digits := re.match(r"\d+", printed):
        return int(digits[0]) or None
    if printed in en_clocks.CENTENARIES:
        return en_clocks.CENTENARIES[printed]
    many, hundred, rest = printed.rpartition("hundred")
    value = 100 * words.UNITS.get(many.strip(" -"), 1) if hundred else 0
    parts = [part for part in re.split(r"[\s-]+", rest) if part not in ("", "th", "and")]
    for place, part in enumerate(parts):
        one = en_clocks.ORDINALS.get(part) or en_clocks.CARDINALS.get(part)
        if one is None or (place and one > 9):
            return None
        value += one
    return value or None

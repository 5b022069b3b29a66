"""A text without a printed date gets an interval from its own clocks, and it always says which."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.link.counted import Count, counts, hinted
from onrecord.link.events import events_of
from onrecord.link.facts import Fact
from onrecord.link.languages import en_clocks as words
from onrecord.model import Document, Passage, Said, Span, Time, When
from onrecord.text.edtf import between
from onrecord.text.edtf import when as edtf_when
from onrecord.text.months import ENGLISH_MONTHS, MONTHS

_ABOUT = 183  # days on either side of an anniversary in which a text mentions it
_NEAR = 7  # days between a dated weekday and the text that prints it without a year
_ROUGH = {"day": 3, "week": 10, "month": 31, "year": 366}

_FUTURE = re.compile(words.FUTURE, re.I)
_TODAY = re.compile(words.TODAY, re.I)
_THIS_WEEK = re.compile(words.THIS_WEEK, re.I)
_NEARBY = re.compile(words.NEARBY, re.I)
_NOT_PAST = re.compile(words.NOT_PAST, re.I)
_PAST = re.compile(words.PAST, re.I)
_THIS_YEAR = re.compile(words.THIS_YEAR, re.I)
_MONTH = "|".join(sorted(ENGLISH_MONTHS, key=len, reverse=True))
_DATED = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{_MONTH})\b\.?|"
    rf"(?P<m2>{_MONTH})\b\.?(?:\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)?)"
    rf",?\s+(?P<y>1[0-9]\d\d|20\d\d)\b|\bin\s+(?P<y2>1[0-9]\d\d|20\d\d)\b",
    re.I,
)
_WEEKDAY = re.compile(
    rf"\b(?P<w>{words.WEEKDAY}),?\s+(?:the\s+)?\(?(?:(?P<m>{_MONTH})\b\.?\s+(?P<d>\d{{1,2}})|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH}))"
    rf"\b(?!,?\s+\d{{4}})",
    re.I,
)
_YEAR = re.compile(r"[12](?<!\w.)(?:(?<=1)[0-9]|(?<=2)0)\d\d\b")
_END = re.compile(r"[.!?][\s”\"’)]|\n")


class Clock(NamedTuple):
    """When a text can have been written, as one place in it shows."""

    options: tuple[tuple[date, date], ...]
    span: Span
    basis: str

    @property
    def width(self) -> int:
        return (max(last for _, last in self.options) - min(first for first, _ in self.options)).days


def inferred(document: Document, passages: Sequence[Passage], known: Sequence[Fact]) -> Said | None:
    """When a document must have been published, from day counts, anniversaries and dates in its text.

    Args:
        document: only its text is read, as English; `published` is not looked at.
        passages: the document's; furniture is passed over, except for day counts.
        known: as `facts.facts` gives them.

    Returns:
        An interval ("2023-05-08", or "2022-11-07/2023-11-08" where the text shows no more), the span that
        shows it best, and the reckoning in words that begin with "inferred: "; None where nothing in the
        text shows it, or where what it shows does not agree.
    """
    text = document.text
    body = [p.span for p in passages if p.kind != "furniture"]
    years = [(m.start(), int(m[0])) for m in _YEAR.finditer(text)]
    with_year = [s for s in body if years and bisect_left(years, (s.start,)) < bisect_left(years, (s.end,))]
    found = [
        *_counted_from(text, hinted(text, passages), known, _is_history({year for _, year in years})),
        *_this_year(text, with_year),
    ]
    latest = _latest(text, with_year)
    found = [clock for clock in (_not_before(clock, latest) for clock in found) if clock]
    best = _agreed(found)
    if best is None or best.width > _NEAR:
        best = _weekday(text, body, best, latest) or best
    if best is None:
        return None
    first, last = _hull(best)
    when = edtf_when(between(first, last))
    return Said(when, best.span, f"inferred: {best.basis}") if when else None


def expressions(document: Document, passages: Sequence[Passage], known: Sequence[Fact]) -> list[Time]:
    """Anniversaries and day counts as time expressions of their own, in order, never overlapping.

    "the 78th anniversary of the victory" denotes a day; "two years after the coup" a year. What a name that
    stands for several events denotes is the one next to the document's date, or an interval over all.
    """
    text, near = document.text, document.published
    made: list[Time] = []
    for passage in hinted(text, passages):
        for count in counts(text, passage.span, events_of(known)):
            when = _denoted(count, near)
            if when is not None:
                made.append(Time(document.id, count.span, when, _counted(text, count)))
    made.sort(key=lambda t: (t.span.start, -t.span.end))
    kept: list[Time] = []
    for time in made:
        if not kept or time.span.start >= kept[-1].span.end:
            kept.append(time)
    return kept


def _denoted(count: Count, near: When | None) -> When | None:
    if count.how == "after" and (count.now or not count.sure):
        return None  # "500 days since the invasion" is a length, no date
    meant = list(count.meant)
    if near is not None and len(meant) > 1:
        day = date.fromisoformat(near.earliest[:10])
        meant = [min(meant, key=lambda m: abs((m.first - day).days))]
    first, last = min(m.first for m in meant), max(m.last for m in meant)
    return edtf_when(between(first, last)) if (last - first).days < 366 else None


def _counted_from(
    text: str, passages: Sequence[Passage], known: Sequence[Fact], history: bool
) -> Iterator[Clock]:
    for passage in passages:
        for count in counts(text, passage.span, events_of(known)):
            if count.how != "day" and passage.kind == "furniture":
                continue
            options = _options(text, passage.span, count, history)
            if options:
                yield Clock(options, count.span, _counted(text, count))


def _this_year(text: str, body: Sequence[Span]) -> Iterator[Clock]:
    for span in body:
        for match in _THIS_YEAR.finditer(text, *span):
            year = int(match["year"])
            basis = f"“{' '.join(match[0].split())}”"
            yield Clock(((date(year, 1, 1), date(year, 12, 31)),), Span(*match.span()), basis)


def _options(text: str, within: Span, count: Count, history: bool) -> tuple[tuple[date, date], ...]:
    """When the text can have been written, as one count shows; nothing where it narrates a past day."""
    if not count.now:
        return ()
    start, end = _sentence(text, count.span, within)
    meant = [(m.first, m.last) for m in count.meant]
    if count.how == "day":
        return tuple(meant)
    if count.how == "after":
        unit = re.search(r"day|week|month|year", text[count.span.start : count.span.end], re.I)
        rough = 1 if count.sure else _ROUGH[unit[0].casefold()] if unit else 366
        if _TODAY.search(text, start, count.span.start):
            return tuple(_around(m, 3, 3) for m in meant)
        narrated = history or _PAST.search(text, start, count.span.start)
        return () if narrated else tuple(_around(m, rough, rough) for m in meant)
    years = {m[0].year for m in meant}
    printed = any(int(y[0]) in years for y in _YEAR.finditer(text, start, end))
    present = _NEARBY.search(text, start, end) or _FUTURE.search(text, start, end)
    if not present and (history or printed or _PAST.search(text, start, count.span.start)):
        return ()
    for pattern, about in ((_TODAY, 3), (_THIS_WEEK, 10)):
        if pattern.search(text, start, end):
            return tuple(_around(m, about, about) for m in meant)
    after = 0 if _FUTURE.search(text, start, end) else _ABOUT
    return tuple(_around(m, _ABOUT, after) for m in meant)


def _around(days: tuple[date, date], before: int, after: int) -> tuple[date, date]:
    try:
        return days[0] - timedelta(days=before), days[1] + timedelta(days=after)
    except OverflowError:
        return days


def _is_history(years: Set[int]) -> bool:
    """Whether a text is about the past: it prints several years that lie far apart."""
    return len(years) >= 4 and max(years) - min(years) >= 20


def _latest(text: str, body: Sequence[Span]) -> date | None:
    """The latest day that the text reports as past; it cannot have been written before."""
    latest: date | None = None
    for span in body:
        for match in _DATED.finditer(text, *span):
            start, end = _sentence(text, Span(*match.span()), span)
            whole = bool(match["d"] or match["d2"])
            if _NOT_PAST.search(text, max(start, match.start() - 60) if whole else start, match.start()):
                continue
            if not _PAST.search(text, start, end):
                continue
            day = _day(match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"])
            if day and (latest is None or day > latest):
                latest = day
    return latest


def _day(year: str, month: str | None, day: str | None) -> date | None:
    try:
        return date(int(year), MONTHS[month.casefold()] if month else 1, int(day or 1))
    except (ValueError, KeyError):
        return None


def _sentence(text: str, span: Span, within: Span) -> tuple[int, int]:
    """The sentence around a span, roughly, within a passage."""
    start = max(within.start, span.start - 300)
    ends = [m.end() for m in _END.finditer(text, start, span.start)]
    stop = _END.search(text, span.end, min(within.end, span.end + 300))
    return (ends[-1] if ends else start), (stop.start() if stop else min(within.end, span.end + 300))


def _not_before(clock: Clock, latest: date | None) -> Clock | None:
    """The clock without what lies before a day that the text reports as past: such a count is narrated."""
    if latest is None:
        return clock
    options = tuple((max(first, latest), last) for first, last in clock.options if last >= latest)
    return clock._replace(options=options) if options else None


def _agreed(found: list[Clock]) -> Clock | None:
    """The most precise clock, narrowed by those that agree; None where two equally precise ones do not."""
    found = sorted(found, key=lambda clock: (clock.width, -clock.options[-1][1].toordinal()))
    if not found:
        return None
    best = found[0]
    for other in found[1:]:
        both = ((max(a, c), min(b, d)) for a, b in best.options for c, d in other.options)
        options = tuple((first, last) for first, last in both if first <= last)
        if options:
            best = best._replace(options=tuple(sorted(set(options))))
        elif other.width <= best.width + _NEAR and not _follows(best, other):
            return None
    return best if best.width <= 3 * 366 else None


def _follows(one: Clock, other: Clock) -> bool:
    """Whether two day counts are of one event and near: yesterday's is told beside today's."""
    return one.basis.rpartition(", ")[2] == other.basis.rpartition(", ")[2]


def _weekday(text: str, body: Sequence[Span], best: Clock | None, latest: date | None) -> Clock | None:
    """A weekday printed with its date ("Tuesday, May 9") narrows the years that are left to one."""
    if best is not None:
        low, high = _hull(best)
    elif latest is not None:
        low, high = latest, date(min(latest.year + 2, 9999), 1, 1)
    else:
        return None
    for span in body:
        for match in _WEEKDAY.finditer(text, *span) if "day" in span.of(text).lower() else ():
            fit = [
                day
                for year in range(low.year, min(high.year, low.year + 3) + 1)
                if (day := _day(str(year), match["m"] or match["m2"], match["d"] or match["d2"]))
                and day.weekday() == words.WEEKDAYS.index(match["w"].casefold())
                and low - timedelta(days=_NEAR) <= day <= high
            ]
            if len(fit) == 1:
                first, last = _around((fit[0], fit[0]), _NEAR, _NEAR)
                basis = f"{' '.join(match[0].split())} fell in {fit[0].year}"
                known = f", of the years after {latest.isoformat()}" if latest and best is None else ""
                also = f"; {best.basis}" if best else ""
                options = ((max(first, low), min(last, high)),)
                return Clock(options, Span(*match.span()), basis + known + also)
    return None


def _hull(clock: Clock) -> tuple[date, date]:
    return min(first for first, _ in clock.options), max(last for _, last in clock.options)


def _counted(text: str, count: Count) -> str:
    printed = " ".join(text[count.span.start : count.span.end].split())
    return f"{printed}, counted from {' or '.join(dict.fromkeys(m.fact.when.edtf for m in count.meant))}"

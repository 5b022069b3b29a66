"""Parts are added up only where the text says that they are all; numbers can mean what they round to."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.check import shares, splits, sums, votes
from onrecord.check.contract import Check
from onrecord.check.languages import en_totals as en
from onrecord.check.tables import summed
from onrecord.model import Amount, Finding, Matter, Shown, Span, finding

_OPENED = re.compile(r"[^.;:()!?–—\n]{0,140}(?:\n[^.;:()!?–—\n]{0,80})?(?P<sign>:|\s?[–—]\s?|\s-\s|\()\s*$")
_COMMA = re.compile(
    rf"\s*(?:[\w’-]+\s){{0,3}}?(?:{en.WHOLES})(?:\s(?:{en.HAPPENED}))?(?:\sin\s[\w ]{{2,30}})?(?P<sign>,)\s*$"
)
_OF_OPENED = re.compile(r"[^.;:,()!?–—]{1,80}(?P<sign>,)\s*$")
_NEXT = re.compile(r"[^.:!?()–—]{1,90}?(?:[,;]|\band\b|[,;]\s*and\b)\s*(?:with\s+)?$")
_OF = re.compile(en.OF)
_REST = re.compile(rf"(?:{en.REST})\s*$")
_INSIDE = re.compile(en.INSIDE)
_PARTS = re.compile(rf"\s*(?:[\w’-]+\s)?(?:{en.PARTS})\b")
_VOTES = tuple(re.compile(side) for side in en.VOTES)
_ABSTAINED = re.compile(en.ABSTAINED)
_TAIL = re.compile(r"[^.;:!?)–—\n]{0,160}")
_DANGLING = re.compile(r"\b(?:and|or|of|the|a|to|in|that|with)\s*$")
_JOINED = re.compile(r"\band\b|;")
_GOES_ON = re.compile(r"\b(?:and|plus|or|as well as|along with)\b")
_OF_TOTAL = re.compile(r"\s*(?:,\s*)?(?:or|\(|that is|i\.e\.|equal to|equivalent to)\s*,?\s*$")
_EXCEPTIONS = re.compile(en.EXCEPTIONS)
_SUMMED = ("count", "money")


_SLIP = re.compile(r"\b(\w+)\s?[—–]\s?\1\b")  # a speaker who says a number again: "of those 4 — 8 — 8 unions"
_NEAR = 20  # code points beside a passage in which such a slip stands
_POINTS = 1.5  # that a change in percent may be rounded by


def within(matter: Matter) -> Iterator[Finding]:
    """Totals that are not the sum of their parts, and changes that are not the difference of their ends."""
    shown: list[Span] = []
    for found in _every(matter):
        spans = [passage.span for passage in found.passages]
        if any(_SLIP.search(matter.document.text, max(0, s.start - _NEAR), s.end + _NEAR) for s in spans):
            continue
        if not any(a.start < b.end and b.start < a.end for a in spans for b in shown):
            shown += spans
            yield found


def _every(matter: Matter) -> Iterator[Finding]:
    """What each form of a sum gives; two of them can see one passage."""
    amounts = matter.amounts
    for place, amount in enumerate(amounts):
        if amount.total is not None:
            yield from _of_total(matter, place)
        elif amount.kind in _SUMMED and amount.value > 1:
            yield from _parts(matter, place)
    yield from changes(matter)
    yield from summed(matter)
    yield from _told(matter)


def _told(matter: Matter) -> Iterator[Finding]:
    """Sums, votes and shares by their words, each passage once."""
    for read in (sums, splits, votes, shares):
        yield from read.within(matter)


# -- parts of a whole


def _parts(matter: Matter, place: int) -> Iterator[Finding]:
    """A whole and the parts after it: "120 people: 70 men and 55 women"; "of the 15, 9 ... and 7 ..."."""
    text, amounts = matter.document.text, matter.amounts
    whole = amounts[place]
    if place + 2 >= len(amounts) or amounts[place + 1].span.start - whole.span.end > 220:
        return
    of = _OF.search(text, max(0, whole.span.start - 32), whole.span.start) is not None
    of = of or (whole.span.start < 40 and _OF.match("\n\n" + text[: whole.span.start]) is not None)
    lead = text[whole.span.end : amounts[place + 1].span.start]
    opened = (_OF_OPENED if of else _OPENED).match(lead) or (None if of else _COMMA.match(lead))
    if not opened or _INSIDE.search(lead) or "\t" in lead or _DANGLING.search(lead[: opened.start("sign")]):
        return
    said = lead[: opened.start("sign")].split()[:1]
    after = amounts[place + 1].span.end
    if opened["sign"].strip() in "–—-" and said == text[after : after + 40].split()[:1]:
        return  # a speaker who begins again: "7 times — 17 times more"
    parts, rest = _row(text, amounts, place + 1, whole)
    if len(parts) < 2:
        return
    most = (
        1 if opened["sign"].strip() in "–—-" else 3
    )  # what a speaker says after a dash may be another thing
    if not of and any(part.low > most * whole.high or part.high == math.inf for part in parts):
        return
    if opened["sign"] != "(" and not _JOINED.search(text, parts[-2].span.end, parts[-1].span.start):
        return
    tail = _TAIL.match(text, parts[-1].span.end)
    stretch = text[whole.span.start : tail.end() if tail else parts[-1].span.end]
    if (
        tail is None
        or _INSIDE.search(stretch)
        or _GOES_ON.search(tail[0].partition(",")[0] if opened["sign"] == "," else tail[0])
    ):
        return
    all_of = rest or _voted(stretch)
    if opened["sign"] == "," and not of and not (_kinds(text, parts) or rest):
        return
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    if high < whole.low and ((of and not all_of) or (not all_of and high < 0.6 * whole.low)):
        return
    if low > whole.high or high < whole.low:
        yield _unequal(matter, whole, parts, Span(whole.span.start, parts[-1].span.end))


def _row(text: str, amounts: Sequence[Amount], first: int, whole: Amount) -> tuple[list[Amount], bool]:
    """The amounts that follow one another as parts; and whether "the rest" is one of them."""
    parts, rest = [amounts[first]], False
    if not _alike(amounts[first], whole):
        return [], False
    for amount in amounts[first + 1 :]:
        between = text[parts[-1].span.end : amount.span.start]
        if len(between) > 120 or not _alike(amount, whole):
            break
        marked = _REST.search(between)
        if not _NEXT.match(between[: marked.start()] if marked else between):
            break
        rest = rest or marked is not None
        parts.append(amount)
    return parts, rest


def _alike(part: Amount, whole: Amount) -> bool:
    return part.kind == whole.kind and part.unit == whole.unit and part.total is None


def _kinds(text: str, parts: Sequence[Amount]) -> bool:
    """Whether parts are kinds of the whole by their nouns: men and women, votes for and against."""
    return all(_PARTS.match(text, part.span.end) for part in parts)


def _voted(stretch: str) -> bool:
    """Whether both sides of a vote and those who abstained are named."""
    return all(side.search(stretch) for side in _VOTES) and _ABSTAINED.search(stretch) is not None


def _unequal(matter: Matter, whole: Amount, parts: Sequence[Amount], span: Span) -> Finding:
    text = matter.document.text
    printed = [_printed(text, part) for part in parts]
    total = sum(part.value for part in parts)
    return finding(
        "total",
        f"The parts {_and(printed)} add up to {_figure(total)}, the total given is {_printed(text, whole)}.",
        [Shown(matter.document.id, span)],
        f"{' + '.join(_figure(part.value) for part in parts)} = {_figure(total)}, "
        f"not {_figure(whole.value)}.",
        0.9,
    )


# -- "9 of the 15"


def _of_total(matter: Matter, place: int) -> Iterator[Finding]:
    """A part that is more than its whole; a share that is not that part; exceptions that are not all."""
    text, amount = matter.document.text, matter.amounts[place]
    total = amount.total
    assert total is not None
    end = amount.noun.end if amount.noun else amount.span.end
    if amount.low > total and "\t" not in amount.span.of(text):
        yield finding(
            "total",
            f"{_printed(text, amount)} is more than the {_figure(total)} that it is a part of.",
            [Shown(matter.document.id, Span(amount.span.start, end))],
            f"{_figure(amount.value)} > {_figure(total)}.",
            0.9,
        )
        return
    following = matter.amounts[place + 1] if place + 1 < len(matter.amounts) else None
    if following and following.kind == "share" and _OF_TOTAL.match(text[end : following.span.start]):
        share = 100 * amount.value / total
        if not following.low - 0.5 <= share <= following.high + 0.5:
            yield finding(
                "total",
                f"{_printed(text, amount)} of {_figure(total)} is {share:.0f} percent, given as "
                f"{_printed(text, following)}.",
                [Shown(matter.document.id, Span(amount.span.start, following.span.end))],
                f"{_figure(amount.value)} / {_figure(total)} = {share:.1f} percent.",
                0.9,
            )
    yield from _excepted(matter, place, total)


def _excepted(matter: Matter, place: int, total: float) -> Iterator[Finding]:
    """Exceptions of the next sentence: "9 of the 15 ... The exceptions are the three ... and two ..."."""
    text, amount = matter.document.text, matter.amounts[place]
    found = _EXCEPTIONS.search(text, amount.span.end, amount.span.end + 500)
    if not found:
        return
    stop = re.compile(r"[.!?](?:\s|$)").search(text, found.end(), found.end() + 400)
    end = stop.start() if stop else found.end()
    others = [a for a in matter.amounts[place + 1 : place + 8] if found.end() <= a.span.start < end]
    others = [a for a in others if a.kind == "count" and a.noun and a.total is None]
    if not others or any(a.low != a.high for a in others) or _INSIDE.search(text, found.end(), end):
        return
    left, named = total - amount.value, sum(other.value for other in others)
    if left != named:
        first = Span(amount.span.start, amount.noun.end if amount.noun else amount.span.end)
        yield finding(
            "total",
            f"{_figure(amount.value)} of {_figure(total)} leaves {_figure(left)}, the exceptions named are "
            f"{_figure(named)}.",
            [Shown(matter.document.id, first), Shown(matter.document.id, Span(found.start(), end))],
            f"{_figure(total)} - {_figure(amount.value)} = {_figure(left)}; "
            f"{' + '.join(_figure(other.value) for other in others)} = {_figure(named)}.",
            0.7,
        )


# -- changes

_BY = re.compile(rf"\b(?P<verb>(?P<up>{en.RISEN})|{en.FALLEN})\b(?P<middle>[^.;:!?()]{{0,60}}?)$", re.I)
_TO = re.compile(r"\b(?:to|from)\b")
_RANGE = re.compile(r"from\s+(?P<first>.+?)\s+to\s+(?P<second>.+)$", re.S | re.I)


def changes(matter: Matter) -> Iterator[Finding]:
    """Changes by an amount that is not the difference of both ends: "rose by 20, from 100 to 130"."""
    text, amounts = matter.document.text, matter.amounts
    for place, (by, first) in enumerate(pairwise(amounts)):
        between = text[by.span.end : first.span.start]
        if len(between) > 60:
            continue
        ends: Amount | None = first if text.startswith("from ", first.span.start) else None
        if ends is None and between.endswith("from "):
            ends = _range(text, first, amounts[place + 2 : place + 3])
            between = between[:-5]
        if ends is None:
            continue
        yield from _change(matter, by, ends, between)


def _range(text: str, first: Amount, following: Sequence[Amount]) -> Amount | None:
    """Both ends of "from 130 to 100" as one amount."""
    for last in following:
        between = text[first.span.end : last.span.start]
        if re.fullmatch(r"(?:\s[a-z]+){0,3}\sto\s", between) and (first.kind, first.unit) == (
            last.kind,
            last.unit,
        ):
            low, high = sorted((first.value, last.value))
            span = Span(first.span.start - 5, last.span.end)
            return replace(first, span=span, low=low, high=high, value=(low + high) / 2)
    return None


def _change(matter: Matter, by: Amount, ends: Amount, between: str) -> Iterator[Finding]:
    text = matter.document.text
    if re.search(r"[.;:!?–—]|\d|\band\b|\bthan\b|\bor\b", between) or (by.low != by.high and by.low == 0):
        return
    verb = _BY.search(text, max(0, by.span.start - 70), by.span.start)
    if not verb or _TO.search(verb["middle"]) or not (by.unit == ends.unit or by.kind == "share"):
        return
    risen = verb["up"] is not None
    start, end = (ends.low, ends.high) if risen else (ends.high, ends.low)
    if start <= 0:
        return
    gap = abs(end - start)
    slack = _slack(text, ends)
    if by.kind == "share" and ends.kind != "share":
        low, high = (
            100 * max(0.0, gap - slack) / (start + slack),
            100 * (gap + slack) / max(start - slack, 1e-9),
        )
    elif by.kind == ends.kind:
        low, high = gap - slack, gap + slack
    else:
        return
    if by.kind == "share" and ends.kind == "share":
        relative = 100 * gap / start
        if by.low - 1 <= relative <= by.high + 1:
            return
    loose = _POINTS if by.kind == "share" and ends.kind != "share" else 0.0
    if by.low - loose > high or by.high + loose < low:
        span = Span(verb.start(), ends.span.end)
        shown = f"about {(low + high) / 2:.0f} percent" if loose else _figure(gap)
        yield finding(
            "total",
            f"A change {_printed(text, ends)} is {shown}, given as {_printed(text, by)}.",
            [Shown(matter.document.id, span)],
            f"{_figure(end)} - {_figure(start)} = {_figure(end - start)}.",
            0.85,
        )


def _slack(text: str, ends: Amount) -> float:
    """How far the difference of two printed figures may be off, as each rounds to its last digit."""
    match = _RANGE.match(ends.span.of(text))
    if not match:
        return 0.0
    unit = 0.0
    for part in (match["first"], match["second"]):
        digits = re.search(r"\d[\d,]*(?:\.(\d+))?", part)
        if digits and digits[1]:
            shown = float(digits[0].replace(",", ""))
            scale = ends.high / shown if shown and part is match["second"] else 1.0
            unit += 0.5 * 10 ** -len(digits[1]) * max(1.0, scale)
    return unit * 1.01


# -- words of messages


def _printed(text: str, amount: Amount) -> str:
    return "“" + " ".join(amount.span.of(text).split()) + "”"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


def _and(printed: Sequence[str]) -> str:
    return f"{', '.join(printed[:-1])} and {printed[-1]}"


CHECKS = (Check("total", "parts and the total that a text gives", within=within),)

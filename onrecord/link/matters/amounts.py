"""An amount is a number with what limits it, its unit and what it counts; a date or a year is none."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from onrecord.link.matters.languages import en_amounts
from onrecord.link.matters.nouns import noun_after, of_noun
from onrecord.link.matters.numbers import Number, number
from onrecord.link.matters.refused import refused
from onrecord.model import Amount, AmountKind, Document, Passage, Span, Time

_LANGUAGES: dict[str | None, ModuleType] = {"en": en_amounts, None: en_amounts}
_ABOUT = 0.1  # "about 1,200" is within a tenth
_ROUNDED = 0.1  # a printed number is never taken for more rounded than this part of it
_FRACTION = 2.5  # percentage points that "a third" may be rounded by
_BEFORE = 48  # code points in which what limits a number must stand
_UNIT_BEHIND = re.compile(
    r"(?:\s{1,20}|-)?([^\s\d,;:()\"“”—–-]{1,24})"
    r"(?:(?:\s{1,20}|-)([a-z0-9./°]{1,16}))?(?:(?:\s{1,20}|-)([a-z]{1,12}))?"
)
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)(?![a-z])|([a-z]+)\b")
_SMALL_WORDS = re.compile(r"[a-z.~≈’'-]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is of: kind, unit, where it ends, what it multiplies with ("decades" are ten years)."""

    kind: AmountKind
    unit: str
    end: int
    times: float = 1.0


def amounts(document: Document, passages: Sequence[Passage], times: Sequence[Time]) -> tuple[Amount, ...]:
    """The amounts of a document, in order; what stands in a time expression or in furniture is none."""
    data = _LANGUAGES.get(document.language)
    if data is None:
        return ()
    text = document.text
    low = _level(text)
    dated = sorted(time.span for time in times)
    places = _places(low, data)
    found: list[Amount] = []
    for passage in passages:
        if passage.kind != "furniture":
            first, last = (bisect_left(places, edge) for edge in passage.span)
            if first < last:
                parts = passage.span.of(text), passage.span.of(low)
                found.extend(_of_passage(*parts, passage.span.start, places[first:last], dated, data))
    return tuple(found)


def _level(text: str) -> str:
    """The text in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _places(low: str, data: ModuleType) -> list[int]:
    """Where a number may begin: `str.find` for each digit and stem is ten times as fast as one pattern."""
    places: list[int] = []
    for digit in "0123456789":
        at = low.find(digit)
        while at >= 0:
            if not at or not low[at - 1].isdigit():
                places.append(at)
            at = low.find(digit, at + 1)
    for stem in data.STEMS:
        at = low.find(stem)
        while at >= 0:
            if (not at or not low[at - 1].isalnum()) and data.BEGINNING.match(low, at):
                places.append(at)
            at = low.find(stem, at + len(stem))
    places.sort()
    return places


def _of_passage(
    text: str, low: str, base: int, places: Sequence[int], dated: Sequence[Span], data: ModuleType
) -> Iterator[Amount]:
    """The amounts of one passage.

    Args:
        text, low: the passage, as printed and level.
        base: where it begins in the document.
        places: where numbers may begin in it, ascending.
        dated: the spans of time expressions, ascending; both in code points of the document.
    """
    at = 0
    for place in places:
        place -= base
        if place < at:
            continue
        start = max(_begin(low, place, data), at)
        time = _time_at(dated, base + start, base + place + 1)
        amount = None if time else _amount(text, low, start, data)
        if amount:
            time = _time_at(dated, base + start, base + amount.span.end)
        if time:
            at = time.end - base
        elif amount is None:
            at = _past(low, place, data)
        else:
            at = amount.span.end
            if amount.total is not None and amount.noun:
                at = max(at, amount.noun.start)  # "9 of the 15" is one amount
            yield _moved(amount, base)


def _moved(amount: Amount, base: int) -> Amount:
    noun = amount.noun and Span(amount.noun.start + base, amount.noun.end + base)
    return replace(amount, span=Span(amount.span.start + base, amount.span.end + base), noun=noun)


def _begin(low: str, at: int, data: ModuleType) -> int:
    """Where a number begins whose first word is "half" or "million": "a million"."""
    if not low.startswith(data.WITH_ARTICLE, at):
        return at
    for word in ("half a ", "half an ", "a ", "an "):
        start = at - len(word)
        if start >= 0 and low.startswith(word, start) and (not start or not low[start - 1].isalnum()):
            return start
    return at


def _past(low: str, at: int, data: ModuleType) -> int:
    """The end of the digits in which a refused number stands, and of "million" behind them."""
    digits = low[at].isdigit()
    while at < len(low) and (low[at].isdigit() or (low[at] in ".,:/-–" and low[at + 1 : at + 2].isdigit())):
        at += 1
    scale = data.SCALE.match(low, at) if digits else None
    return scale.end() if scale else at


def _time_at(dated: Sequence[Span], start: int, end: int) -> Span | None:
    place = bisect_right(dated, (end, -1)) - 1
    for span in dated[max(place - 1, 0) : place + 1]:
        if span.start < end and start < span.end:
            return span
    return None


def _amount(text: str, low: str, start: int, data: ModuleType) -> Amount | None:
    """The amount whose number begins here, or None."""
    if found := _fraction(text, low, start, data):
        return found
    first = number(low, start, data)
    if first is None:
        return _ordinal(text, low, start, data)
    if low[start].isdigit() and re.match(r"(?:st|nd|rd|th)(?![a-z])", low[first.end : first.end + 3]):
        return _ordinal(text, low, start, data)
    sign, sign_start = _sign(low, start, data)
    first, last, range_end = _range(low, first, sign, data)
    unit = _unit(low, range_end.end, sign, data)
    if refused(text, low, start, range_end, unit.kind if unit.unit or sign else "", data):
        return None
    limit, limit_start = _limit(low, sign_start, data, last is not None)
    behind = data.LIMIT_BEHIND.match(low, unit.end)
    end = unit.end
    if behind:
        limit, end = data.LIMITS_BEHIND.get(behind[1], "more"), behind.end()
    low_value, high_value = _bounds(first, last, limit, unit.times)
    value = (first.value + (last.value if last else first.value)) / 2 * unit.times
    total, noun = _total_and_noun(text, low, end, unit, data)
    if first.value == 1 and first.spelled and total is None and not _one(low, start, end, unit, noun, data):
        return None
    return Amount(Span(limit_start, end), value, low_value, high_value, unit.kind, unit.unit, noun, total)


def _one(low: str, start: int, end: int, unit: Unit, noun: Span | None, data: ModuleType) -> bool:
    """Whether "one" counts something, as it does not in "one day"."""
    if unit.kind == "duration":
        return low[:start].endswith(data.BEFORE_ONE) or low[end - 6 : end].count("-") > 0
    if unit.kind != "count":
        return True
    return (
        noun is not None
        and noun.start == end + 1
        and low[noun.start : noun.end].split()[0] not in data.NOT_ONE
    )


def _sign(low: str, start: int, data: ModuleType) -> tuple[str, int]:
    """The currency printed before a number, and where it begins."""
    head = low[max(0, start - 5) : start]
    match = data.SIGN.search(head)
    if not match:
        return "", start
    return data.SIGNS.get(match[0].strip(), "USD"), start - len(head) + match.start()


def _range(low: str, first: Number, sign: str, data: ModuleType) -> tuple[Number, Number | None, Number]:
    """The first and the second number of a range ("5 to 7 million"), and the one that ends last."""
    join = data.TO.match(low, first.end)
    if not join and low[max(0, first.end - 60) : first.end].count("between"):
        join = data.AND.match(low, first.end)
    if not join:
        return first, None, first
    at = join.end()
    if sign and low[at : at + 1] in data.SIGNS:
        at += 1
    if not data.BEGINNING.match(low, at):
        return first, None, first
    second = number(low, at, data)
    if second is None:
        return first, None, first
    begun = first
    if first.scale == 1 and second.scale > 1 and first.value < second.value / second.scale:
        scale = second.scale
        begun = first._replace(value=first.value * scale, step=max(first.step, 1.0) * scale, scale=scale)
    if not begun.value < second.value or (begun.value and second.value / begun.value > 20):
        return first, None, first
    return begun, second, second


def _unit(low: str, end: int, sign: str, data: ModuleType) -> Unit:
    """The unit printed behind a number."""
    if sign:
        money = re.match(r"\s(?:us\s)?(dollars|euros|pounds)\b", low[end : end + 12])
        return Unit("money", sign, end + money.end() if money else end)
    match = _UNIT_BEHIND.match(low, end)
    if not match:
        return Unit("count", "", end)
    for last in (3, 2, 1):
        if match[last] is None:
            continue
        words = " ".join(group.strip(".'’)") if group != "u.s." else group for group in match.groups()[:last])
        for kind, table in (
            ("share", data.SHARES),
            ("money", data.MONEY),
            ("measure", data.MEASURES),
            ("duration", data.DURATIONS),
        ):
            if words in table:
                stop = match.end(last) - (len(match[last]) - len(match[last].rstrip(".'’)")))
                if len(words) <= 2 and words in ("in", "m", "g", "ha", "mt") and low[end : end + 1].isspace():
                    continue
                return Unit(kind, table[words], stop)  # type: ignore[arg-type]
        if words in data.LONGER:
            unit, times = data.LONGER[words]
            return Unit("duration", unit, match.end(last), times)
    return Unit("count", "", end)


def _limit(low: str, start: int, data: ModuleType, ranged: bool) -> tuple[str, int]:
    """What limits the number, and where it begins."""
    head = low[max(0, start - _BEFORE) : start]
    words = list(_SMALL_WORDS.finditer(head))
    kind, begin, joined, edge = "", start, "", len(head)
    for word in reversed(words[-data.LONGEST_LIMIT :]):
        gap = head[word.end() : edge]
        if gap.strip() not in ("", "-"):
            break
        joined = f"{word[0]} {joined}".strip()
        edge = word.start()
        if joined in ("between", "from", "between about") and ranged:
            return kind, start - len(head) + word.start()
        if joined in data.LIMITS:
            kind, begin = data.LIMITS[joined], start - len(head) + word.start()
    return kind, begin


def _bounds(first: Number, last: Number | None, limit: str, times: float) -> tuple[float, float]:
    """What a number can mean, both ends included."""
    top = last or first
    below, above = (min(n.step, abs(n.value) * 2 * _ROUNDED) / 2 for n in (first, top))
    if limit == "more":
        return first.value * times, math.inf
    if limit == "most":
        return 0.0, top.value * times
    if limit == "near":
        return first.value * (1 - _ABOUT) * times, top.value * times
    if limit == "about":
        below, above = max(below, first.value * _ABOUT), max(above, top.value * _ABOUT)
    return (first.value - below) * times, (top.value + above) * times


def _fraction(text: str, low: str, start: int, data: ModuleType) -> Amount | None:
    """A share printed as a fraction: "two thirds", "one in five", "half of"."""
    share: float | None = None
    end = start
    if match := data.FRACTION.match(low, start):
        part = 1 if match["a"] in ("a", "an") else data.UNITS[match["a"]]
        share, end = part / data.FRACTIONS[match["b"]], match.end()
    elif match := data.HALF_OF.match(low, start):
        share, end = 0.5, match.end()
    elif match := data.ONE_IN.match(low, start):
        over, of = (_small(match[name], data) for name in ("a", "b"))
        named = match["a"].isdigit() and refused(
            text, low, start, Number(match.end(), 1.0, 0.0), "share", data
        )
        if 0 < over < of and of in data.PARTS and not named:
            share, end = over / of, match.end()
    if share is None or not 0 < share <= 1:
        return None
    limit, begin = _limit(low, start, data, False)
    value = share * 100
    below, above = max(value - _FRACTION, 0.0), min(value + _FRACTION, 100.0)
    if limit in ("more", "most", "near", "about"):
        below, above = {
            "more": (value, 100.0),
            "most": (0.0, value),
            "near": (value - 10, value),
            "about": (value - 5, value + 5),
        }[limit]
    noun = of_noun(text, low, end, data) or noun_after(text, low, end, data, 2)
    return Amount(Span(begin, end), value, below, above, "share", "%", noun)


def _small(word: str, data: ModuleType) -> float:
    return float(word) if word.isdigit() else float(data.UNITS.get(word, data.TENS.get(word, 0)))


def _ordinal(text: str, low: str, start: int, data: ModuleType) -> Amount | None:
    """An ordinal with the noun it counts: "the ninth round", "46th president"."""
    match = _ORDINAL.match(low, start)
    if not match or (match[2] and match[2] not in data.ORDINALS):
        return None
    value, end = float(match[1] or data.ORDINALS[match[2]]), match.end()
    if refused(text, low, start, Number(end, value, 0.0), "ordinal", data):
        return None
    noun = noun_after(text, low, end, data, 1)
    return Amount(Span(start, end), value, value, value, "ordinal", "", noun) if noun else None


def _total_and_noun(
    text: str, low: str, end: int, unit: Unit, data: ModuleType
) -> tuple[float | None, Span | None]:
    """The total of "9 of the 15 republics", and the nouns that are counted."""
    if unit.kind != "count":
        if unit.kind == "duration":  # "a five-hour drive"
            behind = low[end - 7 : end].rpartition("-")[2] in data.DURATIONS
            return None, noun_after(text, low, end, data, 1) if behind else None
        return None, of_noun(text, low, end, data)
    match = data.OF_TOTAL.match(low, end)
    if match and data.BEGINNING.match(low, match.end()):
        whole = number(low, match.end(), data)
        if whole and whole.value >= 2 and not _unit(low, whole.end, "", data).unit:
            return whole.value, noun_after(text, low, whole.end, data, 2)
    return None, noun_after(text, low, end, data, 2)

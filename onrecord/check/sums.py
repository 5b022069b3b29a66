"""A row of parts has one number in each; it is added up where the text gives the total of that row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.check.languages import en_sums as en
from onrecord.model import Finding, Matter, Shown, Span, finding

_WORDS = {word: float(n) - 1 for n, word in enumerate(en.SMALL, 1)}
_TENS = {word: 20.0 + 10 * n for n, word in enumerate(en.TENS)}
_SPELLED = "|".join((*en.SMALL[1:], *en.TENS))
_PAIRED = f"(?:{'|'.join(en.TENS)})-(?:{'|'.join(en.SMALL[1:11])})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|\b(?:{_PAIRED}|{_SPELLED})\b)"
_NUMBER = re.compile(
    rf"(?<![\w.,:/$€£-])(?P<sign>[$€£]?)(?P<value>{NUMBER})(?![\w:/]|[-–][\d]|\.\d|,\d)", re.I
)
_HYPHENED = re.compile(rf"(?<![\w.,-])(?P<value>{NUMBER})(?P<after>-[a-z]+)", re.I)
_UNIT = re.compile(en.UNIT)
_LOOSE = re.compile(en.LOOSE, re.I)
_PART = re.compile(r",\s+(?:and\s+|plus\s+)?|\s+(?:and|plus)\s+|;\s+(?:and\s+)?")
_GROWS = re.compile(en.GROWS)
_SENTENCE = re.compile(r"[.!?](?=[\s”\"’)]|$)|\n\s*\n|\n\s*[-*•|]")
_IN_ALL = re.compile(rf"^(?:\s[\w’-]+){{0,3}}?\s{en.IN_ALL}")
_TOTAL_OF = re.compile(en.TOTAL_OF, re.I)
_DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s$"
)
_LONGEST = 500  # code points of a sentence
_NEAR = 220  # code points from a word for a total to the numbers
_LEAST = 2  # amounts that were read; a bare number within a row may not have been


class Number(NamedTuple):
    """A number of a sentence: where it stands, its value, its unit with its sign."""

    start: int
    end: int
    value: float
    unit: str


def within(matter: Matter) -> Iterator[Finding]:
    """Totals, told after or before their parts, that are not the sum of them."""
    text = matter.document.text
    done: set[tuple[int, int]] = set()
    starts = [amount.span.start for amount in matter.amounts]
    for start, end in _sentences(text, starts):
        numbers = read(text, start, end)
        if len(numbers) < 3:
            continue
        for form in FORMS:
            found = form(text, start, end, numbers)
            if found and (span := (found.span.start, found.span.end)) not in done:
                done.add(span)
                yield _finding(matter, found)
                break


class Unequal(NamedTuple):
    """Parts and a total that do not fit, and the passage in which they stand."""

    span: Span
    parts: Sequence[Number]
    total: Number
    most: bool = False
    """Whether the total is only the most that the parts may be."""


def _sentences(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences in which a total may stand, in order: those with two amounts, which begin at `starts`."""
    if len(starts) < _LEAST:
        return
    places = []
    for trigger in en.TRIGGERS:
        at = text.find(trigger)
        while at >= 0:
            places.append(at)
            at = text.find(trigger, at + 1)
    last = -1
    for at in sorted(places):
        if at < last:
            continue
        near = bisect_left(starts, at + _NEAR) - bisect_left(starts, at - _NEAR)
        if near < _LEAST:
            continue
        begin = max(0, at - _LONGEST)
        for stop in _SENTENCE.finditer(text, begin, at):
            begin = stop.end()
        close = _SENTENCE.search(text, at, at + _LONGEST)
        last = close.start() if close else min(len(text), at + _LONGEST)
        yield begin, last


def read(text: str, start: int, end: int) -> list[Number]:
    """The exact numbers of a sentence; [] where a number is loose, so that nothing can be added up."""
    found = []
    for match in _NUMBER.finditer(text, start, end):
        value = worth(match["value"])
        if value is None or _LOOSE.search(text, max(start, match.start() - 24), match.start()):
            continue
        if 1800 <= value <= 2100 and "," not in match["value"] and not match["sign"]:
            continue  # a year
        if _DATE.search(text, max(start, match.start() - 12), match.start()):
            continue
        unit = _UNIT.match(text, match.end())
        name = unit[1].replace("per cent", "percent").replace("%", "percent").rstrip("s") if unit else ""
        found.append(Number(match.start(), match.end(), value, match["sign"] + name))
    return found


def worth(printed: str) -> float | None:
    """What a number in digits or words is worth."""
    word = printed.lower()
    if word[:1].isdigit():
        return float(word.replace(",", ""))
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return _TENS[tens] + _WORDS.get(ones, 0.0)
    return _WORDS.get(word)


def row(text: str, start: int, end: int, numbers: Sequence[Number]) -> list[Number]:
    """The parts in text[start:end], one in each piece between commas; [] where one has none or two."""
    edges = [start, *(place for sign in _PART.finditer(text, start, end) for place in sign.span()), end]
    parts: list[Number] = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        inside = [number for number in numbers if a <= number.start < b]
        if not inside and not parts:
            continue  # what comes before the row
        if len(inside) != 1 or not text[a:b].strip():
            return []
        parts.append(inside[0])
    if len(parts) < 2 or any(part.unit != parts[0].unit and part.unit for part in parts):
        return []
    return parts


def unequal(parts: Sequence[Number], total: Number) -> bool:
    """Whether a total is not the sum of parts, and near enough to be meant as it."""
    added = sum(part.value for part in parts)
    return abs(added - total.value) > 0.05 and 0.5 * total.value < added < 2 * total.value


def _after(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "70 men and 55 women died, 125 people in all"; "..., a total of 125"."""
    for place, total in enumerate(numbers):
        if place < 2:
            continue
        before = _TOTAL_OF.search(text, start, total.start)
        if not before and not _IN_ALL.match(text[total.end : total.end + 60]):
            continue
        stop = before.start() if before else total.start
        head = text[start:stop].rstrip()
        if not head.endswith((",", ";", "–", "—", "(", "or", ", for")):
            continue
        close = start + len(head.rstrip(",;–—( "))
        parts = row(text, start, close, numbers[:place])
        if not parts or parts[0].unit != total.unit or _GROWS.search(text, parts[0].start, close):
            continue
        if unequal(parts, total) and all(part.value < total.value for part in parts):
            return Unequal(Span(parts[0].start, total.end), parts, total)
    return None


_MADE_UP = re.compile(en.MADE_UP)
_GROUPS = re.compile(rf"[\s-]{en.GROUPS}\b(?:\s[\w’]+){{0,3}}?\s*,?\s*$")
_GROUP_OF = re.compile(en.GROUP_OF)


def _made_up(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "The delegation of 12 is made up of seven pilots and five cooks"."""
    for place, first in enumerate(numbers):
        verb = _MADE_UP.search(text, start, first.start)
        if not verb:
            continue
        wholes = [
            n for n in (*numbers[:place], *_hyphened(text, start, verb.start())) if n.end <= verb.start()
        ]
        if not wholes:
            return _spelled_out(text, numbers[place:], end)
        total = max(wholes)
        between = text[total.end : verb.start()]
        bare = _GROUP_OF.search(text, start, total.start) and not re.search(r"[,;:]", between)
        if not (bare and len(between) < 12) and not _GROUPS.match(between):
            return None
        return _direct(text, numbers[place:], end, total)
    return None


_SPELLED_OUT = re.compile(rf"\s{en.GROUPS}(?:,|:|\s[–—])\s")


def _spelled_out(text: str, numbers: Sequence[Number], end: int) -> Unequal | None:
    """ "It consists of 21 members, nine judges, seven professors and five clergymen"."""
    opened = _SPELLED_OUT.match(text, numbers[0].end)
    if not opened or len(numbers) < 3 or numbers[1].start != opened.end():
        return None
    return _direct(text, numbers[1:], end, numbers[0])


def _direct(text: str, numbers: Sequence[Number], end: int, total: Number) -> Unequal | None:
    """Parts each of which begins with its number, up to the last that "and" introduces."""
    parts = [numbers[0]]
    for number in numbers[1:]:
        between = text[parts[-1].end : number.start]
        if (
            not re.fullmatch(r"(?:\s[\w’'-]+){1,5}?(?:,\s(?:and\s)?|\sand\s)", between)
            or number.unit != parts[0].unit
        ):
            return None
        parts.append(number)
        if re.search(r"\band\s$", between):
            break
    tail = text[parts[-1].end : end]
    if len(parts) < 2 or not re.search(r"\band\s$", text[parts[-2].end : parts[-1].start]):
        return None
    if re.match(
        r"[^,;:.]{0,60}(?:,\s(?:and|plus|as well as|along with)|\s(?:and|plus|as well as|along with))\s", tail
    ):
        return None
    if not unequal(parts, total):
        return None
    return Unequal(Span(total.start, parts[-1].end), parts, total)


def _hyphened(text: str, start: int, end: int) -> list[Number]:
    """Numbers with a noun joined to them: "the 40-member crew"."""
    found = []
    for match in _HYPHENED.finditer(text, start, end):
        value = worth(match["value"])
        if value is not None and re.match(rf"-{en.GROUPS}\b", match["after"]):
            found.append(Number(match.start(), match.end("value"), value, ""))
    return found


_WHOM = re.compile(r",?\s(?:of whom|among (?:them|whom)|including)\s", re.I)
_OWN = re.compile(en.OWN_BODY)


def _at_most(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "30 ministers, of whom 18 were men and 14 women": parts of one sort that are more than their whole."""
    for place, total in enumerate(numbers[:-2]):
        parts = numbers[place + 1 : place + 3]
        opened = _WHOM.search(text, total.end, parts[0].start + 1)
        if (
            not opened
            or opened.end() + 4 < parts[0].start
            or re.search(r"[.;:()]", text[total.end : opened.start()])
        ):
            continue
        if (
            _classed(text, parts)
            and sum(part.value for part in parts) > total.value
            and not any(number.unit for number in (total, *parts))
        ):
            return Unequal(Span(total.start, parts[-1].end), parts, total, True)
    return None


def _in_body(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "18 men and 14 women sit in the 30-seat chamber"."""
    bodies = [n for n in _hyphened(text, start, end) if _OWN.match(text, n.end)]
    for one, other in pairwise(numbers):
        added = one.value + other.value
        for body in bodies:
            if added > body.value and _classed(text, (one, other)) and abs(body.start - other.end) < 80:
                edges = sorted((one.start, other.end, body.start, body.end + 8))
                return Unequal(Span(edges[0], min(end, edges[-1])), (one, other), body, True)
    return None


def _classed(text: str, parts: Sequence[Number]) -> bool:
    """Whether two parts are of people who are one or the other, and stand right beside each other."""
    between = text[parts[0].end : parts[1].start]
    if not re.fullmatch(r"\s(?:were\s|are\s)?[\w ]{2,30}?,?\s(?:and\s)(?:the\s)?", between):
        return False
    sorts = [re.match(r"\s(?:were\s|are\s)?([\w]+)", text[part.end : part.end + 40]) for part in parts]
    words = [sort[1] if sort else "" for sort in sorts]
    return words[0] != words[1] and any(all(re.fullmatch(sort, w) for w in words) for sort in en.CLASSES)


_HOLDS = re.compile(en.HOLDS)
_BRACKETED = re.compile(rf"\((?P<value>\d{{1,4}})(?:\s{en.SEATS})?\)")
_TO_NEXT = re.compile(r"[^.;:()\d]{2,70}")
_SEATS = re.compile(rf"\s(?:of (?:the|its) \d+ )?{en.SEATS}\b")


def _seats(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "The Greens (34 seats), the Liberals (21) and the Farmers (11) have 66 seats"."""
    found = list(_BRACKETED.finditer(text, start, end))
    if len(found) < 2 or not any(" " in match[0] for match in found):
        return None
    for one, other in pairwise(found):
        if not re.fullmatch(r"(?:,|,? and|,? plus)\s[^.;:()\d]{2,60}", text[one.end() : other.start()]):
            return None
    if (
        not re.match(r",?\sand\s", text[found[-2].end() : found[-1].start()])
        and ", and " not in text[found[-2].end() : found[-1].start()]
    ):
        return None
    parts = [Number(m.start("value"), m.end("value"), float(m["value"]), "") for m in found]
    for total in numbers:
        if total.start > found[-1].end() and _HOLDS.search(text, found[-1].end(), total.start):
            near = total.start - found[-1].end() < 60
            if near and _SEATS.match(text, total.end) and unequal(parts, total):
                return Unequal(Span(parts[0].start - 1, total.end), parts, total)
    return None


_OTHER = re.compile(
    rf"(?:,|\band\b|;|\bwhile\b)\s(?:and\s|while\s)?the (?:other|remaining)\s(?={NUMBER}\b)", re.I
)
_OF_ALL = re.compile(r"\s(?:out )?of (?:the |its |their |all )?$")


def _other(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "Twelve of the 20 boats were lost and the other eight returned"."""
    for place, (part, total, rest) in enumerate(zip(numbers, numbers[1:], numbers[2:], strict=False)):
        if place + 3 < len(numbers) or place or not _OF_ALL.fullmatch(text[part.end : total.start]):
            continue
        found = _OTHER.search(text, total.end, rest.end)
        if not found or found.end() != rest.start or any(n.unit for n in (part, total, rest)):
            continue
        if part.value + rest.value != total.value and part.value < total.value:
            return Unequal(Span(part.start, rest.end), (part, rest), total)
    return None


_LISTED = re.compile(rf"\s(?:{en.SEATS}|years|ships|places|rooms|schools|houses|votes)\s?[:–—]\s")


def _opened(text: str, start: int, end: int, numbers: Sequence[Number]) -> Unequal | None:
    """ "The chamber has 120 seats: the Greens hold 54, the Liberals 41 and the Farmers 25"."""
    total = numbers[0]
    opened = _LISTED.match(text, total.end)
    if not opened:
        return None
    parts = row(text, opened.end(), end, numbers[1:])
    if len(parts) != len(numbers) - 1 or parts[0].unit or _GROWS.search(text, opened.end(), end):
        return None
    if not re.search(r"\band\s", text[parts[-2].end : parts[-1].start]) or not unequal(parts, total):
        return None
    return Unequal(Span(total.start, parts[-1].end), parts, total)


Form = Callable[[str, int, int, Sequence[Number]], Unequal | None]
FORMS: tuple[Form, ...] = (_after, _made_up, _at_most, _in_body, _seats, _other, _opened)


def finding_of(matter: Matter, parts: Sequence[Number], total: Number, span: Span) -> Finding:
    """What is said of parts that do not come to their total."""
    return _finding(matter, Unequal(span, parts, total))


def _finding(matter: Matter, found: Unequal) -> Finding:
    text = matter.document.text
    added = sum(part.value for part in found.parts)
    printed = [f"“{text[part.start : part.end]}”" for part in found.parts]
    whole = text[found.total.start : found.total.end]
    told = "they are parts of" if found.most else "the total given is"
    return finding(
        "total",
        f"The parts {', '.join(printed[:-1])} and {printed[-1]} add up to {added:,g}, {told} “{whole}”.",
        [Shown(matter.document.id, found.span)],
        f"{' + '.join(f'{part.value:,g}' for part in found.parts)} = {added:,g}, not {found.total.value:,g}.",
        0.9,
    )

"""A whole and its parts are added up where each part repeats one form and the sentence ends with the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.check.languages import en_splits as en
from onrecord.check.sums import Number, finding_of, read, unequal
from onrecord.model import Finding, Matter, Span

_OPENED = re.compile(
    rf"\s(?P<noun>[^.;:!?()–—\d]{{2,80}}?)(?P<sign>:|,?\s(?:{en.MADE_OF})|\s?[–—]|,)\s(?:with\s)?"
)
_BARE = re.compile(rf"(?P<sign>,?\s(?:{en.MADE_OF})|:|,?\s[–—])\s")
_PLACE = re.compile(rf"(?:\s(?P<noun>[a-z-]+(?:\s[a-z-]+)?))?\s(?P<form>{en.PREPOSITIONS})\s(?=[^\d\W])")
_SORT = re.compile(rf"\s(?:(?:were|are)\s)?(?P<form>{en.SORTS})\b")
_JOINT = re.compile(r"(?P<and>,?\sand\s)|,\s")
_STOP = re.compile(r"(?:[^,;:.!?()–—\d]|\.(?=\d))*(?P<end>[.;:!?)”\"–—]|,\s[^\d]*[.!?”\"]|$)")
_TOTAL_OF = re.compile(r"\b(?:total of|all)\s(?:the\s)?$", re.I)
_SENTENCE = re.compile(r"[.!?][”\"’)]*\s|\n\s*\n")
_DIVIDED = re.compile(rf"\b(?:{en.DIVIDED})")
_BEFORE = 80  # code points of a sentence before such a verb
_BRACKETED = re.compile(r"\((?P<value>\d{1,3}(?:,\d{3})+|\d+)\)")
_CAST = re.compile(rf"(?P<value>\d[\d,]*)\s(?:{en.CAST})\b")
_WON = re.compile(rf"\b(?:{en.WON})\s$")
_FARTHEST = 300  # code points of a whole with its parts
_UNDER = 0.9  # of the whole: fewer may be some of them only


def within(matter: Matter) -> Iterator[Finding]:
    """Wholes that are not the sum of the parts after them."""
    text, amounts = matter.document.text, matter.amounts
    for place, whole in enumerate(amounts[:-2]):
        if amounts[place + 2].span.start - whole.span.start > _FARTHEST:
            continue
        if whole.low != whole.high or whole.total is not None:
            continue
        if whole.kind not in ("count", "measure", "money") or whole.value < 3:
            continue
        end = _end(text, whole.span.start)
        numbers = read(text, whole.span.start, end)
        if len(numbers) > 2 and numbers[0].start < whole.span.end:
            found = _opened(text, numbers, end)
            if found:
                yield finding_of(matter, *found)
    yield from _divided(matter)
    yield from _votes(matter)


def _end(text: str, start: int) -> int:
    stop = _SENTENCE.search(text, start, start + _FARTHEST)
    return stop.start() + 1 if stop else min(len(text), start + _FARTHEST)


Split = tuple[Sequence[Number], Number, Span]


def _opened(text: str, numbers: Sequence[Number], end: int) -> Split | None:
    """ "There were 30 complaints: 12 about noise, 8 about dust and 10 about both"."""
    total, first = numbers[0], numbers[1]
    opened = _OPENED.fullmatch(text, total.end, first.start) or _BARE.fullmatch(text, total.end, first.start)
    if not opened:
        return None
    parts, form = _row(text, numbers[1:], total.unit)
    if len(parts) < 2:
        return None
    stop = _STOP.match(text, parts[-1].end, min(len(text), end + 1))
    if not stop or any(parts[-1].end < n.start < stop.end("end") for n in numbers):
        return None
    added, sign = sum(part.value for part in parts), opened["sign"].strip()
    own = _PLACE.match(text, parts[0].end)
    if sign == "," and own and re.search(rf"\s{own['form']}\s", text[total.end : opened.start("sign")]):
        return None  # "six chosen by the council, three by the mayor": the first is a part too
    if not unequal(parts, total) or any(part.value >= total.value for part in parts):
        return None
    sure = sign != "," or form == "sort" or _TOTAL_OF.search(text, max(0, total.start - 12), total.start)
    if sign == "," and len(parts) < 3 and form != "sort":
        return None
    if not sure and added < _UNDER * total.value:
        return None
    return parts, total, Span(total.start, parts[-1].end)


def _row(text: str, numbers: Sequence[Number], unit: str) -> tuple[list[Number], str]:
    """The numbers that repeat one form, to the last that "and" introduces; and what the form is."""
    parts: list[Number] = []
    forms: set[str] = set()
    kind = ""
    for number in numbers:
        if parts:
            between = text[parts[-1].end : number.start]
            joints = list(_JOINT.finditer(between))
            if not joints or joints[-1].end() != len(between) or len(between) > 90:
                return [], ""
        place, sort = _PLACE.match(text, number.end), _SORT.match(text, number.end)
        if sort and kind in ("", "sort"):
            kind = "sort"
            if sort["form"] in forms:
                return [], ""
            forms.add(sort["form"])
        elif place and kind in ("", "place") and (not forms or place["form"] in forms):
            kind = "place"
            forms.add(place["form"])
        else:
            return [], ""
        if number.unit != (parts[0].unit if parts else number.unit):
            return [], ""
        parts.append(number)
        if len(parts) > 1 and _JOINT.search(between) and re.search(r"\band\s$", between):
            break
    else:
        return [], ""
    alike = kind == "sort" and not en.one_class(forms)
    return ([], "") if alike or (unit and unit != parts[0].unit) else (parts, kind)


def _divided(matter: Matter) -> Iterator[Finding]:
    """ "The 90 seats are divided among the Greens (40), the Liberals (30) and the Farmers (20)"."""
    text = matter.document.text
    for divided in _DIVIDED.finditer(text) if " (" in text else ():
        begin, end = max(0, divided.start() - _BEFORE), _end(text, divided.start())
        for stop in _SENTENCE.finditer(text, begin, divided.start()):
            begin = stop.end()
        whole = [n for n in read(text, begin, divided.start()) if n.end > begin]
        found = list(_BRACKETED.finditer(text, divided.end(), end))
        if len(whole) != 1 or len(found) < 2 or not _each_in_brackets(text, found):
            continue
        if not re.fullmatch(r"\s[^,;:()]{2,40}", text[whole[0].end : divided.start()]):
            continue
        parts = [
            Number(m.start("value"), m.end("value"), float(m["value"].replace(",", "")), "") for m in found
        ]
        if unequal(parts, whole[0]):
            yield finding_of(matter, parts, whole[0], Span(whole[0].start, found[-1].end()))


def _each_in_brackets(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether a name stands before each bracket, and the last is joined with "and"."""
    between = [text[one.end() : other.start()] for one, other in pairwise(found)]
    return all(re.fullmatch(r",?(?:\sand)?\s[^.;:()\d,]{2,60}", one) for one in between) and bool(
        re.match(r",?\sand\s", between[-1])
    )


def _votes(matter: Matter) -> Iterator[Finding]:
    """ "A got 29 votes and B got 28; 57 votes were cast"."""
    text = matter.document.text
    for cast in _CAST.finditer(text):
        begin = max(0, cast.start() - _FARTHEST)
        for stop in _SENTENCE.finditer(text, begin, cast.start()):
            begin = stop.end()
        numbers = read(text, begin, cast.start())
        won = [n for n in numbers if _WON.search(text, max(begin, n.start - 16), n.start)]
        total = Number(cast.start("value"), cast.end("value"), float(cast["value"].replace(",", "")), "")
        if len(won) < 2 or won != numbers or not unequal(won, total):
            continue
        yield finding_of(matter, won, total, Span(won[0].start, cast.end()))

"""A retelling changed a number, name, place, day or denial only where the words around it are the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onrecord.check import occasion, told_numbers
from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import around, beside, capital, middle, own_edits, part, quoted, sides, texts_called
from onrecord.model import Edit, Finding, Shown, Span, finding

NAME = "changed-words"
_OWN = ("direct", "mixed", "turn")
_WHOLE = ("direct", "turn")  # modes in which every word is the speaker's
_SCORE = 0.7  # of the shorter side's words that must stand in the other
_WORDS = 7  # on the shorter side, at least
_UNDATED = 10  # ... where nothing shows that both are of one day
_TELLING = 3  # numbers, names and days that differ: with more it is another utterance of the same kind
_EVERY = 8  # words: one other change in so many is still the same wording
_BESIDE = 4  # equal words right beside a change, both sides together
_ROOM = 30  # code points within which no other change may stand beside a denial
_SLIGHT = frozenset(words.SLIGHT.split())
_TITLES = frozenset(words.TITLES.split())
_MOVING = frozenset(words.MOVING.split())
_SEASONS = frozenset(words.SEASONS.split())
_MONTHS = frozenset(words.MONTHS.split())
_DATED = frozenset(words.DATED.split())
_KINDS = frozenset(words.KINDS_OF_PLACES.split())
_COMPASS = frozenset(words.COMPASS.split())
_COUNTED = re.compile(r"(?:\s*\\?\[sic\\?\])?[\s\u00a0]*-?(%|[^\W\d_]+)")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


class Change(NamedTuple):
    """What each text has: the spans to quote, and both in the form in which they are compared."""

    kind: str
    earlier: Span
    later: Span
    compared: tuple[str, str]


def changed(repetitions: Sequence[Retold]) -> Iterator[Finding]:
    """Findings among the repetitions of one family, one for each pair of words put for one another."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for one in repetitions:
        if not one.hop.edits or not one_utterance(one) or not alike(one):
            continue
        for change in _changes(one):
            key = change.kind, frozenset(change.compared)
            if key not in seen and not _said_elsewhere(one, change, repetitions):
                seen.add(key)
                yield _found(one, change)


def one_utterance(one: Retold) -> bool:
    """Whether both sides can tell one utterance of one speaker."""
    earlier, later = one.earlier.statement, one.later.statement
    if earlier is None or later is None:
        return False
    modes = earlier.mode, later.mode
    copy = occasion.copies(one.earlier.document.text, one.later.document.text)
    if not copy and (not set(modes) & set(_OWN) or "joint" in modes):
        return False
    if modes == ("turn", "turn") and not occasion.same_report(one.earlier, one.later):
        return False
    if not occasion.one_occasion(one.earlier, one.later, one.hop.order):
        return False
    if (
        not copy
        and "turn" not in modes
        and not any(quoted(told, middle(told, span)) for told, span in sides(one))
    ):
        return False
    own = occasion.one_speaker(one.earlier.voice, one.later.voice)
    known = bool(one.earlier.voice.name or one.later.voice.name)
    return own is True or (own is None and known and (copy or "indirect" not in modes))


def alike(one: Retold) -> bool:
    """Whether few words differ."""
    size = min(len(_WORD.findall(told.document.text, span.start, span.end)) for told, span in sides(one))
    edits = [edit.kind for edit in own_edits(one)]
    plain = sum(kind in ("dropped", "added", "replaced") for kind in edits)
    return (
        one.hop.score >= _SCORE
        and size >= (_WORDS if occasion.dated(one.earlier, one.later) else _UNDATED)
        and len(edits) - plain <= _TELLING
        and plain <= 1 + size // _EVERY
    )


def _changes(one: Retold) -> Iterator[Change]:
    for edit in own_edits(one):
        judge = _JUDGES.get(edit.kind)
        if judge is not None and beside(one, edit) >= _BESIDE and (change := judge(one, edit)):
            yield change


def _number(one: Retold, edit: Edit) -> Change | None:
    """Numbers that no rounding makes one, of the same thing."""
    found = [
        told_numbers.number(told.document.text, span, part(told, span)) for told, span in sides(one, edit)
    ]
    quoted = all(told.statement and told.statement.mode in _WHOLE for told in (one.earlier, one.later))
    if found[0] is None or found[1] is None or told_numbers.one_value(found[0], found[1], quoted):
        return None
    here, there = _next(found[0].span.end, one.earlier), _next(found[1].span.end, one.later)
    texts = one.earlier.document.text, one.later.document.text
    if here.of(texts[0]).casefold() != there.of(texts[1]).casefold():
        return None
    spans = Span(found[0].span.start, here.end), Span(found[1].span.start, there.end)
    return Change("number", *spans, (f"{found[0].value:g}", f"{found[1].value:g}"))


def _next(end: int, told: Told) -> Span:
    """The word or sign after a number, which says what is counted; empty where the words end."""
    bounds = part(told, Span(end, end))
    match = _COUNTED.match(told.document.text, end, min(bounds.end, end + 30))
    return Span(*match.span(1)) if match else Span(end, end)


def _date(one: Retold, edit: Edit) -> Change | None:
    """A weekday put for a weekday, a month for a month and so on; not "today" for "Monday"."""
    keys = _keys(one, edit)
    if _MOVING & {word for side in keys for word in side}:
        return None
    sorts = [{_sort(word) for word in side} for side in keys]
    if "" in sorts[0] | sorts[1] or sorts[0] != sorts[1]:
        return None
    here, there = ({_day(word) for word in side} for side in keys)
    return _plain("date", edit, keys) if here != there else None


def _sort(word: str) -> str:
    if word in words.WEEKDAYS:
        return "weekday"
    if word in _MONTHS:
        return "month"
    if word in _SEASONS:
        return "season"
    if word in _SLIGHT or word in _DATED:
        return "slight"
    return ("year" if len(word) == 4 else "day") if word[0].isdigit() else ""


def _day(word: str) -> str:
    if word in words.WEEKDAYS:
        return str(words.WEEKDAYS[word])
    if word in _MONTHS:
        return word[:3]
    return word.rstrip("stndrh") if word[0].isdigit() else "" if _sort(word) == "slight" else word


def _name(one: Retold, edit: Edit) -> Change | None:
    """Names with nothing in common: neither a part, nor a spelling, nor letters that shorten the other."""
    keys = _keys(one, edit)
    here, there = ([word for word in side if word not in _TITLES and word not in _SLIGHT] for side in keys)
    if not here or not there or not all(_capital(t.document.text, s) for t, s in sides(one, edit)):
        return None
    if any(_related(a, b) for a in here for b in there) or _initials(here, there) or _initials(there, here):
        return None
    return _plain(edit.kind, edit, keys)


def _place(one: Retold, edit: Edit) -> Change | None:
    """Places; those that share a word differ where the others are points of the compass."""
    keys = _keys(one, edit)
    here, there = (set(side) - _SLIGHT for side in keys)
    if here - there <= _KINDS or there - here <= _KINDS:
        return None  # "New York", "New York City"
    if here & there and here & there <= _KINDS:
        return _plain("place", edit, keys)
    if here & _COMPASS != there & _COMPASS and here - _COMPASS == there - _COMPASS:
        both = (here ^ there) <= _COMPASS and here & _COMPASS and there & _COMPASS
        return _plain("place", edit, keys) if both else None
    return _name(one, edit)


def _negation(one: Retold, edit: Edit) -> Change | None:
    """A denial that came or went while all beside it stayed."""
    for other in own_edits(one):
        if other is edit:
            continue
        near = any(
            a.start - _ROOM < b.end and b.start < a.end + _ROOM
            for a, b in ((edit.earlier, other.earlier), (edit.later, other.later))
        )
        if near:
            return None
    spans = [around(told, span, 2) for told, span in sides(one, edit)]
    keys = _keys(one, edit)
    return Change("negation", spans[0], spans[1], (" ".join(keys[0]), " ".join(keys[1])))


def _replaced(one: Retold, edit: Edit) -> Change | None:
    """Of other words, only points of the compass: "the eastern shore", "the western shore"."""
    keys = _keys(one, edit)
    points = all(len(side) == 1 and side[0] in _COMPASS for side in keys)
    return _plain("place", edit, keys) if points and keys[0][0][:4] != keys[1][0][:4] else None


_JUDGES: dict[str, Callable[[Retold, Edit], Change | None]] = {
    "number": _number, "date": _date, "name": _name, "place": _place, "negation": _negation,
    "replaced": _replaced,
}  # fmt: skip


def _keys(one: Retold, edit: Edit) -> list[list[str]]:
    return [
        [word.casefold() for word in _WORD.findall(told.document.text, span.start, span.end)]
        for told, span in sides(one, edit)
    ]


def _plain(kind: str, edit: Edit, keys: list[list[str]]) -> Change:
    return Change(kind, edit.earlier, edit.later, (" ".join(keys[0]), " ".join(keys[1])))


def _capital(text: str, span: Span) -> bool:
    return any(word[0].isupper() for word in _WORD.findall(text, span.start, span.end))


def _related(one: str, other: str) -> bool:
    """Whether two words can be forms of one name: "Russia", "Russian"; "Zelensky", "Zelenskyy"."""
    return one[:4] == other[:4] or occasion.alike(one, other)


def _initials(one: list[str], other: list[str]) -> bool:
    return len(one) == 1 and len(other) > 1 and one[0].replace(".", "") == "".join(word[0] for word in other)


def _said_elsewhere(one: Retold, change: Change, repetitions: Sequence[Retold]) -> bool:
    """Whether a quotation has the words of another transcript in which the speaker says just that."""
    for told, span in ((one.earlier, change.earlier), (one.later, change.later)):
        assert told.statement
        if told.statement.mode == "turn":
            continue
        for other in repetitions:
            pairs = (
                (other.earlier, other.hop.earlier_span, other.later),
                (other.later, other.hop.later_span, other.earlier),
            )
            for here, where, there in pairs:
                if here.statement and there.statement and here.statement.id == told.statement.id:
                    covers = where.start <= span.start and span.end <= where.end
                    touched = any(
                        _touch(edit.earlier if here is other.earlier else edit.later, span)
                        for edit in other.hop.edits
                    )
                    own = occasion.one_speaker(told.voice, there.voice)
                    if covers and not touched and own and there.statement.mode == "turn":
                        return True
    return False


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _found(one: Retold, change: Change) -> Finding:
    texts = one.earlier.document.text, one.later.document.text
    quoted = [
        " ".join(span.of(text).split())
        for text, span in zip(texts, (change.earlier, change.later), strict=True)
    ]
    first, second = texts_called(one)
    who = one.earlier.voice.name or one.later.voice.name
    whose = f"in the same words of {who}" if who else "in the same words"
    shown = [
        Shown(told.document.id, around(told, span, 8))
        for told, span in ((one.earlier, change.earlier), (one.later, change.later))
    ]
    statements = [told.statement.id for told in (one.earlier, one.later) if told.statement]
    verb = "has" if change.kind == "negation" else "gives"
    message = f'{capital(first)} {verb} "{quoted[0]}", {second} "{quoted[1]}", {whose}.'
    return finding(NAME, message, shown, _why(one, change), 0.9, statements)


def _why(one: Retold, change: Change) -> str:
    days = [occasion.day(told) for told in (one.earlier, one.later)]
    when = f"; the texts are of {days[0]} and {days[1]}" if all(days) else ""
    return f"The {change.kind} differs, and the words beside it are the same{when}."

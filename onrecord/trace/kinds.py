"""Every difference is named once, as what an editor would call it, and stands exactly where it is."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.model import Edit, EditKind, Span
from onrecord.trace.differences import Difference, trimmed
from onrecord.trace.lines import ELLIPSIS, Line, breaks
from onrecord.trace.numbers import numeric
from onrecord.trace.sorts import Atom, Sort, atoms, bare, place

_TYPED = 8  # words: in longer replaced stretches that a number stands where one stood means nothing
_PLACED = 2  # words of a place that is not listed, known by what was put for it and by "in" before it
_DENIED = 3  # words: a longer stretch left out is a clause with a denial in it, not a denial
_PLAIN = ("dropped", "added", "replaced")
_BESIDE = {"date": "BESIDE", "place": "BESIDE", "name": "TITLES"}  # what may stand before each
_STEM = 3  # letters that a word keeps without what denies it
_FEW = 4  # changed words, both sides together, from which a slight word between two changes joins them

Pair = tuple[Line, Line]


class Named(NamedTuple):
    """A difference with its kind."""

    kind: EditKind
    where: Difference


def edits(one: Line, other: Line, found: list[Difference]) -> list[Edit]:
    """Differences as edits, in order: named, cut where two things changed, joined where one phrase did."""
    lines = one, other
    named = [part for block in found for part in _parted(lines, block)]
    named = _one_phrase(lines, _undated_moves(lines, named))
    return [Edit(part.kind, *_spans(lines, part)) for part in named]


def _parted(lines: Pair, block: Difference) -> list[Named]:
    one, other = lines
    a, b, c, d = block
    size = max(b - a, d - c)
    if size > _TYPED or ((a == b or c == d) and size > _DENIED):
        return [_plain(block)]
    lenient = a < b and c < d and one.opens(a) and other.opens(c)
    here, there = atoms(one, a, b, lenient), atoms(other, c, d, lenient)
    anchors = _anchors(lines, block, here, there)
    parts: list[Named] = []
    if not anchors:
        return _remaining(lines, block, parts)
    at, to = a, c
    for anchor in [*anchors, Named("replaced", Difference(b, b, d, d))]:
        where = anchor.where
        parts += _rest(lines, Difference(at, where.one, to, where.other), parts)
        if where.one < where.one_end or where.other < where.other_end:
            parts.append(anchor)
        at, to = where.one_end, where.other_end
    return _absorbed(lines, parts)


def _plain(block: Difference) -> Named:
    if block.one == block.one_end:
        return Named("added", block)
    return Named("dropped" if block.other == block.other_end else "replaced", block)


def _anchors(lines: Pair, block: Difference, here: list[Atom], there: list[Atom]) -> list[Named]:
    """Numbers put for numbers, names for names and so on, and denials that only one side has, in order."""
    found: list[Named] = []
    paired: set[Atom] = set()
    first = 0
    for atom in here:
        for at in range(first, len(there)):
            kind = _kind(lines, atom, there[at])
            if kind:
                found.append(Named(kind, Difference(*atom[1:], *there[at][1:])))
                paired |= {atom, there[at]}
                first = at + 1
                break
    for side, several in enumerate((here, there)):
        for atom in several:
            if atom.sort == "negation" and atom not in paired:
                found = _with_denial(found, block, atom, side)
    return found


def _kind(lines: Pair, one: Atom, other: Atom) -> EditKind | None:
    """What it is that one was put for the other, or None where they do not answer to one another."""
    sorts: set[Sort] = {one.sort, other.sort}
    if sorts == {"negation"}:
        return "replaced"
    if sorts == {"number", "date"}:
        digits = lines[0].keys[one.start][:1].isdigit() and lines[1].keys[other.start][:1].isdigit()
        return "number" if digits else None
    if sorts == {"place", "name"}:
        line, at = (lines[0], one.start) if one.sort == "name" else (lines[1], other.start)
        listed = lines[1].keys[other.start] if one.sort == "name" else lines[0].keys[one.start]
        short = max(one.end - one.start, other.end - other.start) <= _PLACED
        located = short and line.lexicon.has(line.key(at - 1), "PLACING") and not _is_figure(line, at)
        return "place" if located and not line.lexicon.has(bare(listed), "PEOPLES") else "name"
    return one.sort if len(sorts) == 1 else None


def _is_figure(line: Line, at: int) -> bool:
    return any(span.start <= line.starts[at] < span.end for span, _ in line.figures)


def _with_denial(found: list[Named], block: Difference, atom: Atom, side: int) -> list[Named]:
    """The anchors with a denial that one side has put among them, where it would stand on the other side."""
    start, end = 2 * side, 2 * side + 1
    before = [part for part in found if part.where[end] <= atom.start]
    after = found[len(before) :]
    floor = before[-1].where if before else Difference(block.one, block.one, block.other, block.other)
    roof = (
        after[0].where
        if after
        else Difference(block.one_end, block.one_end, block.other_end, block.other_end)
    )
    low, high = floor[3 - start], roof[2 - start]
    ahead, behind = atom.start - floor[end], roof[start] - atom.end
    if not ahead and not behind and high - low <= 2:
        bounds = low, high  # "no" for "some", "never" for "always"
    else:
        at = (
            low if not ahead else high if not behind else low + round((high - low) * ahead / (ahead + behind))
        )
        bounds = at, at
    where = Difference(*atom[1:], *bounds) if side == 0 else Difference(*bounds, *atom[1:])
    return [*before, Named("negation", where), *after]


def _rest(lines: Pair, block: Difference, before: list[Named]) -> list[Named]:
    """What is left between two anchors."""
    left = trimmed(*lines, block)
    return _remaining(lines, left, before) if left else []


def _remaining(lines: Pair, left: Difference, before: list[Named]) -> list[Named]:
    if left.one_end - left.one == left.other_end - left.other == 1:
        one, other = lines[0].keys[left.one], lines[1].keys[left.other]
        if _opposite(lines[0], one, other):
            return [Named("negation", left)]
        if before and before[-1].kind == "negation" and lines[0].lexicon.one_verb(one, other):
            return []  # "supports", "does not support"
    return [_plain(left)]


def _opposite(line: Line, one: str, other: str) -> bool:
    """Whether one word is the other with a denial put before it."""
    short, long = sorted((one, other), key=len)
    if not long.endswith(short) or len(short) < _STEM:
        return False
    prefix, lexicon = long.removesuffix(short), line.lexicon
    if lexicon.has(prefix, "PREFIXES_SURE") and len(short) > _STEM:
        return not lexicon.has(short, "NO_OPPOSITES")
    return lexicon.has(prefix, "PREFIXES") and lexicon.has(short, "OPPOSITES")


def _absorbed(lines: Pair, parts: list[Named]) -> list[Named]:
    """Words that came or went with a date, a place or a name belong to it: "on Monday", "Judge Orlova"."""
    whole: list[Named] = []
    for part in parts:
        last = whole[-1] if whole else None
        list_ = _BESIDE.get(part.kind)
        if last and list_ and last.kind in ("dropped", "added"):
            side, start = (lines[0], 0) if last.kind == "dropped" else (lines[1], 2)
            keys = side.keys[last.where[start] : last.where[start + 1]]
            if all(side.lexicon.has(key, list_) for key in keys):
                whole[-1] = Named(part.kind, _joined(last.where, part.where))
                continue
        whole.append(part)
    return whole


def _joined(first: Difference, last: Difference) -> Difference:
    return Difference(first.one, last.one_end, first.other, last.other_end)


def _undated_moves(lines: Pair, parts: list[Named]) -> list[Named]:
    """The edits without days that are only written otherwise: "May 8", "8 May", "May 8th"."""
    kept: list[Named] = []
    for part in parts:
        if kept and {kept[-1].kind, part.kind} == {"dropped", "added"}:
            gone, come = (kept[-1], part) if part.kind == "added" else (part, kept[-1])
            here = lines[0].keys[gone.where.one : gone.where.one_end]
            there = lines[1].keys[come.where.other : come.where.other_end]
            between = lines[0].keys[kept[-1].where.one_end : part.where.one]
            dated = [lines[0].lexicon.has(key, "MONTHS") for key in here + between]
            if len(here) == 1 and len(between) <= 2 and any(dated) and _day(here) == _day(there):
                kept.pop()
                continue
        kept.append(part)
    return [part for part in kept if part.kind != "date" or not _same_day(lines, part.where)]


def _same_day(lines: Pair, where: Difference) -> bool:
    return _day(lines[0].keys[where.one : where.one_end]) == _day(
        lines[1].keys[where.other : where.other_end]
    )


def _day(keys: list[str]) -> list[str]:
    return [key[:-2] if key[:1].isdigit() and not key.isdigit() else key for key in keys]


def _one_phrase(lines: Pair, parts: list[Named]) -> list[Named]:
    """Changes that only a slight word holds apart, as one: a phrase was put for a phrase."""
    whole: list[Named] = []
    for part in parts:
        last = whole[-1] if whole else None
        if last and last.kind in _PLAIN and part.kind in _PLAIN and _touch(lines, last.where, part.where):
            whole[-1] = _plain(_joined(last.where, part.where))
        else:
            whole.append(part)
    return whole


def _touch(lines: Pair, first: Difference, second: Difference) -> bool:
    one, other = lines
    apart = second.one - first.one_end
    if not apart and second.other == first.other_end:
        return True
    if apart != 1 or not one.lexicon.has(one.keys[first.one_end], "LIGHT"):
        return False
    if any(
        ELLIPSIS.search(gap) or breaks(gap, "", line.lexicon)
        for line, at in ((one, first.one_end), (other, first.other_end))
        for gap in (line.gap(at), line.gap(at + 1))
    ):
        return False
    return all(block[1] > block[0] and block[3] > block[2] for block in (first, second)) or (
        sum(block[1] - block[0] + block[3] - block[2] for block in (first, second)) >= _FEW
        and _plain(first).kind != _plain(second).kind
    )


def _spans(lines: Pair, part: Named) -> tuple[Span, Span]:
    a, b, c, d = part.where
    one, other = lines
    if part.kind == "place":
        wide, other_wide = _wide(one, a, b), _wide(other, c, d)
        left, right = max(a - wide[0], c - other_wide[0]), max(wide[1] - b, other_wide[1] - d)
        a, b = max(0, a - left), min(len(one.keys), b + right)
        c, d = max(0, c - left), min(len(other.keys), d + right)
    if part.kind == "number":
        (a, b), (c, d) = _whole(one, a, b), _whole(other, c, d)
    return _span(one, (a, b), other, c), _span(other, (c, d), one, a)


def _wide(line: Line, start: int, end: int) -> tuple[int, int]:
    """The whole name of a place of which a part was changed: "North Korea", "South Korea"."""
    found = place(line, start) if start < end else None
    return (min(start, found[0]), max(end, found[1])) if found else (start, end)


def _whole(line: Line, start: int, end: int) -> tuple[int, int]:
    """The whole of a number of which one half was changed: "twenty-three"."""
    while start < end and start > 0 and line.gap(start) == "-" and _spelt(line, start - 1):
        start -= 1
    while start < end < len(line.keys) and line.gap(end) == "-" and _spelt(line, end):
        end += 1
    return start, end


def _spelt(line: Line, at: int) -> bool:
    return numeric(line.keys[at], line.lexicon) and line.word(at).isalpha()


def _span(line: Line, bounds: tuple[int, int], other: Line, at: int) -> Span:
    """The words `bounds` of a line, or where the other line's words from `at` on would stand in it."""
    start, end = bounds
    if start < end:
        return line.span(start, end)
    if not line.keys:
        return Span(line.edge, line.edge)
    if start == 0 or (start < len(line.keys) and at < len(other.keys) and other.opens(at)):
        return Span(line.starts[start], line.starts[start])
    return Span(line.ends[start - 1], line.ends[start - 1])

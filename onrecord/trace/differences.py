"""Two lines are compared once, and what differs is said in as few stretches as an editor would mark."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.trace.lexicon import Lexicon
from onrecord.trace.lines import ELLIPSIS, Line, breaks
from onrecord.trace.numbers import number

_CELLS = 4_000_000  # words times words that are compared directly: some 20 ms and 60 MB
_ANCHOR = 3  # words in a row, found once on both sides, that hold longer lines together
_REACH = 12  # words by which a stretch is moved to where it begins and ends naturally
_STRAY = 3  # words that two stretches left out may have between them by chance
_JOINED = 3  # words beside one another that may be the same though cut differently ("cease-fire")
_SIZES = sorted(((i, j) for i in range(1, _JOINED + 1) for j in range(1, _JOINED + 1)), key=sum)
_SIZES += [(1, _JOINED + 1), (_JOINED + 1, 1)]  # "US", "United States of America"


class Difference(NamedTuple):
    """Words `one` to `one_end` of one line stand where words `other` to `other_end` of the other do."""

    one: int
    one_end: int
    other: int
    other_end: int


def differences(one: Line, other: Line) -> list[Difference]:
    """Where two lines differ, in order; what differs in spelling alone is left out."""
    found = joined([Difference(*block) for block in blocks(one.keys, other.keys)])
    found = settled(one, other, found)
    return [left for block in found if (left := trimmed(one, other, block)) is not None]


def blocks(one: list[str], other: list[str]) -> list[tuple[int, int, int, int]]:
    """The stretches in which two lists of words differ, in order: (from, to, from, to).

    Exact up to 4 million word pairs; longer lists are first held together by words that both have once.
    """
    start, end, tail = 0, min(len(one), len(other)), 0
    while start < end and one[start] == other[start]:
        start += 1
    while tail < end - start and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    found = []
    for a, b, c, d in _parts((start, len(one) - tail, start, len(other) - tail), one, other):
        if (b - a) * (d - c) == 0 or (b - a) * (d - c) > _CELLS:
            found.append((a, b, c, d))
            continue
        found += [
            (a + op.src_start, a + op.src_end, c + op.dest_start, c + op.dest_end)
            for op in Indel.opcodes(one[a:b], other[c:d])
            if op.tag != "equal"
        ]
    return [block for block in found if block[0] < block[1] or block[2] < block[3]]


def _parts(
    whole: tuple[int, int, int, int], one: list[str], other: list[str]
) -> list[tuple[int, int, int, int]]:
    """A pair of stretches, cut at anchors where it is too large to be compared at once."""
    a, b, c, d = whole
    if (b - a) * (d - c) <= _CELLS:
        return [whole]
    here, there = _once(one, a, b), _once(other, c, d)
    pairs = _rising([(at, there[words]) for words, at in here.items() if words in there])
    parts = []
    for at, to in pairs:
        if at >= a and to >= c:
            parts.append((a, at, c, to))
            a, c = at + _ANCHOR, to + _ANCHOR
    return [*parts, (a, b, c, d)]


def _once(words: list[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for at in range(start, end - _ANCHOR + 1):
        key = tuple(words[at : at + _ANCHOR])
        found[key] = -1 if key in found else at
    return {key: at for key, at in found.items() if at >= 0}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, in order of their first numbers, whose second numbers rise too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for place, (_, to) in enumerate(pairs):
        at = bisect_left(ends, to)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [to]
        last[at : at + 1] = [place]
    run = []
    place = last[-1] if last else -1
    while place >= 0:
        run.append(pairs[place])
        place = before[place]
    return run[::-1]


def joined(found: list[Difference]) -> list[Difference]:
    """Stretches that touch, as one."""
    whole: list[Difference] = []
    for block in found:
        if whole and whole[-1].one_end == block.one and whole[-1].other_end == block.other:
            whole[-1] = Difference(whole[-1].one, block.one_end, whole[-1].other, block.other_end)
        else:
            whole.append(block)
    return whole


def settled(one: Line, other: Line, found: list[Difference]) -> list[Difference]:
    """Stretches on one side only, moved to where they begin and end naturally.

    "to the north [and to the] south" is "to the north [and to the] south" as well as "to [the north and to]
    the south": the words are the same, and only their surroundings say which were left out. Two such
    stretches that a few words hold apart by chance are one where they can be moved together.
    """
    kept: list[Difference] = []
    for place, block in enumerate(found):
        floor = kept[-1] if kept else Difference(0, 0, 0, 0)
        ceiling = found[place + 1] if place + 1 < len(found) else None
        if block.one_end > block.one and block.other_end > block.other:
            kept.append(block)
            continue
        moved = _moved(one, other, block, (floor.one_end, ceiling.one if ceiling else len(one.keys)))
        kept.append(moved)
        if len(kept) > 1 and (met := _met(one, other, kept[-2], moved)):
            kept[-2:] = [met]
    return joined(kept)


def _met(one: Line, other: Line, first: Difference, second: Difference) -> Difference | None:
    """Two stretches of the same side as one, where the words between end the second or begin the first."""
    apart = second.one - first.one_end
    if not 0 < apart <= _STRAY:
        return None
    if first.other == first.other_end and second.other == second.other_end:
        keys, a, b = one.keys, first[:2], second[:2]
    elif first.one == first.one_end and second.one == second.one_end:
        keys, a, b = other.keys, first[2:], second[2:]
    else:
        return None
    between = keys[a[1] : b[0]]
    if b[1] - b[0] >= apart and keys[b[1] - apart : b[1]] == between:
        back, on = apart, 0  # the words between are the later stretch's last ones as well
    elif a[1] - a[0] >= apart and keys[a[0] : a[0] + apart] == between:
        back, on = 0, apart
    else:
        return None
    return Difference(first.one + on, second.one_end - back, first.other + on, second.other_end - back)


def _moved(one: Line, other: Line, block: Difference, bounds: tuple[int, int]) -> Difference:
    """A stretch on one side where it begins and ends most naturally; `bounds` are words of `one`."""
    if block.one_end > block.one:
        full, bare, start, end, point = one, other, block.one, block.one_end, block.other
    else:
        full, bare, start, end, point = other, one, block.other, block.other_end, block.one
    keys = full.keys
    back = on = 0
    while back < min(block.one - bounds[0], _REACH) and keys[start - back - 1] == keys[end - back - 1]:
        back += 1
    while on < min(bounds[1] - block.one_end, _REACH) and keys[start + on] == keys[end + on]:
        on += 1
    if not back and not on:
        return block

    def fit(by: int) -> tuple[int, int]:
        return _natural(full, bare, (start + by, end + by, point + by)), -abs(by)

    best = max(range(-back, on + 1), key=fit)
    return Difference(*(at + best for at in block))


def _natural(full: Line, bare: Line, at: tuple[int, int, int]) -> int:
    """How natural it is that words begin and end here: at an ellipsis, a pause, a joining word."""
    start, end, point = at
    first, last = _pause(full, start), _pause(full, end)
    value = 16 * bool(ELLIPSIS.search(bare.gap(point))) + 3 * min(first, last) + first + last
    if full.lexicon.has(full.key(start), "JOINERS"):
        return value + 2
    final = full.key(end - 1)
    return value + full.lexicon.has(final, "JOINERS") - full.lexicon.has(final, "ARTICLES")


def _pause(line: Line, at: int) -> int:
    gap = line.gap(at)
    if at <= 0 or at >= len(line.keys) or breaks(gap, line.word(at - 1), line.lexicon):
        return 2
    return int(any(mark in gap for mark in ',;:–—()"“”'))


def trimmed(one: Line, other: Line, block: Difference) -> Difference | None:
    """A difference without the words at its ends that differ in writing alone, or None where none is left."""
    a, b, c, d = block
    while (a < b or c < d) and (cut := _alike((one, other), (a, b, c, d), 0)):
        a, c = a + cut[0], c + cut[1]
    while (a < b or c < d) and (cut := _alike((one, other), (a, b, c, d), -1)):
        b, d = b - cut[0], d - cut[1]
    return Difference(a, b, c, d) if a < b or c < d else None


def _alike(lines: tuple[Line, Line], at: tuple[int, int, int, int], side: int) -> tuple[int, int] | None:
    """How many words at the head (0) or the tail (-1) are the same though written otherwise."""
    one, other = lines
    a, b, c, d = at
    for i, j in _SIZES if b - a > 1 or d - c > 1 else _SIZES[:1]:
        if i <= b - a and j <= d - c:
            here = one.keys[b - i : b] if side else one.keys[a : a + i]
            there = other.keys[d - j : d] if side else other.keys[c : c + j]
            if same(here, there, one.lexicon):
                return i, j
    at_one, at_other = b - 1 if side else a, d - 1 if side else c
    hours = a < b and _minutes(one, at_one), c < d and _minutes(other, at_other)
    if hours[0] != hours[1] and (one.keys[at_one] if hours[0] else other.keys[at_other]) == "00":
        return int(hours[0]), int(hours[1])  # "7:00", "7"
    for size in (1, 2):  # "percent", "per cent"
        if size <= b - a:
            word = "".join(one.keys[b - size : b] if side else one.keys[a : a + size])
            if _signed(other, word, d if side else c):
                return size, 0
        if size <= d - c:
            word = "".join(other.keys[d - size : d] if side else other.keys[c : c + size])
            if _signed(one, word, b if side else a):
                return 0, size
    return None


def _minutes(line: Line, at: int) -> bool:
    """Whether a word is the minutes of an hour: "7:30"."""
    return line.keys[at].isdigit() and line.gap(at) == ":"


def _signed(line: Line, word: str, at: int) -> bool:
    """Whether a line shows by a sign, near word `at`, what the other says by a word: "12 %", "$5 million"."""
    sign = line.lexicon.signs.get(word)
    if sign is None or not line.starts:
        return False
    first = max(0, min(at, len(line.starts)) - _JOINED)
    last = min(at, len(line.starts) - 1)
    return sign in line.text[max(0, line.starts[first] - 2) : line.ends[last] + 2]


def same(one: list[str], other: list[str], lexicon: Lexicon) -> bool:
    """Whether words are the same but for how they are written: joined, as a number, shortened."""
    if "".join(one) == "".join(other):
        return True
    if len(one) == len(other) == 1:
        a, b = one[0], other[0]
        return b in lexicon.any_of.get(a, ()) or a in lexicon.any_of.get(b, ())
    if 1 in (len(one), len(other)) and lexicon.phrases:
        long, short = (one, other) if len(one) > 1 else (other, one)
        if lexicon.phrases.get(tuple(long)) == short[0]:
            return True
    value = number(one, lexicon)
    return value is not None and value == number(other, lexicon)

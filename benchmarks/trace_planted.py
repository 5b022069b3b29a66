"""A planted statement is found by a hop to its original, and right by the hop's kind or the edit it names.

Found: a hop, or the hops between the two texts together, cover half of the planted words and half of what
they kept of the original (or of another place with the same words). Right: for copied, cut and reworded
statements the kind of the hop; for the others an edit of the right kind at the changed words. A hop that
touches planted words is wrong where its sides share neither five words in a row nor half of their words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Indel
from trace_doors import Edit, Hop, Member, add, copied, hops, table, texts, trace
from trace_planting import COUNTS, Planted, originals, plant
from trace_yardstick import words

WANTED = {"copy": 99, "first half": 97, "ellipsis": 97, "merged halves": 97} | {
    "number": 97,
    "name": 97,
    "negation": 97,
    "reworded": 60,
}
HOPS = {
    "copy": "copy",
    "first half": "cut",
    "ellipsis": "cut",
    "merged halves": "cut",
    "reworded": "reworded",
}
EDITS = {
    "number": ("number",),
    "date": ("date",),
    "name": ("name",),
    "place": ("place",),
    "negation": ("negation",),
    "question": ("question",),
    "marks": ("marks",),
}
RUN, LIKE, SAME = 5, 0.5, 0.9
Range = tuple[int, int]


@dataclass
class Tally:
    """What became of the planted statements of each kind."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    ordered: int = 0
    touching: int = 0
    wrong: int = 0
    elsewhere: int = 0
    carriers: int = 0
    unlike: int = 0
    told: list[str] = field(default_factory=list)

    def share(self, what: str, kind: str) -> float:
        """In per cent."""
        return 100 * int(getattr(self, what)[kind]) / max(self.planted[kind], 1)

    def precision(self) -> float:
        """Of the hops that touch planted words, in per cent."""
        return 100 * (1 - self.wrong / max(self.touching, 1))


def overlap(span: Range, ranges: Iterable[Range]) -> int:
    """How many characters of the ranges lie in the span."""
    return sum(max(0, min(span[1], high) - max(span[0], low)) for low, high in ranges)


def touches(span: Range, ranges: Iterable[Range], least: float = 0.5) -> bool:
    """Whether a span covers so much of the ranges, or of itself lies in them."""
    listed = list(ranges)
    wide = min(span[1] - span[0], sum(high - low for low, high in listed))
    return overlap(span, listed) >= max(1, least * wide)


def alike(one: str, other: str) -> bool:
    """Whether two stretches share five words in a row, or half of their words in order."""
    a, b = words(one), words(other)
    if Indel.normalized_similarity(a, b) >= LIKE:
        return True
    runs = {tuple(a[i : i + RUN]) for i in range(len(a) - RUN + 1)}
    return any(tuple(b[i : i + RUN]) in runs for i in range(len(b) - RUN + 1))


class Judge:
    """Looks up the hops of a traced record."""

    def __init__(self, record: Path, found: Sequence[Hop]) -> None:
        self.texts = {id: text for id, (_, text) in texts(record).items()}
        self.ids = {Path(path).name: id for id, (path, _) in texts(record).items()}
        self.hops = found
        self.sides: dict[str, list[tuple[Member, Member, Hop]]] = defaultdict(list)
        for hop in found:
            self.sides[hop.earlier.document].append((hop.earlier, hop.later, hop))
            self.sides[hop.later.document].append((hop.later, hop.earlier, hop))

    def words(self, place: Member) -> str:
        """What stands there."""
        return self.texts[place.document][place.start : place.end]

    def meeting(self, document: str, span: Range) -> list[tuple[Member, Member, Hop]]:
        """Hops that touch a span, seen from it."""
        return [each for each in self.sides[document] if touches((each[0].start, each[0].end), [span])]

    def found(self, one: Planted) -> list[tuple[Member, Member, Hop]]:
        """The hops that lead from planted words to their original, or to the same words elsewhere."""
        document, span = self.ids[one.file], (one.start, one.end)
        near = [each for each in self.sides[document] if overlap(each[0][1:], [span])]
        there = [each for each in near if each[1].document == one.origin and overlap(each[1][1:], one.kept)]
        here = sum(overlap(each[0][1:], [span]) for each in there)
        back = sum(overlap(each[1][1:], one.kept) for each in there)
        if 2 * here >= span[1] - span[0] and 2 * back >= sum(high - low for low, high in one.kept):
            return sorted(there, key=lambda each: -overlap(each[0][1:], [span]))
        original = [w for low, high in one.kept for w in words(self.texts[one.origin][low:high])]
        return [
            each
            for each in near
            if Indel.normalized_similarity(words(self.words(each[1])), original) >= SAME
            and 2 * overlap(each[0][1:], [span]) >= span[1] - span[0]
        ]


def _right(one: Planted, here: Member, hop: Hop, origin: bool) -> bool:
    if one.kind in HOPS:
        return hop.kind == HOPS[one.kind]
    later = hop.later == here

    def at(edit: Edit) -> bool:
        side, back = (edit.later, edit.earlier) if later else (edit.earlier, edit.later)
        near = any(side[0] <= high + 1 and low <= side[1] + 1 for low, high in one.changed)
        return near or (
            origin and any(back[0] <= high + 1 and low <= back[1] + 1 for low, high in one.altered)
        )

    return any(edit.kind in EDITS[one.kind] and (one.kind == "question" or at(edit)) for edit in hop.edits)


def judged(record: Path, planted: Sequence[Planted], found: Sequence[Hop]) -> Tally:
    """Count."""
    judge, tally = Judge(record, found), Tally()
    touching: dict[int, Hop] = {}
    for one in planted:
        tally.planted[one.kind] += 1
        leading = judge.found(one)
        told = f"{one.kind}, {one.way}: {judge.texts[judge.ids[one.file]][one.start : one.end][:300]}"
        if leading:
            tally.found[one.kind] += 1
            right = any(_right(one, here, hop, there.document == one.origin) for here, there, hop in leading)
            tally.right[one.kind] += right
            tally.ordered += leading[0][2].later == leading[0][0]
            if not right:
                hop = leading[0][2]
                edits = [(e.kind, *(_of(judge, hop, e))) for e in hop.edits]
                original = judge.words(leading[0][1])[:300]
                tally.told.append(f"not right {told}\n      {hop.kind} {edits[:5]}: {original}")
        else:
            tally.told.append(f"not found {told}")
        origin = {id(hop) for _, _, hop in leading}
        for _, _, hop in judge.meeting(judge.ids[one.file], (one.start, one.end)):
            touching[id(hop)] = hop
            tally.elsewhere += id(hop) not in origin
    _precision(judge, tally, touching)
    return tally


def _precision(judge: Judge, tally: Tally, touching: dict[int, Hop]) -> None:
    """Hops that touch planted words, and those of the carriers."""
    for hop in touching.values():
        tally.touching += 1
        if not alike(judge.words(hop.earlier), judge.words(hop.later)):
            tally.wrong += 1
            tally.told.append(f"wrong: {judge.words(hop.earlier)[:200]} | {judge.words(hop.later)[:200]}")
    ours = {id for name, id in judge.ids.items() if name.startswith("planted-")}
    for hop in judge.hops:
        if id(hop) not in touching and ours & {hop.earlier.document, hop.later.document}:
            tally.carriers += 1
            if not alike(judge.words(hop.earlier), judge.words(hop.later)):
                tally.unlike += 1
                tally.told.append(
                    f"carrier: {judge.words(hop.earlier)[:200]} | {judge.words(hop.later)[:200]}"
                )


def _of(judge: Judge, hop: Hop, edit: Edit) -> tuple[str, str]:
    earlier, later = judge.texts[hop.earlier.document], judge.texts[hop.later.document]
    return earlier[slice(*edit.earlier)], later[slice(*edit.later)]


def measured(seed: str) -> Tally:
    """Plant, add, trace, judge."""
    folder, planted = plant(seed)
    record = copied(originals(seed), f"planted-{seed}")
    add(record, folder)
    trace(record)
    return judged(record, planted, hops(record))


def measure(seed: str = "judge", look: int = 0) -> None:
    """Print recall by kind and precision; misses only for the seed that may be looked at."""
    tally = measured(seed)
    for kind in COUNTS:
        found, right = tally.share("found", kind), tally.share("right", kind)
        wanted = f"wanted {WANTED[kind]}" if kind in WANTED else ""
        table(
            [(f"{seed}: {kind}, {tally.planted[kind]}", f"{found:.1f} %", f"right {right:.1f} %; {wanted}")]
        )
    rest = f"{tally.wrong} of {tally.touching:,} wrong; {tally.elsewhere:,} lead elsewhere; wanted 95"
    carriers = f"{tally.unlike} share nothing"
    count = max(sum(tally.found.values()), 1)
    table(
        [
            (f"{seed}: hops that touch planted words, right", f"{tally.precision():.1f} %", rest),
            (f"{seed}: hops between the texts around them", f"{tally.carriers:,}", carriers),
            (f"{seed}: the original is the earlier", f"{100 * tally.ordered / count:.1f} %", ""),
        ]
    )
    if seed == "look":
        kinds: Counter[str] = Counter()
        for line in tally.told:
            sort = line.split(",")[0]
            kinds[sort] += 1
            if kinds[sort] <= look:
                print("   ", line)

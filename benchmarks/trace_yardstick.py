"""Families are held against all that two texts share, found exactly, and their members against the texts.

Recall: of the pairs of passages that share so many characters, how many lie in one family, which has a member
that meets the stretch in one text and a member that meets it in the other ("met"), or members that cover at
least half of it on both sides ("half"). Precision: of pairs of members of one family in different documents,
how many have words in common indeed.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Indel
from trace_doors import Family, Member, families, table, texts
from trace_exact import Match, by_paragraph, common, corpus, whole
from trace_gapped import gapped

SAMPLE, SEED, PAIRS = 300, 20220101, 2000
LOOKED = ("exact, cut at paragraphs", "with gaps")  # whose misses are worth reading
LONG, RUN, LIKE = 100, 6, 0.5  # characters in common, words in common, likeness: what makes two members right

Texts = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Recall:
    """Of `pairs` stretches in common how many lie in one family, and those that do not."""

    pairs: int
    met: int
    half: int
    missed: tuple[Match, ...]

    def share(self, what: str) -> float:
        """In per cent."""
        return 100 * getattr(self, what) / max(self.pairs, 1)


class Index:
    """Which families stand where."""

    def __init__(self, found: Iterable[Family]) -> None:
        self.spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for family in found:
            for member in family.members:
                self.spans[member.document].append((member.start, member.end, family.id))

    def covered(self, document: str, start: int, end: int) -> Counter[str]:
        """How many characters of a stretch each family covers that meets it."""
        cover: Counter[str] = Counter()
        for low, high, family in self.spans[document]:
            if low < end and start < high:
                cover[family] += min(high, end) - max(low, start)
        return cover


def recall(index: Index, ids: Sequence[str], matches: Sequence[Match]) -> Recall:
    """How many of the stretches lie in one family; `ids` gives the documents of their numbers."""
    met = half = 0
    missed = []
    for each in matches:
        here = index.covered(ids[each.one], each.start, each.end)
        there = index.covered(ids[each.other], each.begin, each.finish)
        both = here.keys() & there.keys()
        met += bool(both)
        wide = each.end - each.start, each.finish - each.begin
        half += any(2 * here[f] >= wide[0] and 2 * there[f] >= wide[1] for f in both)
        if not both:
            missed.append(each)
    return Recall(len(matches), met, half, tuple(missed))


def words(text: str) -> list[str]:
    """Words as they are compared."""
    return re.findall(r"\w+", text.lower())


def alike(one: str, other: str) -> bool:
    """Whether two stretches have words in common indeed."""
    a, b = words(one), words(other)
    if Indel.normalized_similarity(a, b) > LIKE:
        return True
    runs = {tuple(a[i : i + RUN]) for i in range(len(a) - RUN + 1)}
    if any(tuple(b[i : i + RUN]) in runs for i in range(len(b) - RUN + 1)):
        return True
    c, d = (" ".join(side.lower().split()) for side in (one, other))
    windows = {c[i : i + LONG] for i in range(len(c) - LONG + 1)}
    return any(d[i : i + LONG] in windows for i in range(len(d) - LONG + 1))


Drawn = tuple[Family, int, int]


def drawn(found: Sequence[Family], chance: random.Random, by_family: bool) -> list[Drawn]:
    """Pairs of members in different documents: all pairs alike likely, or all families."""
    large = [each for each in found if len({m.document for m in each.members}) > 1]
    weights = [1 if by_family else len(each.members) * (len(each.members) - 1) for each in large]
    pairs: list[Drawn] = []
    while large and len(pairs) < PAIRS:
        family = chance.choices(large, weights)[0]
        a, b = chance.sample(range(len(family.members)), 2)
        if family.members[a].document != family.members[b].document:
            pairs.append((family, a, b))
    return pairs


def precision(known: Texts, pairs: Sequence[Drawn]) -> tuple[float, list[Drawn]]:
    """The share of pairs that have words in common, in per cent, and the pairs that have none."""
    wrong = []
    for family, a, b in pairs:
        one, other = (known[m.document][1][m.start : m.end] for m in (family.members[a], family.members[b]))
        if not alike(one, other):
            wrong.append((family, a, b))
    return 100 * (1 - len(wrong) / max(len(pairs), 1)), wrong


def sampled(known: Texts, count: int = SAMPLE) -> list[str]:
    """The documents of the sample, by id; the same for the same files."""
    ids = sorted(known, key=lambda one: Path(known[one][0]).name)
    return sorted(random.Random(SEED).sample(ids, min(count, len(ids))), key=ids.index)


def yardsticks(known: Texts, ids: Sequence[str], least: int = 100) -> dict[str, list[Match]]:
    """What is shared, by the way of looking."""
    bodies = [known[one][1] for one in ids]
    plain, bare = corpus(bodies), corpus(bodies, punctuation=False)
    exact, loose = common(plain, least), gapped(bare, least // 2)
    return {
        "exact": whole(plain, exact),
        "exact, cut at paragraphs": by_paragraph(plain, exact, least),
        "exact, punctuation apart": whole(bare, common(bare, least)),
        "with gaps": [each for each in loose if each.length >= least],
        "with gaps, half as much": loose,
    }


def shown(known: Texts, ids: Sequence[str], missed: Iterable[Match], most: int = 10) -> None:
    """Print the longest that were missed, each wording once."""
    seen: Counter[str] = Counter()
    said = {}
    for each in sorted(missed, key=lambda one: -one.length):
        stretch = " ".join(known[ids[each.one]][1][each.start : each.end].split())
        key = stretch.lower()[:60]
        seen[key] += 1
        said.setdefault(key, (each, stretch))
    for key, (each, stretch) in list(said.items())[:most]:
        places = [f"{Path(known[ids[n]][0]).name} {s}:{e}" for n, s, e in (each[:3], each[3:6])]
        print(f"    {each.length} characters, {seen[key]} pairs, {' | '.join(places)}")
        print(f"      {stretch[:240]}")


def measure(record: Path, every: bool = True, look: bool = True) -> None:
    """Print recall and precision of a traced record, on a sample of its documents and on all of them."""
    known, found = texts(record), families(record)
    index = Index(found)
    sizes = sorted((len(each.members) for each in found), reverse=True)
    kinds = Counter(each.kind for each in found)
    table(
        [
            ("families", f"{len(found):,}", str(dict(kinds))),
            ("members of the largest", ", ".join(map(str, sizes[:6])), f"members in all {sum(sizes):,}"),
        ]
    )
    short = sampled(known)
    for name, ids in ((f"{len(short)} files", short), *([("all files", sorted(known))] if every else [])):
        for way, matches in yardsticks(known, ids).items():
            got = recall(index, ids, matches)
            what = f"{name}, {way}: {got.pairs:,} pairs"
            table([(what, f"{got.share('met'):.2f} %", f"half {got.share('half'):.2f} %; wanted 98")])
            if look and ids is not short and way in LOOKED:
                shown(known, ids, got.missed)
    standing = [each for each in found if each.kind != "formula"]
    for way, some, by_family in (
        ("pairs alike likely", found, False),
        ("formulas apart", standing, False),
        ("families alike likely", found, True),
    ):
        right, wrong = precision(known, drawn(some, random.Random(SEED), by_family))
        table([(f"members with words in common, {way}", f"{right:.2f} %", "wanted 95")])
        for family, a, b in wrong[: 5 * look]:
            for member in (family.members[a], family.members[b]):
                print(f"    {family.id} {family.kind}: {_line(known, member)}")


def _line(known: Texts, member: Member) -> str:
    path, text = known[member.document]
    return f"{Path(path).name} {' '.join(text[member.start : member.end].split())[:200]}"

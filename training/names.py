"""Makes the table of how Latin letters answer Cyrillic ones in names, and of the names whose letters do not.

python -m training.names ../shared/data/names/russian-latin.tsv.gz --to onrecord/link/names

The pairs are those of steveash/NETransliteration-COLING2018 (CC0). They are noisy: what is learned from them
is which groups of letters stand for which, by expectation maximisation over all ways to cut both spellings; a
name that is frequent and that the letters do not explain is listed whole. The same pairs give the same files.
"""

from __future__ import annotations

import argparse
import gzip
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.link.names.letters import Letters, plain

SHAPES = ((1, 1), (2, 1), (3, 1), (4, 1), (1, 2), (2, 2), (3, 2), (1, 0), (2, 0), (0, 1))  # Latin, Cyrillic
ROUNDS = 5
LEARNED_FROM = 9_000  # spellings, the most frequent first: more take minutes and change little
LEAST_SHARE = 0.004  # a group of letters that answers another less often than this is left out
LEAST_COUNT = 3.0
FREQUENT = 2  # a name is listed whole from this count on
SOURCE = "steveash/NETransliteration-COLING2018 (CC0)"

Pair = tuple[str, str]
Counts = dict[Pair, float]


def spellings(path: Path) -> Iterator[tuple[str, str, int]]:
    """Latin and Cyrillic spelling, lower case, and how often they were seen together."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            latin, cyrillic, count = line.rstrip("\n").split("\t")
            cyrillic = plain(cyrillic.replace(" ", ""))
            latin = unicodedata.normalize("NFC", latin)
            if latin.isalpha() and cyrillic.isalpha() and len(latin) > 1 and len(cyrillic) > 1:
                yield latin, cyrillic, int(count)


def steps(latin: str, cyrillic: str, i: int, j: int) -> Iterator[tuple[int, int, Pair]]:
    """The groups of letters that may stand at a place of both spellings, with the places behind them."""
    for wide, deep in SHAPES:
        if i + wide <= len(latin) and j + deep <= len(cyrillic):
            yield i + wide, j + deep, (latin[i : i + wide], cyrillic[j : j + deep])


def expected(latin: str, cyrillic: str, chance: Counts, weight: float, into: Counts) -> None:
    """Adds how often each group is expected in one pair, over all ways to cut it."""
    n, m = len(latin), len(cyrillic)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = backward[n][m] = 1.0
    for i in range(n + 1):
        for j in range(m + 1):
            if at := forward[i][j]:
                for k, o, pair in steps(latin, cyrillic, i, j):
                    forward[k][o] += at * chance.get(pair, 0.0)
    total = forward[n][m]
    if total <= 0:
        return
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            for k, o, pair in steps(latin, cyrillic, i, j):
                if (after := backward[k][o]) and (share := chance.get(pair, 0.0)):
                    backward[i][j] += share * after
                    if forward[i][j]:
                        into[pair] += weight * forward[i][j] * share * after / total


def first_guess(pairs: list[tuple[str, str, float]]) -> Counts:
    """Groups counted where both stand at about the same share of their spelling."""
    counts: Counts = defaultdict(float)
    for latin, cyrillic, weight in pairs:
        for i in range(len(latin) + 1):
            for j in range(len(cyrillic) + 1):
                if abs(i / len(latin) - j / len(cyrillic)) < 0.2:
                    for _, _, pair in steps(latin, cyrillic, i, j):
                        counts[pair] += weight * (0.3 if "" in pair else 1.0) / max(map(len, pair))
    return counts


def joint(counts: Counts, least: float) -> Counts:
    """Counts as chances over all groups, rare ones left out."""
    kept = {pair: n for pair, n in counts.items() if n >= least}
    total = sum(kept.values())
    return {pair: n / total for pair, n in kept.items()}


def learned(pairs: list[tuple[str, str, float]]) -> Counts:
    """How often each group of Latin letters answers each group of Cyrillic ones."""
    chance = joint(first_guess(pairs), 2.0)
    counts: Counts = {}
    for _ in range(ROUNDS):
        counts = defaultdict(float)
        for latin, cyrillic, weight in pairs:
            expected(latin, cyrillic, chance, weight, counts)
        chance = joint(counts, 0.5)
    return counts


def costs(counts: Counts) -> dict[Pair, float]:
    """What each group costs: minus the logarithm of the share in which these Latin letters are so written."""
    whole: dict[str, float] = defaultdict(float)
    for (latin, _), n in counts.items():
        whole[latin] += n
    everything = sum(counts.values())
    found = {}
    for (latin, cyrillic), n in counts.items():
        share = n / (whole[latin] if latin else everything)
        if n >= LEAST_COUNT and share >= LEAST_SHARE:
            found[latin, cyrillic] = -math.log(share)
    return found


def write(path: Path, title: str, lines: list[str]) -> None:
    """A table with its source in the first line."""
    head = f"# {title}, made by training/names.py from {SOURCE}\n"
    path.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Reads the pairs, learns the letters, writes both tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    rows = sorted(spellings(given.pairs), key=lambda row: (-row[2], row))
    table = costs(learned([(a, b, 1 + math.log(n)) for a, b, n in rows[:LEARNED_FROM]]))
    lines = [f"{a}\t{b}\t{cost:.2f}" for (a, b), cost in sorted(table.items())]
    write(given.to / "letters.tsv", "Latin letters, Cyrillic letters, cost", lines)
    letters = Letters({(a, b): round(cost, 2) for (a, b), cost in table.items()})
    whole = sorted({(a, b) for a, b, n in rows if n >= FREQUENT and not letters.fit(a, b)})
    write(given.to / "irregular.tsv", "Latin and Cyrillic spelling", [f"{a}\t{b}" for a, b in whole])
    print(f"{len(lines)} groups of letters, {len(whole)} names listed whole")


if __name__ == "__main__":
    main()

"""How often names of one person or body are known as one, and names of two are kept apart.

    python benchmarks/names.py [PAIRS] [--wrong]

The pairs (name_pairs.tsv) name public figures and bodies. About half of those drawn up first, marked "judge"
by lot before anything was tuned, are only ever counted: --wrong shows the others. "fresh" pairs were drawn
up last and counted once before they were looked at. A verdict of "same" counts; "doubtful" is no "same".
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import NamedTuple

from onrecord.link import names

PAIRS = Path(__file__).with_name("name_pairs.tsv")
SORTS = ("all", "script", "spelling", "initials", "bodies")


class Pair(NamedTuple):
    """A line of the file: half, verdict, both names, sort, why."""

    half: str
    verdict: str
    one: str
    other: str
    sort: str
    why: str

    @property
    def kind(self) -> str:
        """What the names are names of."""
        return "body" if self.sort == "bodies" else "person"


class Score(NamedTuple):
    """Counts of one sort of pairs."""

    right: int
    said: int
    same: int
    pairs: int

    @property
    def precision(self) -> float:
        """Share of pairs said to be the same that are."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of pairs that are the same that are said to be."""
        return self.right / self.same if self.same else 1.0


def pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Pair(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def said(pair: Pair) -> str:
    """The verdict on a pair."""
    return names.compare(pair.one, pair.other, pair.kind).verdict


def score(chosen: list[Pair], sort: str = "all") -> Score:
    """How the verdicts on the pairs of one sort agree with what they are."""
    mine = [(pair.verdict == "same", said(pair) == "same") for pair in chosen if sort in ("all", pair.sort)]
    return Score(sum(a and b for a, b in mine), sum(b for _, b in mine), sum(a for a, _ in mine), len(mine))


def main() -> None:
    """Prints precision and recall by half and sort, and the speed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path, nargs="?", default=PAIRS)
    parser.add_argument(
        "--wrong", action="store_true", help="list the errors of the half that may be looked at"
    )
    given = parser.parse_args()
    everything = pairs(given.pairs)
    for half in ("choose", "judge", "fresh", "both"):
        chosen = [pair for pair in everything if half in (pair.half, "both")]
        for sort in SORTS:
            found = score(chosen, sort)
            if found.pairs:
                print(
                    f"{half:7} {sort:9} {found.pairs:4d} pairs  precision {found.precision:.3f}"
                    f"  recall {found.recall:.3f}"
                )
    for rounds in ("first", "again"):
        start = time.perf_counter()
        for pair in everything:
            names.compare(pair.one, pair.other, pair.kind)
        print(f"{rounds:7} {len(everything) / (time.perf_counter() - start):9.0f} pairs/s")
    if given.wrong:
        for pair in everything:
            found_ = names.compare(pair.one, pair.other, pair.kind)
            if pair.half != "judge" and (found_.verdict == "same") != (pair.verdict == "same"):
                print(f"{pair.verdict:9} {pair.one} | {pair.other}  {found_}")


if __name__ == "__main__":
    main()

"""Whether what is found depends on who speaks: the same texts with other names in them must score the same.

    python benchmarks/evenhanded.py [FOLDER] [--reader small|large|rules] [--every N]

In PolNeAR's development texts people, outlets and peoples are given other names, and he becomes she (how, is
told in swapping.py; into what, in evenhanded.toml). The annotations move with the text, and the same scorer
scores each variant as it scores the original. `same` is the share of the original's statements that are found
in the variant too, with the same words and the same speaker.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from judging import ONE, SCORER, annotated, scorer, shaped
from reading import data, read, with_reader
from swapping import Edit, Moved, Variant, applied, edits, variants

ORIGINAL = Variant("as they are")
LINE = re.compile(r"(T\d+\t\S+ )([\d ;]+)(?:\t.*)?$")


class Score(NamedTuple):
    """What came of one variant."""

    variant: str
    changes: int
    rows: dict[str, Any]  # the scorer's
    same: float  # of the original's statements, in per cent

    def f1(self, what: str = "attributed", kind: str = "all") -> float:
        """In per cent."""
        return float(self.rows[kind][what][2])


def swapped(
    text: str, standoff: str, sources: Iterable[str], variant: Variant
) -> tuple[str, str, list[Edit]]:
    """A text and its annotations in a variant, and the changes that made it."""
    changes = edits(text, sources, variant)
    moved, new = Moved(changes), applied(text, changes)

    def moved_line(line: str) -> str:
        match = LINE.match(line)
        if match is None:
            return line
        spans = [moved.span(*map(int, span.split())) for span in match[2].split(";")]
        words = " ".join(" ".join(new[start:end].split()) for start, end in spans)
        return f"{match[1]}{';'.join(f'{start} {end}' for start, end in spans)}\t{words}"

    return new, "\n".join(map(moved_line, standoff.split("\n"))), changes


def made(folder: Path, root: Path, variant: Variant, every: int) -> dict[str, list[Edit]]:
    """Write every N-th text of the folder into `root` in a variant; the changes by file name."""
    for part in ("text", "attributions"):
        (root / part).mkdir(parents=True)
    out = {}
    for place in sorted((folder / "text").iterdir())[::every]:
        standoff = sorted((folder / "attributions").glob(f"{place.stem}_*.ann"))[0]
        text = place.read_bytes().decode("utf-8")
        sources = [text[start:end] for one in annotated(standoff) for start, end in one["speaker"]]
        new, moved, out[place.name] = swapped(text, standoff.read_text(encoding="utf-8"), sources, variant)
        (root / "text" / place.name).write_bytes(new.encode("utf-8"))
        (root / "attributions" / standoff.name).write_text(moved, encoding="utf-8")
    return out


def scored(folder: Path, reader: str | None = None, every: int = 1) -> list[Score]:
    """The scores of the original, then of each variant; all are read in one run."""
    tried = [ORIGINAL, *variants()]
    scoring = scorer()
    with tempfile.TemporaryDirectory() as name:
        roots = [Path(name, str(n)) for n in range(len(tried))]
        changes = [made(folder, root, variant, every) for root, variant in zip(roots, tried, strict=True)]
        found: list[dict[str, list[ONE]]] = [{} for _ in tried]
        statements, _ = read([root / "text" for root in roots], reader=reader)
        for path, lines in statements.items():
            at = Path(path)
            found[int(at.parent.parent.name)][at.name] = [shaped(line) for line in lines]
        return [
            Score(
                tried[n].name,
                sum(map(len, changes[n].values())),
                scoring.score(roots[n], found[n]),
                same(found[0], found[n], changes[n]),
            )
            for n in range(len(tried))
        ]


def same(
    original: dict[str, list[ONE]], found: dict[str, list[ONE]], changes: dict[str, list[Edit]]
) -> float:
    """The share of the original's statements found with the same words and speaker, in per cent."""
    total = kept = 0
    for name, ones in original.items():
        moved = Moved(changes[name])
        there = {(tuple(one["content"]), tuple(one["speaker"])) for one in found.get(name, [])}
        for one in ones:
            total += 1
            content, speaker = (tuple(moved.span(*s) for s in one[role]) for role in ("content", "speaker"))
            kept += (content, speaker) in there
    return 100 * kept / max(1, total)


def main() -> None:
    """Print a row for the original and for each variant."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=data("polnear") / "dev")
    with_reader(parser)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th text")
    options = parser.parse_args()
    for place in (SCORER, options.folder / "text", options.folder / "attributions"):
        if not place.exists():
            sys.exit(f"{place} is absent: nothing to measure.")
    scores = scored(options.folder, options.reader, options.every)
    print(f"{'names':14} {'changes':>8} {'attributed F1':>14} {'difference':>11} {'direct':>7} {'mixed':>7} "
          f"{'indirect':>9} {'content':>8} {'same':>8}")  # fmt: skip
    for score in scores:
        away = score.f1() - scores[0].f1()
        kinds = [score.f1(kind=kind) for kind in ("direct", "mixed", "indirect")]
        print(f"{score.variant:14} {score.changes:8d} {score.f1():14.1f} {away:+11.1f} {kinds[0]:7.1f} "
              f"{kinds[1]:7.1f} {kinds[2]:9.1f} {score.f1('content'):8.1f} {score.same:6.1f} %")  # fmt: skip


if __name__ == "__main__":
    main()

"""Makes the table of how rare words are, from counts alone; the same texts give the same file.

python -m training.rarity ../shared/data --to onrecord/text/rarity.npz

Half of it are the White House's texts of 2021 to 2023 (whitehouse/*.zip), half PolNeAR's training articles
and headlines of TASS; each half's shares are taken by themselves and then averaged.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.text.rarity import MOST, STEP
from onrecord.text.words import words

KEPT = 40_000
SEEN = 3
NOT_PROSE = re.compile(r"\A---\n.*?\n---\n|https?://\S+|\]\([^)\s]*\)|<[^<>]{0,300}>", re.DOTALL)

Counts = tuple[NDArray[np.uint64], NDArray[np.float64]]


def official(data: Path) -> Iterator[str]:
    """The White House's files."""
    for path in sorted((data / "whitehouse").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                if name.endswith(".md"):
                    yield archive.read(name).decode("utf-8", "replace")


def press(data: Path) -> Iterator[str]:
    """PolNeAR's training articles, and headlines."""
    for path in sorted((data / "polnear/train/text").iterdir()):
        yield path.read_text(encoding="utf-8")
    for row in json.loads((data / "headlines/tass-2025.json").read_text(encoding="utf-8")):
        yield f"{row['t']}\n{row['s']}"


def counted(texts: Iterable[str]) -> Counts:
    """Hashes of words, ascending, with how often each stands in the texts; numbers are left out."""
    hashes = []
    for text in texts:
        found = words(NOT_PROSE.sub(" ", text))
        hashes.append(found.hashes[~found.numeric])
    unique, counts = np.unique(np.concatenate(hashes), return_counts=True)
    return unique, counts.astype(np.float64)


def made(halves: list[Counts]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """The most frequent words of all halves, ascending by hash, with eighths of bits."""
    known = np.unique(np.concatenate([hashes for hashes, _ in halves]))
    seen, share = np.zeros(len(known)), np.zeros(len(known))
    for hashes, counts in halves:
        place = np.searchsorted(known, hashes)
        seen[place] += counts
        share[place] += counts / counts.sum() / len(halves)
    often = np.flatnonzero(seen >= SEEN)
    kept = np.sort(often[np.lexsort((known[often], -share[often]))][:KEPT])
    return known[kept], np.round(np.minimum(-np.log2(share[kept]), MOST) * STEP).astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    chosen = parser.parse_args()
    halves = [counted(official(chosen.data)), counted(press(chosen.data))]
    hashes, eighths = made(halves)
    np.savez(chosen.to, hashes=hashes, eighths=eighths)
    sizes = ", ".join(f"{int(counts.sum()):,} words ({len(counts):,} different)" for _, counts in halves)
    print(f"{sizes}; kept {len(hashes):,}, from {eighths.min() / STEP} to {eighths.max() / STEP} bits")


if __name__ == "__main__":
    main()

"""Makes the table of how rare words are, from counts alone; the same texts give the same file.

python -m training.rarity ../shared/data --to onrecord/text/rarity.bin

Half of it are the White House's texts of 2021 to 2023 (whitehouse/*.zip), half PolNeAR's training articles
and headlines of TASS; each half's shares are taken by themselves and then averaged. Short frequent words of
other languages, which those texts lack or hold by accident ("und", "les"), come from the stop lists of
justext (BSD-2).
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import justext
import numpy as np
from numpy.typing import NDArray

from onrecord.text.rarity import MOST, STEP
from onrecord.text.words import hash_of, normal, spans, words

KEPT = 36_000
SEEN = 3
NEAR = ("Dutch", "French", "German", "Italian", "Portuguese", "Spanish")  # English texts hold words of these
FAR = """Arabic Bulgarian Catalan Croatian Czech Danish Estonian Finnish Greek Hebrew Hindi Hungarian
Indonesian Latvian Lithuanian Norwegian_Bokmal Persian Polish Romanian Russian Serbian Slovak Slovenian
Swahili Swedish Turkish Ukrainian Urdu""".split()
FEW = 700  # words of a stop list up to which all are taken for small words; of longer lists only the shortest
SHORT, SHORTEST = 6, 3  # letters
ACCIDENT = (4, 16.0), (3, 12.5)  # letters and bits of what one, or several, of NEAR lend to English
NAMES = (
    "hans joao jose juan karl kan li luis roma san sara un".split()
)  # listed, yet English has them as names
SMALL = (5.0, 5.0, 5.0, 6.0, 7.0, 8.0, 8.0)  # bits of a small word by its letters
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


def small(bits: dict[int, float]) -> dict[int, float]:
    """Bits of short frequent words of other languages, by hash; `bits` are those of the words counted."""
    near: Counter[str] = Counter()
    new: set[str] = set()
    for language in (*NEAR, *FAR):
        lines = justext.get_stoplist(language)
        brief = [line for line in lines if len(line) <= SHORT + 2 and not line[0].isdigit()]
        listed = {normal(line) for line in brief if spans(line) == [(0, len(line))]}
        short = SHORT if len(lines) <= FEW else SHORTEST
        new |= {word for word in listed if len(word) <= short and hash_of(word) not in bits}
        near.update(listed if language in NEAR else ())
    for word, languages in near.items():
        for letters, rare in ACCIDENT[:languages]:
            if len(word) <= letters and bits.get(hash_of(word), 0) >= rare:
                new.add(word)
    return {hash_of(word): SMALL[len(word)] for word in new.difference(NAMES)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    chosen = parser.parse_args()
    halves = [counted(official(chosen.data)), counted(press(chosen.data))]
    hashes, eighths = made(halves)
    counted_bits = dict(zip(hashes.tolist(), (eighths / STEP).tolist(), strict=True))
    others = small(counted_bits)
    counted_bits.update(others)
    hashes = np.array(sorted(counted_bits), np.uint64)
    eighths = np.array([round(counted_bits[own] * STEP) for own in hashes.tolist()], np.uint8)
    chosen.to.write_bytes(hashes.astype("<u8").tobytes() + eighths.tobytes())
    print(f"{len(others):,} words of other languages")
    sizes = ", ".join(f"{int(counts.sum()):,} words ({len(counts):,} different)" for _, counts in halves)
    print(f"{sizes}; kept {len(hashes):,}, from {eighths.min() / STEP} to {eighths.max() / STEP} bits")


if __name__ == "__main__":
    main()

"""Attribution measured against hand annotations: PolNeAR's development texts, by any reader.

    python benchmarks/attribution.py [FOLDER] [--reader small|large|rules] [--rules | --reliability | --json]

FOLDER holds `text/` and `attributions/`. The scorer is the collection's own (score_attribution.py), loaded
from its file; without it, or without the texts, this says so and stops. After the figures comes a table of
what went wrong, by the share of the words inside quotation marks:

  missing cue      an annotated attribution none of whose words and cue are in anything found
  wrong boundary   its cue was found, but not half of its words (or they match another one better)
  by another cue   its cue was not found, but some of its words stand in something found
  wrong source     its words were found, its source was not: none, one where none is annotated, or another
  spurious         found, and matching nothing; touching the words of an annotated one, or none
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from judging import ONE, SCORER, Match, annotated, matches, scorer, shaped
from reading import data, read, with_reader

KINDS = ("all", "direct", "mixed", "indirect")
OF_GOLD = ("missing cue", "wrong boundary", "by another cue", "wrong source", "- none found",
           "- none annotated", "- another one", "right")  # fmt: skip
OF_FOUND = ("spurious", "- touching one", "- touching none")
Counts = dict[str, Counter[str]]


class Text(NamedTuple):
    """One text with what is annotated and found in it, and which of them match."""

    text: str
    gold: list[ONE]
    found: list[ONE]
    matched: list[Match]


def texts(scoring: Any, folder: Path, statements: dict[str, list[ONE]]) -> Iterator[Text]:
    """Every text of the folder, in order; statements by file name."""
    for place in sorted((folder / "text").iterdir()):
        text = place.read_bytes().decode("utf-8")
        listed = sorted((folder / "attributions").glob(f"{place.stem}_*.ann"))
        gold, found = annotated(listed[0]) if listed else [], statements.get(place.name, [])
        yield Text(text, gold, found, matches(scoring, text, gold, found))


def errors(scoring: Any, read_texts: list[Text]) -> Counts:
    """How many attributions of each kind went wrong in each way."""
    counts: Counts = {kind: Counter() for kind in KINDS}
    for text, gold, found, matched in read_texts:
        mask = scoring.quoted(text)
        listed = [scoring.characters(one["content"], text) for one in gold]
        words = [scoring.characters(one["content"], text) for one in found]
        by_gold = {match.gold: match for match in matched}
        taken = {match.found for match in matched}
        for i, one in enumerate(gold):
            ways = told(one, listed[i], found, words, by_gold.get(i))
            for kind in (scoring.mode(listed[i], mask), "all"):
                counts[kind].update(("annotated", *ways))
        for j in range(len(found)):
            ways = ["found"]
            if j not in taken:
                touching = any(words[j] & content for content in listed)
                ways += ["spurious", "- touching one" if touching else "- touching none"]
            for kind in (scoring.mode(words[j], mask), "all"):
                counts[kind].update(ways)
    return counts


def told(
    one: ONE, content: set[int], found: list[ONE], words: list[set[int]], match: Match | None
) -> list[str]:
    """What became of one annotated attribution."""
    if match and match.right:
        return ["right"]
    if match:
        if not found[match.found]["speaker"]:
            return ["wrong source", "- none found"]
        return ["wrong source", "- another one" if one["speaker"] else "- none annotated"]
    if any(a < d and c < b for a, b in one["cue"] for other in found for c, d in other["cue"]):
        return ["wrong boundary"]
    return ["by another cue" if any(content & other for other in words) else "missing cue"]


def print_errors(counts: Counts) -> None:
    """The table: counts, and shares of what is annotated or found."""
    print(f"{'':18}" + "".join(f"{kind:>16}" for kind in KINDS))
    for whole, rows in (("annotated", OF_GOLD), ("found", OF_FOUND)):
        print(f"{whole:18}" + "".join(f"{counts[kind][whole]:9d}       " for kind in KINDS))
        for row in rows:
            cells = ((counts[kind][row], max(1, counts[kind][whole])) for kind in KINDS)
            print(f"  {row:16}" + "".join(f"{n:9d} {100 * n / of:4.1f} %" for n, of in cells))


def print_rules(read_texts: list[Text]) -> None:
    """For each rule and mode, how many statements there are and what share has words and speaker right."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for _, _, found, matched in read_texts:
        total.update((one["rule"], one["mode"]) for one in found)
        right.update((found[m.found]["rule"], found[m.found]["mode"]) for m in matched if m.right)
    for key in sorted(total):
        print(f"{key[0]:24} {key[1]:9} {total[key]:6d}  right {100 * right[key] / total[key]:5.1f} %")


def print_reliability(read_texts: list[Text]) -> None:
    """For the trained reader's statements, by tenth of score, the mean score beside the share right."""
    tenths: dict[int, list[tuple[float, bool]]] = {n: [] for n in range(10)}
    for _, _, found, matched in read_texts:
        right = {match.found for match in matched if match.right}
        for j, one in enumerate(found):
            if one["rule"] == "reader":
                tenths[min(9, int(10 * one["score"]))].append((one["score"], j in right))
    print("| score | statements | mean score | right |\n|---|---|---|---|")
    for n, rows in tenths.items():
        print_tenth(f"{n / 10:.1f} to {(n + 1) / 10:.1f}", rows)
    every = [row for rows in tenths.values() for row in rows]
    print_tenth("all", every)
    away = sum(abs(sum(s for s, _ in rows) - sum(r for _, r in rows)) for rows in tenths.values())
    print(f"\nMean distance of score and share, each tenth by its size: {away / max(1, len(every)):.3f}")


def print_tenth(name: str, rows: list[tuple[float, bool]]) -> None:
    """One row of the table of scores."""
    if rows:
        mean, share = sum(s for s, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows)
        print(f"| {name} | {len(rows)} | {mean:.2f} | {share:.2f} |")


def main() -> None:
    """Read the texts, score them, print a row for all and for each kind, then what went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=data("polnear") / "dev")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    with_reader(parser)
    parser.add_argument("--rules", action="store_true", help="print how often each rule was right, by mode")
    parser.add_argument("--reliability", action="store_true", help="print how true the scores are")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    for place in (options.scorer, options.folder / "text", options.folder / "attributions"):
        if not place.exists():
            sys.exit(f"{place} is absent: nothing to measure.")
    start = time.monotonic()
    statements, stderr = read([options.folder / "text"], reader=options.reader)
    seconds = time.monotonic() - start
    found = {Path(path).name: [shaped(one) for one in lines] for path, lines in statements.items()}
    scoring = scorer(options.scorer)
    if options.json:
        print(json.dumps(scoring.score(options.folder, found)))
        return
    read_texts = list(texts(scoring, options.folder, found))
    if options.rules or options.reliability:
        (print_rules if options.rules else print_reliability)(read_texts)
        return
    for kind, row in scoring.score(options.folder, found).items():
        print(f"{kind:9} gold {row['gold']:5d}  found {row['pred']:5d}  (precision, recall, F1)  "
              f"content {row['content']}  exact {row['exact']}  attributed {row['attributed']}")  # fmt: skip
    print(f"{sum(map(len, found.values()))} statements, {seconds:.1f} s\n")
    print_errors(errors(scoring, read_texts))
    if stderr.strip():
        print(stderr.strip()[-500:], file=sys.stderr)


if __name__ == "__main__":
    main()

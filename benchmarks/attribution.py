"""Attribution measured against hand annotations: PolNeAR's development texts, by rules alone.

    python benchmarks/attribution.py [FOLDER] [--scorer FILE] [--json]

FOLDER holds `text/` and `attributions/`. The scorer is the collection's own (score_attribution.py), loaded
from its file; without it, or without the texts, this says so and stops.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from reading import SHARED, data, pairs, read


def scorer(place: Path) -> Any:
    """The scoring module, loaded from its file."""
    spec = importlib.util.spec_from_file_location("score_attribution", place)
    if spec is None or spec.loader is None:
        sys.exit(f"{place} is not a Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions(statements: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Statements in the scorer's shape: by file name, contents and speakers as lists of spans."""
    return {
        Path(path).name: [
            {
                "content": [tuple(span) for span in one["content"]],
                "speaker": [tuple(one["speaker"]["span"])] if (one["speaker"] or {}).get("span") else [],
            }
            for one in found
        ]
        for path, found in statements.items()
    }


def by_rule(scoring: Any, folder: Path, statements: dict[str, list[dict[str, Any]]]) -> None:
    """For each rule and mode, how many statements there are and what share has words and speaker right."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for path, found in statements.items():
        text = (folder / "text" / Path(path).name).read_bytes().decode("utf-8")
        annotated = sorted((folder / "attributions").glob(f"{Path(path).stem}_*.ann"))
        gold = scoring.annotations(annotated[0]) if annotated else []
        contents = [scoring.characters(one["content"], text) for one in gold]
        words = [scoring.characters(map(tuple, one["content"]), text) for one in found]
        chosen = {j: i for i, j in pairs(contents, words)}
        for j, one in enumerate(found):
            key = (one["rule"], one["mode"])
            total[key] += 1
            if j in chosen:
                source = scoring.characters(gold[chosen[j]]["speaker"], text)
                mention = [tuple(one["speaker"]["span"])] if one["speaker"] else []
                right[key] += bool(source & scoring.characters(mention, text)) or not (source or mention)
    for key in sorted(total):
        print(f"{key[0]:24} {key[1]:9} {total[key]:6d}  right {100 * right[key] / total[key]:5.1f} %")


def main() -> None:
    """Read the texts, score them, print a row for all and for each kind."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", nargs="?", type=Path, default=data("polnear") / "dev")
    parser.add_argument("--scorer", type=Path, default=SHARED / "tools" / "score_attribution.py")
    parser.add_argument("--rules", action="store_true", help="print how often each rule was right, by mode")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    for place in (options.scorer, options.folder / "text", options.folder / "attributions"):
        if not place.exists():
            sys.exit(f"{place} is absent: nothing to measure.")
    start = time.monotonic()
    statements, errors = read([options.folder / "text"])
    scoring = scorer(options.scorer)
    rows = scoring.score(options.folder, predictions(statements))
    if options.rules:
        by_rule(scoring, options.folder, statements)
        return
    if options.json:
        print(json.dumps(rows))
        return
    for kind, row in rows.items():
        print(f"{kind:9} gold {row['gold']:5d}  found {row['pred']:5d}  (precision, recall, F1)  "
              f"content {row['content']}  exact {row['exact']}  attributed {row['attributed']}")  # fmt: skip
    print(f"{sum(map(len, statements.values()))} statements, {time.monotonic() - start:.1f} s")
    if errors.strip():
        print(errors.strip()[-500:], file=sys.stderr)


if __name__ == "__main__":
    main()

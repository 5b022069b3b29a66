"""Checks measured from outside: errors planted in clean texts, readers' verdicts, time beside adding, press.

    python benchmarks/checks.py [--only PART ...] [--quick] [--look KIND] [--number N] [--record FILE ...]
                                [--reader NAME] [--whole] [--write]

The parts: `planted` (1,000 errors of each group of kinds, a quarter as many controls of the same shapes,
1,000 whole real texts untouched), `verdicts` (findings beside what readers said of them; with `--write`,
lines for the first 150 are added to the file), `speed` (checking beside adding, 300 documents, or with
`--whole` three years), `press` (all findings of the five press texts). `--quick` plants 50 of each kind.
`--look calendar` prints what was missed, and other plants are drawn than are reported. Readings and records
are kept in build/checks/.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import checks_speed
import checks_verdicts
from reading import READERS, data
from trace_doors import clear

from onrecord import api
from onrecord.settings import Settings


def _planted(given: argparse.Namespace) -> None:
    import checks_planted

    checks_planted.READER = given.reader or checks_planted.READER
    count = given.number or (50 if given.quick else 1000)
    untouched = 60 if given.quick else 1000
    workers = 1 if given.quick else given.workers
    checks_planted.measure(checks_planted.KINDS, count, given.look, given.quick, workers, untouched)


def _settings(given: argparse.Namespace) -> Settings:
    return Settings.load(reader=given.reader or "rules")


def _verdicts(given: argparse.Namespace) -> None:
    from checks_planted import CACHE

    CACHE.mkdir(parents=True, exist_ok=True)
    records = given.record or [checks_verdicts.made(CACHE / "verdicts.onrecord", _settings(given))]
    checks_verdicts.measure(records, bool(given.look), given.write)


def _press(given: argparse.Namespace) -> None:
    from checks_planted import CACHE

    CACHE.mkdir(parents=True, exist_ok=True)
    record = CACHE / "press.onrecord"
    clear(record)
    api.add(record, [str(data("press"))], _settings(given))
    checks_verdicts.measure([record], look=True, write=False)


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "press": _press,
    "planted": _planted,
    "verdicts": _verdicts,
    "speed": lambda given: checks_speed.measure(given.whole, given.reader),
}


def main() -> None:
    """Run the parts one after another."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--quick", action="store_true", help="50 of each kind, 60 untouched texts")
    parser.add_argument("--number", type=int, help="how many of each kind")
    parser.add_argument(
        "--look", metavar="KIND", help="print what was missed; with other parts, all findings"
    )
    parser.add_argument(
        "--record", type=Path, nargs="+", help="records whose findings are compared with verdicts"
    )
    parser.add_argument("--reader", choices=READERS, help="which reader finds (default: rules)")
    parser.add_argument("--workers", type=int, default=2, help="processes that read planted cases")
    parser.add_argument("--whole", action="store_true", help="speed: three years instead of 300 documents")
    parser.add_argument(
        "--write", action="store_true", help="verdicts: add lines for findings not yet listed"
    )
    given = parser.parse_args()
    for part in given.only:
        start = time.perf_counter()
        print(part, flush=True)
        PARTS[part](given)
        print(f"  ({time.perf_counter() - start:.0f} s)", flush=True)


if __name__ == "__main__":
    main()

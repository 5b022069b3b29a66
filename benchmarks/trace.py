"""Tracing measured from outside: beside an exact search, on planted changes, in time, in order, on bad input.

    python benchmarks/trace.py [--only PART ...] [--look] [--quick | --whole]

The parts: `yardstick` (recall and precision of families against an exact search, of 300 files and of all
1,833 statements of 2022), `speed` (of these, of three years, and of adding a few), `planted` (2,000
statements changed by a generator and set into other texts), `verify` (quotations asked of three years),
`order` (the same result in any order and after interruptions), `bad` (texts made to be a burden). Records
are made once and kept in build/trace/; that of three years takes ten minutes. With `--look` misses are
printed; of planted statements then another set is measured than the one that is reported. `--quick` leaves
out what needs three years, `--whole` tries the full sizes of bad input.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable

import trace_bad
import trace_order
import trace_planted
import trace_speed
import trace_verified
import trace_yardstick
from trace_doors import copied, statements_2022, trace


def _yardstick(given: argparse.Namespace) -> None:
    record = copied(statements_2022(), "yardstick")
    trace(record)
    trace_yardstick.measure(record, every=True, look=given.look)


def _planted(given: argparse.Namespace) -> None:
    trace_planted.measure("look" if given.look else "judge", 10)


def _verify(given: argparse.Namespace) -> None:
    if given.quick:
        record = copied(statements_2022(), "verified")
        trace(record)
        trace_verified.measure(record, 20 * given.look)
    else:
        trace_verified.measure(None, 20 * given.look)


PARTS: dict[str, Callable[[argparse.Namespace], None]] = {
    "yardstick": _yardstick,
    "speed": lambda given: trace_speed.measure(large=not given.quick),
    "planted": _planted,
    "verify": _verify,
    "order": lambda given: trace_order.measure(),
    "bad": lambda given: trace_bad.measure(given.whole),
}


def main() -> None:
    """Run the parts one after another."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS))
    parser.add_argument("--look", action="store_true", help="print what was missed")
    parser.add_argument("--quick", action="store_true", help="without what needs three years")
    parser.add_argument("--whole", action="store_true", help="bad input at its full sizes")
    given = parser.parse_args()
    for part in given.only:
        start = time.perf_counter()
        print(part, flush=True)
        PARTS[part](given)
        print(f"  ({time.perf_counter() - start:.0f} s)", flush=True)


if __name__ == "__main__":
    main()

"""The same families and hops, ids included, whatever the order, the runs, the workers and the interruptions.

Some statements of 2022 are added in several orders, at once and in parts with a run of tracing
after each; then tracing is ended at once at several moments of a longer run, and begun again.
"""

from __future__ import annotations

import random
from pathlib import Path

from trace_doors import (
    Family,
    Hop,
    cached,
    clear,
    copied,
    families,
    hops,
    killed,
    statements_2022,
    table,
    trace,
    unpacked,
)

from onrecord import api
from onrecord.settings import Settings

COUNT, SEED = 150, 5
# The seed of the order, the parts, and how many workers (0: one for each processor).
WAYS = ((1, 1, 0), (2, 3, 0), (3, 20, 0), (1, 1, 1), (2, 3, 1))
MOMENTS = (0.25, 0.5, 0.8)

Result = tuple[set[Family], set[Hop]]


def result(record: Path) -> Result:
    """All that tracing says of a record."""
    found, repeated = families(record), hops(record)
    twice = len(found) - len(set(found)), len(repeated) - len(set(repeated))
    if any(twice):
        print(f"    listed twice: {twice[0]} families, {twice[1]} hops")
    return set(found), set(repeated)


def differing(one: Result, other: Result, look: bool = True) -> str:
    """How much differs."""
    apart = [len(a ^ b) for a, b in zip(one, other, strict=True)]
    if look:
        for a, b in zip(one, other, strict=True):
            for each in sorted(a ^ b, key=str)[:2]:
                print(f"    only {'here' if each in b else 'there'}: {str(each)[:400]}")
    return f"{apart[0]} families, {apart[1]} hops"


def added(files: list[Path], seed: int, parts: int, workers: int) -> Result:
    """What is found when the files are added in an order of their own, with a run after each part."""
    record = cached("order.onrecord")
    clear(record)
    shuffled = list(files)
    random.Random(seed).shuffle(shuffled)
    settings = Settings.load(reader="rules", workers=workers, trace=False)
    for part in range(parts):
        api.add(record, [str(file) for file in shuffled[part::parts]], settings)
        api.trace(record, settings)
    return result(record)


def measure(every: bool = True) -> None:
    """Print what differs."""
    files = sorted(unpacked(2022, "statements-releases/2022", "sr22").iterdir())
    chosen = sorted(random.Random(SEED).sample(files, COUNT))
    first: Result | None = None
    for seed, parts, workers in WAYS:
        got = added(chosen, seed, parts, workers)
        what = f"{COUNT} files, order {seed}, {parts} runs, workers {workers or 'all'}"
        said = f"{len(got[0])} families" if first is None else differing(first, got)
        table([(what, said, "" if first is None else "wanted 0 and 0")])
        first = first or got
    if every:
        _interrupted()


def _interrupted() -> None:
    record = copied(statements_2022(), "whole")
    seconds = trace(record, "--all").seconds
    whole = result(record)
    for moment in MOMENTS:
        ended = copied(statements_2022(), "ended")
        stopped = killed(["trace", "--record", ended], moment * seconds)
        trace(ended)
        note = "" if stopped else "it was done before"
        table(
            [
                (
                    f"ended after {moment:.0%} of {seconds:.1f} s, then traced",
                    differing(whole, result(ended)),
                    note,
                )
            ]
        )
    record = copied(statements_2022(), "ended")
    trace(record)
    trace(record, "--all")
    table([("traced, then all again", differing(whole, result(record)), "wanted 0 and 0")])

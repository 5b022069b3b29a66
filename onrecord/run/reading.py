"""Reading stores nothing, and gives each document or failure as soon as those before it are given."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import BinaryIO

from onrecord import read as reader
from onrecord.model import Failure
from onrecord.run.jobs import Job, Outcome
from onrecord.run.results import Read, Render, Rendered
from onrecord.settings import Settings


def read(
    places: Sequence[str], settings: Settings, stdin: BinaryIO | None = None
) -> Iterator[Read | Failure]:
    """Every document of the places with its statements.

    Args:
        places: files, folders, archives and addresses; "-" is standard input.
        settings: `workers` says how many processes; 1 is this one alone.
        stdin: what "-" reads.

    Raises:
        ModelError: the reader cannot be loaded.
    """
    for outcome in outcomes(Job(settings), places, stdin):
        for result in outcome.results:
            assert not isinstance(result, Rendered)
            yield result


def rendered(
    places: Sequence[str], settings: Settings, render: Render, stdin: BinaryIO | None = None
) -> Iterator[Rendered | Failure]:
    """As `read`, with each document as the text that `render` makes of its statements.

    Args:
        render: a function of a module, which can be named in another process; it runs where the statements
            are found, so that only text travels between processes.

    Raises:
        ModelError: the reader cannot be loaded.
    """
    for outcome in outcomes(Job(settings, render=render), places, stdin):
        for result in outcome.results:
            assert not isinstance(result, Read)
            yield result


def outcomes(
    job: Job,
    places: Sequence[str],
    stdin: BinaryIO | None = None,
    stop: Callable[[], bool] | None = None,
) -> Generator[Outcome]:
    """What comes of every item of the places, in order, from this process or from several."""
    items = reader.items(places, job.settings, stdin)
    workers = job.settings.workers or len(os.sched_getaffinity(0))
    # Each loads only what it needs: who waits for workers reads nothing itself.
    if workers > 1:
        from onrecord.run.pool import Pool

        return Pool(job, workers, stop).outcomes(items)
    from onrecord.run.steps import each

    return each(job, items, stop)

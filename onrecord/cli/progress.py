"""Progress is shown on standard error, on a terminal, and only once the work has lasted a moment."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from onrecord.api import Summary
from onrecord.cli.terminal import complain
from onrecord.model import Failure

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds before the bar appears


class Meter:
    """A line that says how far the work is; it vanishes at the end, and failures are printed above it."""

    def __init__(self, shown: bool = True) -> None:
        self._wanted = shown and sys.stderr.isatty()
        self._start = time.monotonic()
        self._bar: Progress | None = None

    def watch(self, summary: Summary, failures: Sequence[Failure]) -> None:
        """Show the totals so far and print the new failures."""
        for failure in failures:
            if self._bar is not None:
                self._bar.stop()
            complain(failure)
            if self._bar is not None:
                self._bar.start()
        self.say(_told(summary, time.monotonic() - self._start))

    def say(self, how_far: str) -> None:
        """Show how far the work is."""
        if self._wanted and self._bar is None and time.monotonic() - self._start > PATIENCE:
            self._begin()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], description=how_far)

    def end(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _begin(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = BarColumn(bar_width=12), TimeElapsedColumn(), TextColumn("{task.description}", markup=False)
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=5)
        self._bar.add_task("", total=None)
        self._bar.start()


def _told(summary: Summary, seconds: float) -> str:
    parts = [f"{summary.documents + summary.versions + summary.unchanged:,} documents"]
    if summary.skipped:
        parts.append(f"{summary.skipped:,} known")
    parts.append(f"{summary.statements:,} statements")
    if summary.failures:
        parts.append(f"{summary.failures:,} failed")
    return ", ".join(parts) + f", {summary.words / max(seconds, 0.1):,.0f} words/s"


class Stop:
    """Whether the user has asked for an end, by Ctrl-C; asking again ends everything at once."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        return self.asked

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Turn the first interrupt inside the block into a wish."""
        before = signal.signal(signal.SIGINT, self._ask)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True

"""Documents are read for what they claim in several processes, and the result is that of one."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from onrecord import check, link
from onrecord.model import Claim, Finding, When
from onrecord.record import Checked, Record, Unchecked
from onrecord.run import wire
from onrecord.run.steps import known_facts
from onrecord.settings import Settings

log = logging.getLogger("onrecord.run")

WORTH = 300_000  # words that wait, from which another process pays for its start
SHARE = 100_000  # words that a process is given at a time
MOST = 8  # processes

_PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import sys; sys.path[:] = {path!r}; "
    "from onrecord.run.claiming import main; main()"
)


@dataclass(frozen=True, slots=True)
class Job:
    """What every process of a run is told once."""

    record: Path
    settings: Settings
    checks: tuple[str, ...]


class Claimer:
    """Reads documents of a record for what they claim, in whichever process it is made.

    Raises:
        RecordError: the record cannot be opened.
        OnrecordError: a file of facts cannot be read.
    """

    def __init__(self, job: Job) -> None:
        self._record = Record.open(job.record, readonly=True)
        self._facts = known_facts(job.settings)
        self._checks = [one for one in check.CHECKS if one.name in job.checks]

    def close(self) -> None:
        """Let go of the record."""
        self._record.close()

    def __call__(self, documents: Sequence[Unchecked]) -> list[Checked]:
        """What each of the documents claims, and what does not fit in it."""
        return [self._one(document) for document in documents]

    def _one(self, document: Unchecked) -> Checked:
        claims: list[tuple[str, Claim]] = []
        findings: list[Finding] = []
        try:
            found = self._record.checkable(document.row)
            matter = link.matter(
                found.document, found.passages, found.statements, found.times, found.published, self._facts
            )
            matter = replace(matter, voices=found.voices, outlet=found.outlet)
            day = _day(found.published)
            for one in self._checks:
                if one.claims:
                    claims += [(f"{one.name} {c.key}", _dated(c, day)) for c in one.claims(matter)]
                if one.within:
                    findings += one.within(matter)
        except Exception:
            # One text must not cost the others, whatever it sets off. The log keeps the traceback.
            log.exception("document %s: a fault of onrecord in checking it", document.row)
            return Checked(document, (), ())
        return Checked(document, claims, findings)


def _day(published: When | None) -> str:
    return published.earliest[:10] if published else ""


def _dated(claim: Claim, day: str) -> Claim:
    return claim if claim.day else replace(claim, day=day)


class Claimers:
    """Several processes that read documents; a context manager, which ends them.

    Args:
        job: what every one of them is told.
        waiting: the documents to be read.
    """

    def __init__(self, job: Job, waiting: Sequence[Unchecked]) -> None:
        self._own = Claimer(job)
        self._shares = list(_shares(waiting))
        words = sum(document.words for document in waiting)
        count = min(job.settings.workers or os.cpu_count() or 1, MOST) if words >= WORTH else 1
        program = _PROGRAM.format(path=sys.path)
        self._others = [
            subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for _ in range(min(count, len(self._shares)) - 1)
        ]
        for other in self._others:
            _send(other, job)

    def __enter__(self) -> Claimers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._own.close()
        for other in self._others:
            other.kill()
            other.communicate()

    def results(self) -> Iterator[list[Checked]]:
        """What the documents claim, some at a time, in their order."""
        width = len(self._others) + 1
        for start in range(0, len(self._shares), width):
            own, *rest = self._shares[start : start + width]
            asked = list(zip(self._others, rest, strict=False))
            sent = [_send(other, share) for other, share in asked]
            yield self._own(own)
            for (other, share), ok in zip(asked, sent, strict=True):
                answer = _receive(other) if ok else None
                # A process that was killed costs time and nothing else.
                yield self._own(share) if answer is None else answer


def _shares(waiting: Sequence[Unchecked]) -> Iterator[list[Unchecked]]:
    share: list[Unchecked] = []
    words = 0
    for document in waiting:
        share.append(document)
        words += document.words
        if words >= SHARE:
            yield share
            share, words = [], 0
    if share:
        yield share


def _send(other: subprocess.Popen[bytes], message: object) -> bool:
    assert other.stdin is not None
    try:
        wire.send(other.stdin, wire.pack(message))
    except OSError:
        return False
    return True


def _receive(other: subprocess.Popen[bytes]) -> list[Checked] | None:
    assert other.stdout is not None
    frame = wire.receive(other.stdout)
    return None if frame is None else wire.unpack(frame)


def main() -> None:
    """Another process: answers until nothing more is sent."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library may print must not come between answers
    with suppress(OSError):
        frame = wire.receive(stdin)
        claimer = Claimer(wire.unpack(frame)) if frame else None
        while claimer and (frame := wire.receive(stdin)):
            wire.send(stdout, wire.pack(claimer(wire.unpack(frame))))

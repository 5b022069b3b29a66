"""What checking finds depends on the documents alone: not on their order, nor on how often it was stopped."""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord import check, trace
from onrecord.errors import SettingsError, UsageError
from onrecord.model import Claim, Finding, digest
from onrecord.record import Record
from onrecord.run.checked import Checked, Checking
from onrecord.run.claiming import Claimers, Job
from onrecord.run.retelling import retold
from onrecord.run.steps import known_facts
from onrecord.settings import Settings

TOGETHER = 500  # matters whose findings are stored together
FAMILIES = 4_000  # families that are looked at together, and whose findings are stored so

Watch = Callable[[Checked], None]
Stop = Callable[[], bool]


def recheck(
    record: str | Path,
    settings: Settings,
    every: bool = False,
    watch: Watch | None = None,
    stop: Stop | None = None,
) -> Checked:
    """Check what is new in a record, was read anew, or travels since.

    Args:
        record: the record's file.
        settings: `workers` says how many processes; 1 is this one alone. `checks` says which checks.
        every: forget all findings, but not what persons decided of them, and check everything.
        watch: told of what is done so far, now and then.
        stop: asked between parts; True ends the run in order, and checking again goes on from there.

    Raises:
        SettingsError: there is no check of a name that the settings give.
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    names = chosen(settings)
    with Record.open(record) as store:
        run = _Run(store, Job(Path(record), settings, names), watch or (lambda done: None), stop)
        if every:
            store.forget_checks()
        store.drop_old_checks()
        for step in (run.documents, run.matters, run.families):
            step()
            if run.done.stopped:
                return run.finished()
        return run.finished()


def chosen(settings: Settings) -> tuple[str, ...]:
    """The names of the checks that the settings choose, in the order of the table of checks.

    Raises:
        SettingsError: there is no check of a given name.
    """
    known = {one.name: one for one in check.CHECKS}
    on = {name for name, one in known.items() if one.on}
    for given in filter(None, (part.strip() for part in settings.checks.split(","))):
        name = given.lstrip("+-")
        if name not in known and name != "all":
            remedy = f"give some of {', '.join(known)}"
            raise SettingsError(f"there is no check {name!r}", "checks", remedy)
        names = set(known) if name == "all" else {name}
        on = on - names if given.startswith("-") else on | names
    return tuple(name for name in known if name in on)


def checks(settings: Settings) -> list[Checking]:
    """Every check, in the order of the table of checks.

    Raises:
        SettingsError: there is no check of a name that the settings give.
    """
    on = chosen(settings)
    return [Checking(one.name, one.about, one.name in on) for one in check.CHECKS]


def known_check(name: str) -> None:
    """Raise UsageError, with the nearest name, where there is no check of this name."""
    names = [one.name for one in check.CHECKS]
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]}" if near else f"give one of {', '.join(names)}"
        raise UsageError(f"there is no check {name!r}", "check", hint)


def _key(job: Job) -> str:
    """The step that checks: its version, the checks, and the facts that it counts from."""
    told = check.VERSION, trace.VERSION, job.checks, known_facts(job.settings)
    return digest(repr(told).encode("utf-8", "surrogatepass"))


class _Run:
    """One run of checking over an open record."""

    def __init__(self, store: Record, job: Job, watch: Watch, stop: Stop | None) -> None:
        self.done = Checked()
        self._store = store
        self._job = job
        self._key = _key(job)
        self._watch = watch
        self._stop = stop or (lambda: False)
        self._start = time.monotonic()

    def documents(self) -> None:
        """Read what waits for what it claims."""
        waiting = self._store.unchecked(self._key)
        if not waiting:
            return
        with Claimers(self._job, waiting) as claimers:
            for results in claimers.results():
                self._store.note_checked(self._key, results)
                claims = sum(len(result.claims) for result in results)
                if self._told(documents=len(results), claims=claims):
                    return

    def matters(self) -> None:
        """Compare the claims of the matters that were stirred."""
        while some := self._store.stirred_matters(TOGETHER):
            folded = self._folded([claims for _, claims in some])
            with self._store.whole():
                for (matter, _), claims in zip(some, folded, strict=True):
                    self._store.settle_matter(matter, self._across(matter, claims))
            if self._told(matters=len(some)):
                return

    def families(self) -> None:
        """Look at what was changed in families that are new or were made anew."""
        self._store.drop_gone_families()
        checks = [one.retold for one in check.CHECKS if one.retold and one.name in self._job.checks]
        waiting = self._store.unchecked_families(self._key)
        for start in range(0, len(waiting), FAMILIES):
            some = waiting[start : start + FAMILIES]
            findings: dict[str, Sequence[Finding]] = dict.fromkeys(some, ())
            if checks:
                for id, repetitions in retold(self._store, some):
                    findings[id] = [one for each in checks for one in each(repetitions)]
            with self._store.whole():
                for id, here in findings.items():
                    self._store.settle_family(id, self._key, here)
            if self._told(families=len(some)):
                return

    def finished(self) -> Checked:
        """What was done, with the number of findings there are now."""
        seconds = time.monotonic() - self._start
        self.done = replace(self.done, findings=self._store.count_findings() or 0, seconds=seconds)
        self._watch(self.done)
        return self.done

    def _across(self, matter: str, claims: Sequence[Claim]) -> list[Finding]:
        one = check.named(matter.partition(" ")[0])
        if not claims or one is None or one.across is None or one.name not in self._job.checks:
            return []
        return list(one.across(claims))

    def _folded(self, matters: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
        """The claims of each matter, those of copies of one whole document with the same report."""
        documents = [list(dict.fromkeys(claim.document for claim in claims)) for claims in matters]
        sketches = self._store.sketches({id for some in documents if len(some) > 1 for id in some})
        known = [[id for id in some if id in sketches] for some in documents]
        numbers = trace.folded([[sketches[id] for id in some] for some in known])
        folded = []
        for claims, some, own in zip(matters, known, numbers, strict=True):
            report = {id: str(number) for id, number in zip(some, own, strict=True)}
            folded.append([replace(one, report=report.get(one.document, one.document)) for one in claims])
        return folded

    def _told(self, **more: int) -> bool:
        """Add to what is done and tell it; gives whether the run is to end here."""
        for name, number in more.items():
            self.done = replace(self.done, **{name: getattr(self.done, name) + number})
        stopped = self._stop()
        self.done = replace(self.done, seconds=time.monotonic() - self._start, stopped=stopped)
        self._watch(self.done)
        return stopped

"""What does not fit, as it is found, listed, and decided of by persons; nothing here says who is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord import run
from onrecord.api.listing import Place, listed, reading
from onrecord.errors import UsageError
from onrecord.model import VERDICTS, Passage, Review
from onrecord.record import FindingFilter, FindingRow, Record
from onrecord.run import Checked, Checking
from onrecord.settings import Settings


class ShownFinding(NamedTuple):
    """A finding with the passages in which its words stand: for each exhibit those that hold them."""

    row: FindingRow
    passages: tuple[tuple[Passage, ...], ...]


def check(
    record: str | Path,
    settings: Settings | None = None,
    every: bool = False,
    watch: Callable[[Checked], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Checked:
    """Find what does not fit in a record: in what is new, or in everything again.

    Args:
        record: the record's file.
        settings: by default `Settings.load()`; `checks` says which checks.
        every: everything again; what persons decided stays.
        watch: told of what is done so far.
        stop: asked again and again; True ends the run in order, and checking again goes on from there.

    Raises:
        SettingsError: there is no check of a name that the settings give.
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    return run.recheck(record, settings or Settings.load(), every, watch, stop)


def checks(settings: Settings | None = None) -> list[Checking]:
    """Every check, with what it compares and whether the settings choose it."""
    return run.checks(settings or Settings.load())


def findings(record: Place, filter: FindingFilter | None = None) -> Iterator[FindingRow]:
    """The findings of a record that pass the filter, in its order.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    if filter and filter.check:
        run.known_check(filter.check)
    return listed(record, lambda store: store.findings(filter or FindingFilter()))


def shown_finding(store: Record, row: FindingRow) -> ShownFinding:
    """A finding of an open record with the passages in which its words stand."""
    around = []
    for shown, *_ in row.exhibits:
        here = (p for p in store.passages(shown.document) if p.kind != "furniture")
        around.append(
            tuple(p for p in here if p.span.start < shown.span.end and shown.span.start < p.span.end)
        )
    return ShownFinding(row, tuple(around))


def review(record: str | Path, id: str, verdict: str, author: str, note: str = "") -> Review:
    """Decide of a finding: accepted or rejected; it holds however often checking is done anew.

    Args:
        record: the record's file.
        id: the finding's id, or the beginning of one that no other finding shares.
        verdict: one of VERDICTS.
        author: who decides.
        note: what is to be remembered of it.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: no finding, or more than one, has an id that begins so; or the verdict is none.
    """
    if verdict not in VERDICTS:
        raise UsageError(f"{verdict!r} is no verdict", "verdict", f"give one of {', '.join(VERDICTS)}")
    with Record.open(record) as store:
        found = list(store.findings(FindingFilter(id=id, limit=2))) if id.strip() else []
        if len(found) != 1:
            what = "more than one finding's id begins so" if found else "there is no finding of this id"
            raise UsageError(what, id or "an empty id", "take one from the list that `findings` prints")
        number = store.review(found[0].finding.id, verdict, note, author)
        return next(one for one in store.reviews() if one.number == number)


def reviews(record: Place, all: bool = False) -> list[Review]:
    """What was decided of findings and holds, in order; with `all` what was undone too.

    Raises:
        RecordError: the record cannot be opened.
    """
    with reading(record) as store:
        return store.reviews(all)

"""Reading, adding, listing and showing, as the command line does them, without printing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord import run
from onrecord.api.checks import ShownFinding, shown_finding
from onrecord.api.listing import Place, listed, reading
from onrecord.api.traces import ShownFamily, shown_family
from onrecord.errors import UsageError
from onrecord.model import Document, Failure, Passage, Span, Statement, Time
from onrecord.record import Counts, FailureRow, FamilyHead, Filter, Listed, Record, Told
from onrecord.run import Joined, Read, Render, Rendered, Summary, Watch
from onrecord.settings import Settings


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement with what is needed to re-read it in place.

    Attributes:
        document: the document it stands in.
        statement: the statement.
        passages: those in which its words, its cue and its speaker stand, in order; there may be gaps.
        told: the statement with who speaks, through whom and when, as far as that is known.
        families: the families of its words, those with most reports first.
    """

    document: Document
    statement: Statement
    passages: tuple[Passage, ...]
    told: Told
    families: tuple[FamilyHead, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document with its outline.

    Attributes:
        document: the document.
        passages: all its passages, in order.
        versions: every version of the same source, this one included, oldest first, without its text.
        modes: how many statements it has of each mode, the most frequent first.
        times: its time expressions, in order.
    """

    document: Document
    passages: tuple[Passage, ...]
    versions: tuple[Listed, ...]
    modes: dict[str, int]
    times: tuple[Time, ...]


def read(
    places: Sequence[str], settings: Settings | None = None, stdin: BinaryIO | None = None
) -> Iterator[Read | Failure]:
    """Every document of the places with its statements, in order; nothing is stored.

    Args:
        places: files, folders, archives and addresses; "-" is standard input.
        settings: by default `Settings.load()`.
        stdin: what "-" reads.

    Raises:
        ModelError: while they are read, where `settings.reader` names a model that cannot be loaded.
        SettingsError: from `Settings.load()`.
    """
    return run.read(places, settings or Settings.load(), stdin)


def rendered(
    places: Sequence[str],
    render: Render,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Rendered | Failure]:
    """As `read`, with the text that `render` makes of each document's statements, where they are found.

    Args:
        places: files, folders, archives and addresses; "-" is standard input.
        render: a function of a module (`onrecord.export.named("jsonl").statements`), run in the workers.
        settings: by default `Settings.load()`.
        stdin: what "-" reads.

    Raises:
        ModelError: while they are read, where `settings.reader` names a model that cannot be loaded.
        SettingsError: from `Settings.load()`.
    """
    return run.rendered(places, settings or Settings.load(), render, stdin)


def add(
    record: str | Path,
    places: Sequence[str],
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    watch: Watch | None = None,
    stop: Callable[[], bool] | None = None,
) -> Summary:
    """Read the places into a record, which is made if need be; adding the same again changes nothing.

    Args:
        record: the record's file.
        places: files, folders, archives and addresses; "-" is standard input.
        settings: by default `Settings.load()`.
        stdin: what "-" reads.
        watch: told about once a second of all that is done so far, and of the failures since the last time.
        stop: asked again and again; True ends the run in order.

    Raises:
        ModelError: `settings.reader` names a model that cannot be loaded. What was stored stays.
        RecordError: the record cannot be opened or written. What it held is not lost.
        SettingsError: from `Settings.load()`.
    """
    return run.add(record, places, settings or Settings.load(), stdin, watch, stop)


def documents(record: Place, filter: Filter | None = None, text: bool = False) -> Iterator[Listed]:
    """The documents of a record that pass the filter: every version of every one.

    Args:
        record: the record's file.
        filter: by default everything.
        text: False leaves `Document.text` empty, which spares reading it.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return listed(record, lambda store: store.documents(filter or Filter(), text=text))


def statements(record: Place, filter: Filter | None = None) -> Iterator[tuple[Document, Statement]]:
    """The statements of a record that pass the filter, each with its document.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return listed(record, lambda store: store.statements(filter or Filter()))


def told(record: Place, filter: Filter | None = None) -> Iterator[Told]:
    """As `statements`, with who speaks, through whom and when, as far as that is known.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    return listed(record, lambda store: store.told(filter or Filter()))


def failures(record: Place) -> Iterator[FailureRow]:
    """The sources that could not be read when they were last added.

    Raises:
        RecordError: the record cannot be opened.
    """
    return listed(record, lambda store: store.failures())


def counts(record: Place) -> Counts:
    """How much a record holds.

    Raises:
        RecordError: the record cannot be opened.
    """
    with reading(record) as store:
        return store.counts()


def show(
    record: Place, id: str, unfold: bool = False, limit: int | None = None
) -> ShownDocument | ShownStatement | ShownFamily | ShownFinding:
    """One document, statement, family or finding with what is around it.

    Args:
        record: the record's file.
        id: an id, or the beginning of one that no other shares.
        unfold: of a family, show copies of whole documents each by itself.
        limit: of a family, how many members to show at most.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: nothing, or more than one thing, has an id that begins so.
    """
    with reading(record) as store:
        whole = _whole(store, id)
        document = store.document(whole)
        if document is not None:
            return _shown_document(store, document)
        found = store.told_of(whole)
        if found is None:
            family = store.family(whole)
            if family is not None:
                return shown_family(store, family, unfold, limit)
            finding = store.finding(whole)
            if finding is not None:
                return shown_finding(store, finding)
            raise UsageError("there is nothing of this id", id, "list what there is with `statements`")
        document, statement = found.document, found.statement
        spans = [*statement.content, *((statement.cue,) if statement.cue else ())]
        spans += [statement.speaker.span, *statement.speaker.members] if statement.speaker else []
        spans += statement.via
        around = tuple(p for p in store.passages(document.id) if any(_meet(p.span, span) for span in spans))
        return ShownStatement(document, statement, around, found, tuple(store.families_of(statement.id)))


def dates(
    places: Sequence[str], settings: Settings | None = None, stdin: BinaryIO | None = None
) -> Iterator[tuple[Document, tuple[Time, ...]] | Failure]:
    """Every document of the places with its time expressions, in order; nothing is stored, nobody is found.

    Args:
        places: files, folders, archives and addresses; "-" is standard input.
        settings: by default `Settings.load()`.
        stdin: what "-" reads.

    Raises:
        OnrecordError: while they are read, where a file of facts cannot be.
        SettingsError: from `Settings.load()`.
    """
    return run.dates(places, settings or Settings.load(), stdin)


def recorded_dates(
    record: Place, filter: Filter | None = None
) -> Iterator[tuple[Document, tuple[Time, ...]]]:
    """The documents of a record that pass the filter and are no old versions, with their time expressions.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """

    def ask(store: Record) -> Iterator[tuple[Document, tuple[Time, ...]]]:
        listed = store.documents(filter or Filter(), text=True)
        return ((one.document, store.times(one.document.id)) for one in listed if one.newest)

    return listed(record, ask)


def link(
    record: str | Path,
    settings: Settings | None = None,
    every: bool = False,
    watch: Callable[[Joined], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Joined:
    """Link again what a record holds: what another version linked, and what waits.

    Args:
        record: the record's file.
        settings: by default `Settings.load()`.
        every: everything again; what persons decided stays.
        watch: told of what is done so far.
        stop: asked again and again; True ends the run in order.

    Raises:
        RecordError: the record cannot be opened or written. What it held is not lost.
        OnrecordError: a file of facts cannot be read.
    """
    return run.relink(record, settings or Settings.load(), every, watch, stop)


def _whole(store: Record, id: str) -> str:
    """The one id that begins so."""
    found = store.find(id) if id.strip() else []
    if id in found:
        return id
    if not found:
        raise UsageError(
            "there is no document, statement, family or finding of this id",
            id or "an empty id",
            "take one from the lists that `documents`, `statements`, `traces` and `findings` print",
        )
    if len(found) > 1:
        some = ", ".join(found[:3])
        raise UsageError(f"{len(found)} or more ids begin so ({some}, ...)", id, "give more of its digits")
    return found[0]


def _shown_document(store: Record, document: Document) -> ShownDocument:
    versions = store.versions(document.id)
    modes = Counter(statement.mode for _, statement in store.statements(Filter(document=document.id)))
    passages = store.passages(document.id)
    times = store.times(document.id)
    return ShownDocument(document, passages, tuple(versions), dict(modes.most_common()), times)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end

"""Who speaks in a record: lists, and the decisions of persons, which are followed at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from onrecord import run
from onrecord.api.listing import Place, listed
from onrecord.errors import UsageError
from onrecord.model import digest
from onrecord.record import Decision, DoubtRow, Entry, Imported, Record, SpeakerRow, read_list
from onrecord.settings import Settings

T = TypeVar("T")


def speakers(
    record: Place, words: str | None = None, limit: int | None = None, offset: int = 0
) -> Iterator[SpeakerRow]:
    """The entities of a record of which a name or an office has all these words, those that say most first.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: there is no word among the words.
    """
    return listed(record, lambda store: store.speakers(words, limit, offset))


def doubts(record: Place) -> Iterator[DoubtRow]:
    """What only a person can decide about the entities of a record, and none has.

    Raises:
        RecordError: the record cannot be opened.
    """
    return listed(record, lambda store: store.doubts())


def decisions(record: Place, all: bool = False) -> Iterator[Decision]:
    """What persons decided about the entities of a record and holds; with `all` what was withdrawn too.

    Raises:
        RecordError: the record cannot be opened.
    """
    return listed(record, lambda store: iter(store.decisions(all)))


def merge(
    record: str | Path, into: str, others: Sequence[str], author: str, settings: Settings | None = None
) -> list[int]:
    """Decide that some entities are one, called as the first; gives the decisions' numbers.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: an id means nothing, the author is nobody, or an earlier decision says otherwise; then
            nothing is decided.
    """
    return _decided(record, settings, lambda store: [store.merge(into, one, author) for one in others])


def split(
    record: str | Path,
    id: str,
    form: str | None,
    documents: Sequence[str],
    author: str,
    settings: Settings | None = None,
) -> tuple[int, str]:
    """Decide that some of what is one entity's is another's; gives the decision's number and the new id.

    Args:
        record: the record's file.
        id: the entity.
        form: the form of its name that is somebody else's; or what the new entity is called, where documents
            are given, by default as the old one.
        documents: ids of the documents in which it is somebody else.
        author: who decides.
        settings: by default `Settings.load()`.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: an id or a name means nothing, or the author is nobody; then nothing is decided.
    """
    if not form and not documents:
        raise UsageError("what is somebody else's is not said", id, "give --name or --document")

    def decide(store: Record) -> tuple[int, str]:
        name, kind = store.named(id)
        return store.split(id, run.called(form or name, kind), documents, author)

    return _decided(record, settings, decide)


def rename(record: str | Path, id: str, name: str, author: str, settings: Settings | None = None) -> int:
    """Decide what an entity is called; gives the decision's number.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: the id or the name means nothing, or the author is nobody.
    """
    form = _name(name)
    return _decided(
        record, settings, lambda store: store.rename(id, run.called(form, store.named(id)[1]), author)
    )


def name(
    record: str | Path,
    id: str,
    form: str,
    documents: Sequence[str],
    author: str,
    settings: Settings | None = None,
) -> int:
    """Decide that a form of a name denotes an entity, in some documents or in all; gives the number.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: the id or the name means nothing, or the author is nobody.
    """
    words = _name(form)
    return _decided(
        record,
        settings,
        lambda store: store.name(id, run.called(words, store.named(id)[1]), documents, author),
    )


def apart(record: str | Path, one: str, other: str, author: str, settings: Settings | None = None) -> int:
    """Decide that two entities are not one; gives the decision's number.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: an id means nothing, the author is nobody, or an earlier decision says otherwise.
    """
    return _decided(record, settings, lambda store: store.apart(one, other, author))


def undo(record: str | Path, number: int, settings: Settings | None = None) -> None:
    """Withdraw a decision: what it made is gone, and what it ended stands again.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: there is no such decision, or it was withdrawn.
    """
    _decided(record, settings, lambda store: store.undo(number))


def import_speakers(record: str | Path, file: str | Path, settings: Settings | None = None) -> Imported:
    """Take in a list of speakers, CSV or JSON lines of FollowTheMoney; the same list again changes nothing.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: the file cannot be read, or a line of it means nothing; then nothing is taken in.
    """
    path = Path(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"it cannot be read ({reason})", str(file), "name another file") from error
    entries = [
        Entry(
            one.kind,
            run.called(one.name, one.kind),
            tuple(run.called(form, one.kind) for form in one.aliases),
            one.roles,
            one.wikidata,
        )
        for one in read_list(data, str(file))
    ]
    return _decided(record, settings, lambda store: store.take_in(path.name, digest(data), entries))


def _name(form: str) -> str:
    words = " ".join(form.split())
    if not any(map(str.isalnum, words)):
        raise UsageError("there is no letter in it", f"{form!r}", "give a name")
    return words


def _decided(record: str | Path, settings: Settings | None, decide: Callable[[Record], T]) -> T:
    """What `decide` gives; the documents that it concerns are joined again at once."""
    chosen = settings or Settings.load()
    with Record.open(record) as store:
        with store.whole():
            made = decide(store)
        run.join(store, chosen)
    return made

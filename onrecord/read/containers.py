"""Everything found becomes items: a container is walked here, a document is left for whoever decodes it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import ReadError
from onrecord.model import Failure, Item
from onrecord.read.archives import BROKEN, damaged, tar_members, unpacked, zip_members
from onrecord.read.columnar import parquet_items
from onrecord.read.crawl import warc_items
from onrecord.read.entry import MIB, Bomb, Budget, Entry, peekable, too_large, within
from onrecord.read.formats import CONTAINERS, HEAD, LEAVES, PACKERS, UNREAD, by_name, sniffed, suffix
from onrecord.read.mailbox import mbox_items
from onrecord.read.rows import csv_items, json_items, jsonl_items
from onrecord.settings import Settings

_ARCHIVES = {"zip": zip_members, "tar": tar_members}
_ROWS = {
    "jsonl": jsonl_items,
    "json": json_items,
    "csv": csv_items,
    "parquet": parquet_items,
    "mbox": mbox_items,
    "warc": warc_items,
}


def expand(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    """The items in `entry`, which may be a document, an archive, a file of rows, a mailbox or a crawl.

    Never raises on bad input: what cannot be read is a Failure, and the walk goes on.
    """
    try:
        yield from _expanded(entry, settings)
    except Bomb as error:
        if entry.budget is not None:
            raise  # it is the outermost archive that ends
        yield entry.failure(error)
    except ReadError as error:
        yield entry.failure(error)
    except PermissionError:
        yield entry.failure(ReadError("may not be read", remedy="ask for permission to read it"))
    except FileNotFoundError:
        yield entry.failure(ReadError("is not there", remedy="check the name"))
    except BROKEN as error:
        yield entry.failure(damaged(error))


def unread(what: str) -> ReadError:
    """The sentence for a known kind of file that is not read."""
    return ReadError(f"is {what}, not a format that is read", remedy="give its text")


def _expanded(entry: Entry, settings: Settings) -> Iterator[Item | Failure]:
    kind, packer = by_name(entry.name)
    kind = kind or entry.hint
    if what := UNREAD.get(suffix(entry.name)):
        raise unread(what)
    if entry.size == 0:
        raise ReadError("is empty", remedy="save it again from its source")
    if packer and kind in LEAVES:
        yield _leaf(entry, packer, settings)  # one packed document is unpacked where it is decoded
    elif kind in LEAVES:
        yield _leaf(entry, kind, settings)
    else:
        with peekable(entry.open()) as stream:
            opened = replace(entry, open=lambda: stream)
            yield from _looked_at(entry, opened, stream, kind, settings)


def _looked_at(
    entry: Entry, opened: Entry, stream: io.BufferedReader, hint: str | None, settings: Settings
) -> Iterator[Item | Failure]:
    """Tell by its first bytes what a thing is. `opened` is `entry` with its stream at the start."""
    head = stream.peek(HEAD)[:HEAD]
    if not head:
        raise ReadError("is empty", remedy="save it again from its source")
    kind = sniffed(head, hint)
    if kind.startswith("!"):
        raise unread(kind[1:])
    if kind in PACKERS:
        yield from _packed(entry, stream, kind, hint, settings)
    elif kind in _ARCHIVES:
        _check_depth(entry, settings)
        for member in _ARCHIVES[kind](opened, settings):
            if isinstance(member, Failure):
                yield member
            else:
                yield from expand(member, settings)
    elif kind in CONTAINERS:
        yield from _ROWS[kind](opened, settings)
    else:
        yield _leaf(opened, kind, settings)


def _packed(
    entry: Entry, stream: io.BufferedReader, packer: str, hint: str | None, settings: Settings
) -> Iterator[Item | Failure]:
    """A gz, bz2 or xz: walk what it packs; one document stays packed where it can be fetched again."""
    _check_depth(entry, settings)
    budget = entry.budget or Budget.of(entry.size, settings)
    with peekable(unpacked(stream, packer, budget)) as inner:
        head = inner.peek(HEAD)[:HEAD]
        if sniffed(head, hint) in LEAVES and entry.open_as:
            yield _leaf(entry, packer, settings)
            return
        entry = replace(entry, depth=entry.depth + 1, budget=budget, open_as=(), size=None)
        opened = replace(entry, open=lambda: inner)
        yield from _looked_at(entry, opened, inner, hint, settings)


def _leaf(entry: Entry, kind: str | None, settings: Settings) -> Item:
    """One document, left unread where it can be fetched later."""
    if entry.size is not None and entry.size > settings.max_document_mb * MIB:
        raise too_large(settings)
    if entry.open_as:
        if entry.budget:
            entry.budget.spend(entry.size or 0)
        return entry.item(kind)
    with entry.open() as stream:
        data = within(stream, settings)
    if not data:
        raise ReadError("is empty", remedy="save it again from its source")
    return entry.item(kind, data)


def _check_depth(entry: Entry, settings: Settings) -> None:
    if entry.depth > settings.max_nesting:
        raise ReadError(
            f"lies more than {settings.max_nesting} archives deep",
            remedy="unpack the outer ones first, or raise max_nesting",
        )

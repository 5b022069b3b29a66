"""The bytes of one item, whole and within the limit, or one clear error."""

from __future__ import annotations

import os
import zipfile
from collections import OrderedDict
from typing import BinaryIO, cast

from onrecord.errors import ReadError
from onrecord.model import Item
from onrecord.read.archives import BROKEN, damaged
from onrecord.read.entry import MIB, too_large, within
from onrecord.read.remote import store_stream
from onrecord.settings import Settings

_KEPT_OPEN = 2
_open: OrderedDict[tuple[object, ...], zipfile.ZipFile] = OrderedDict()


def load(item: Item, settings: Settings) -> bytes:
    """The bytes of `item` as they lie in the file, member or stream; a packed document is still packed.

    Raises:
        ReadError: it vanished, may not be read, is damaged or empty, or is larger than max_document_mb.
    """
    try:
        if item.data is not None:
            data = item.data
        elif item.open_as[:1] == ("file",):
            data = _file(item.open_as[1], settings)
        elif item.open_as[:1] == ("store",):
            with store_stream(item.open_as[1]) as stream:
                data = within(stream, settings)
        else:
            data = _member(item.open_as[1], item.open_as[2], settings)
    except PermissionError:
        raise ReadError("may not be read", item.path, "ask for permission to read it") from None
    except FileNotFoundError:
        raise ReadError("is no longer there", item.path, "give it again") from None
    except KeyError:
        raise ReadError("is no longer in its archive", item.path, "give the archive again") from None
    except ReadError as error:
        raise ReadError(error.what, item.path, error.remedy) from None
    except BROKEN as error:
        told = damaged(error)
        raise ReadError(told.what, item.path, told.remedy) from error
    if not data:
        raise ReadError("is empty", item.path, "save it again from its source")
    return data


def _file(path: str, settings: Settings) -> bytes:
    with open(path, "rb") as stream:
        if os.fstat(stream.fileno()).st_size > settings.max_document_mb * MIB:
            raise too_large(settings)
        return within(stream, settings)


def _member(archive: str, name: str, settings: Settings) -> bytes:
    with _archive(archive).open(name) as stream:
        return within(cast(BinaryIO, stream), settings, packed=True)


def _archive(path: str) -> zipfile.ZipFile:
    """The opened archive, kept for its next member; a process never uses what its parent had open."""
    status = os.stat(path)
    key = (os.getpid(), path, status.st_ino, status.st_size, status.st_mtime_ns)
    if key in _open:
        _open.move_to_end(key)
        return _open[key]
    for stale in [known for known in _open if known[0] != key[0] or known[1] == path]:
        _open.pop(stale).close()
    while len(_open) >= _KEPT_OPEN:
        _open.popitem(last=False)[1].close()
    _open[key] = zipfile.ZipFile(path)
    return _open[key]

"""Given words are answered with places that can be opened; a file that is checked is never kept."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.model import Failure, Span
from onrecord.settings import Settings
from onrecord.show.contract import Action, Answer, Asked, Page, Upload
from onrecord.show.markup import Mark, marked

PLACES = 12  # shown of one quotation
PLACES_OF_MANY = 4  # shown of each quotation of a file
MOST = 200  # quotations of a file that are checked
LONGEST = 20_000  # code points of one quotation
MIB = 1024 * 1024
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


class Stood(NamedTuple):
    """A place where given words stand, with both sides marked.

    Attributes:
        stand: the place.
        roles: "earliest", "fullest", "nearest", as far as it is.
        given, source: the given words and those of the source, escaped, with what differs marked.
        changes: what the given wording changed, in words; "" where it changed nothing.
    """

    stand: api.Stand
    roles: tuple[str, ...]
    given: Markup
    source: Markup
    changes: str


class Checked(NamedTuple):
    """A quotation with its answer and its places, those that matter most first."""

    found: api.Verified
    places: list[Stood]


def verify(asked: Asked) -> Answer:
    """Where the words of the address stand; without words the empty form."""
    words = asked.get("q") or ""
    found = [_verified(asked.store, words)] if words else []
    return _answer(words, "", found, [])


def check(asked: Asked) -> Answer:
    """Where the words that were sent stand, or every quotation of the file that was.

    Raises:
        UsageError: neither was sent, or the file is too large.
    """
    upload = asked.files.get("file")
    if upload is not None and (upload.data or upload.name):
        found, failures = _file(asked, upload)
        return _answer("", upload.name, found, failures)
    words = asked.sent("q").strip()
    if not words:
        raise UsageError(
            "neither words nor a file are given", "verify", "paste a quotation, or choose a file"
        )
    return _answer(words, "", [_verified(asked.store, words)], [])


def _verified(store: api.Record, words: str) -> api.Verified:
    if len(words) > LONGEST:
        remedy = f"give at most {LONGEST:,} characters, or check a file"
        raise UsageError("this is too long for one quotation", f"{len(words):,} characters", remedy)
    return api.verify(store, words, limit=PLACES)


def _file(asked: Asked, upload: Upload) -> tuple[list[api.Verified], list[Failure]]:
    """The quotations of a file, as long as it lies in a folder of its own, which only this user can open."""
    settings = Settings.load()
    if len(upload.data) > settings.max_document_mb * MIB:
        remedy = f"give one of at most {settings.max_document_mb} MiB, or raise max_document_mb"
        raise UsageError("the file is too large", upload.name, remedy)
    suffixes = [suffix for suffix in Path(upload.name).suffixes[-2:] if _SUFFIX.fullmatch(suffix)]
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / f"checked{''.join(suffixes)}"
        path.write_bytes(upload.data)
        results = list(islice(api.verify_file(asked.site.record, str(path), settings), MOST))
    found = [one for one in results if not isinstance(one, Failure)]
    failures = [
        Failure(one.path.replace(str(path), upload.name), "", one.reason, one.remedy)
        for one in results
        if isinstance(one, Failure)
    ]
    return found, failures


def _answer(words: str, name: str, found: Sequence[api.Verified], failures: Sequence[Failure]) -> Answer:
    most = PLACES_OF_MANY if name else PLACES
    view = {
        "words_given": words,
        "file": name,
        "checked": [Checked(one, _places(one)[:most]) for one in found],
        "failures": failures,
        "most": MOST,
        "longest": LONGEST,
    }
    data: dict[str, Any] = {
        "words": words or None,
        "file": name or None,
        "verified": [export.verified_line(one) for one in found],
        "failures": [{"path": one.path, "reason": one.reason, "remedy": one.remedy} for one in failures],
    }
    title = f"Checked: {name}" if name else "Verify a quotation"
    return Answer("verify.html", title, data, view)


def _places(found: api.Verified) -> list[Stood]:
    """The places with both sides marked: the earliest, the fullest and the nearest first."""
    named = (("earliest", found.earliest), ("fullest", found.fullest), ("nearest", found.nearest))
    roles = {n: tuple(role for role, at in named if at == n) for n in range(len(found.places))}
    made = [_stood(found.words, stand, roles[n]) for n, stand in enumerate(found.places)]
    return sorted(made, key=lambda one: not one.roles)


def _stood(words: str, stand: api.Stand, roles: tuple[str, ...]) -> Stood:
    source, given = list[Mark](), list[Mark]()
    for edit in stand.edits:
        kind = "dropped" if not _wide(edit.later) else "added" if not _wide(edit.earlier) else "changed"
        source += [Mark(edit.earlier, kind, "", edit.kind)] if _wide(edit.earlier) else []
        given += [Mark(edit.later, kind, "", edit.kind)] if _wide(edit.later) else []
    whole = Span(0, len(words))
    text = stand.document.text
    changes = export.summed(stand.edits, text, words)
    return Stood(stand, roles, marked(words, whole, given), marked(text, stand.span, source), changes)


def _wide(span: Span) -> bool:
    return span.start < span.end


PAGES = (Page("/verify", verify),)
ACTIONS = (Action("/verify", check, looking=True),)

"""What is cited is the text that was read: its own title, bylines, outlet and dates, and nothing made up."""

from __future__ import annotations

import hashlib
import re
from typing import Any, NamedTuple

from onrecord.api import Told
from onrecord.export.lines import chain, words
from onrecord.export.moments import Moment, moment, published, said
from onrecord.export.plain import flat, web_address
from onrecord.model import Document, Said

_KEY = re.compile(r"[^A-Za-z0-9_.-]+")
_OFFICE = re.compile(r"\d|,|&|@|\band\b|\bund\b|\bet\b", re.IGNORECASE)


class Source(NamedTuple):
    """What a bibliography says of a document, or of a statement in it.

    Attributes:
        key: the same for the same thing in every export, and no other's; letters, digits, "_", "." and "-".
        title: as printed, else the last part of the path.
        authors: bylines, each with whether it is plainly a person's name.
        outlet, url, language: as known; an address that is none of the web is left out.
        issued: when it was published.
        accessed: when it was fetched, else when it was added to the record.
        note: who says it, how, when and through whom, in a sentence; "" for a document.
        passage: the words; "" for a document.
    """

    key: str
    title: str
    authors: tuple[tuple[str, bool], ...]
    outlet: str | None
    url: str | None
    language: str | None
    issued: Moment | None
    accessed: Moment | None
    note: str
    passage: str


def source(thing: Any, kind: str, added: str | None) -> Source:
    """A listed document or a told statement as it is cited.

    Args:
        thing: as `api.documents` or `api.told` gives it.
        kind: "documents" or "statements".
        added: when the document was added to the record, ISO 8601 in UTC, where that is known.
    """
    document: Document = thing.document
    inferred: Said | None = thing.inferred
    statement = kind == "statements"
    fetched = moment(document.fetched)
    if fetched is None and added:
        fetched = Moment((int(added[:4]), int(added[5:7]), int(added[8:10])))
    notes = [sentence(thing)] if statement else []
    if document.published is None and inferred:
        notes.append(f"Date concluded from the text: {flat(inferred.basis)}.")
    return Source(
        key=key("statement", thing.statement.id) if statement else key("document", document.id),
        title=flat(document.title or "") or flat(document.path.rpartition("/")[2]) or document.id,
        authors=tuple((flat(name), personal(name)) for name in document.authors if flat(name)),
        outlet=flat(document.outlet) if document.outlet else None,
        url=web_address(document.url),
        language=document.language,
        issued=published(document, inferred),
        accessed=fetched,
        note=" ".join(notes),
        passage=words(document, thing.statement) if statement else "",
    )


def key(kind: str, id: str) -> str:
    """A name for the thing of this id; ids that hold other characters are told apart by a digest."""
    bare = _KEY.sub("-", id)
    more = f"-{hashlib.blake2b(id.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
    return f"{kind}-{bare}{more if bare != id else ''}"


def personal(name: str) -> bool:
    """Whether a byline is plainly a person's name: two to four words, none of them a sign of an office."""
    parts = name.split()
    return 2 <= len(parts) <= 4 and not _OFFICE.search(name) and all(part[0].isupper() for part in parts)


def sentence(told: Told) -> str:
    """Who says it, to whom, when and through whom, as far as it is known."""
    statement, text = told.statement, told.document.text
    said_on = said(told)
    act = "" if statement.act == "said" else f", {statement.act}"
    parts = [f"Statement of {_speaker(told)} ({statement.mode}{act})"]
    if statement.addressee:
        whom = told.people.get(statement.addressee)
        parts.append(f"to {flat(whom.name if whom else statement.addressee.of(text))}")
    if said_on:
        parts.append(f"on {said_on.iso()}" if len(said_on.first) == 3 else f"in {said_on.iso()}")
    relays = [flat(link["name"]) for link in chain(told) if link["role"] == "relay"]
    if relays:
        parts.append(f"through {', '.join(relays)}")
    return " ".join(parts) + "."


def speaker_name(told: Told) -> str | None:
    """What the speaker is called; None where nobody is shown, or a word that names nobody ("they")."""
    speaker = told.statement.speaker
    who = told.people.get(speaker.span) if speaker else None
    name = who.name if who else speaker.name if speaker else None
    return flat(name or "") or None


def mention(told: Told) -> str | None:
    """The words that mention the speaker, as printed; None where nobody is shown."""
    speaker = told.statement.speaker
    return flat(speaker.span.of(told.document.text)) or None if speaker else None


def _speaker(told: Told) -> str:
    printed = mention(told)
    return speaker_name(told) or (f"“{printed}”" if printed else "an unnamed speaker")

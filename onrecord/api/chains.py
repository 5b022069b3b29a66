"""Words pass from a mouth to a page: whoever stands between them is named once, in that order."""

from __future__ import annotations

from itertools import zip_longest
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from onrecord.model import Document, Span
from onrecord.record import Told, Who

Role = Literal["speaker", "relay", "outlet"]


class Station(NamedTuple):
    """Somebody through whom words came.

    Attributes:
        name: what it is called.
        role: who spoke, who passed it on, or who published it.
        entity: the id of the entity, where it is linked to one.
        span: where it is mentioned; None for the outlet, which no words of the text name.
    """

    name: str
    role: Role
    entity: str | None
    span: Span | None


def stations(told: Told) -> list[Station]:
    """Who passed the words on, from the mouth to the page: the speaker, the relays, the outlet last.

    Nobody stands twice in a row: a relay that is the outlet itself is the outlet.
    """
    document, statement = told.document, told.statement
    text, speaker = document.text, statement.speaker
    found = []
    if speaker:
        who = told.people.get(speaker.span)
        name = who.name if who else speaker.name or speaker.span.of(text)
        found.append(_station(name, "speaker", who, speaker.span))
    for span in statement.via:
        who = told.people.get(span)
        found.append(_station(who.name if who else span.of(text), "relay", who, span))
    if printed := outlet(document):
        found.append(_station(printed, "outlet", told.outlet, None))
    pairs = zip_longest(found, found[1:])
    return [one for one, after in pairs if one.role != "relay" or after is None or not _same(one, after)]


def _station(name: str, role: Role, who: Who | None, span: Span | None) -> Station:
    return Station(name, role, who.entity if who else None, span)


def _same(one: Station, other: Station) -> bool:
    if one.entity and one.entity == other.entity:
        return True
    return one.name.casefold().removeprefix("the ") == other.name.casefold().removeprefix("the ")


def outlet(document: Document) -> str | None:
    """What a document's outlet is called: as stated, else the host of its address; None where neither is."""
    if document.outlet:
        return document.outlet
    try:
        host = urlsplit(document.url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None

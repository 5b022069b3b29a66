"""A chain is drawn from the mouth to the page, and what is missing in it is named where it is missing."""

from __future__ import annotations

from typing import NamedTuple

from onrecord import api, export
from onrecord.show import addresses


class Step(NamedTuple):
    """A step of a chain.

    Attributes:
        role: what it is, in words: "speaks", "passes on", "publishes", "this text".
        name: whom or what it names; what is to be said where nothing is known.
        printed: the mention as printed, where it differs from the name; else "".
        address: its page on this site, or None.
        missing: why it is drawn as a gap, or "".
    """

    role: str
    name: str
    printed: str
    address: str | None
    missing: str


def steps(told: api.Told) -> list[Step]:
    """From who speaks, through relays and the outlet, to the document."""
    document = told.document
    links = export.chain(told)
    made: list[Step] = []
    if not any(link["role"] == "speaker" for link in links):
        made.append(Step("speaks", "nobody is shown", "", None, "no speaker"))
    first_relay = next((n for n, link in enumerate(links) if link["role"] == "relay"), None)
    for number, link in enumerate(links):
        printed = ""
        if link["span"]:
            words = " ".join(document.text[slice(*link["span"])].split())
            printed = words if words != link["name"] else ""
        gap = "not held" if number == first_relay and told.held is False else ""
        address = addresses.speaker(link["entity"]) if link["entity"] else None
        made.append(Step(_ROLES[link["role"]], link["name"], printed, address, gap))
    if not any(link["role"] == "outlet" for link in links):
        made.append(Step("publishes", "outlet unknown", "", None, "unknown"))
    here = addresses.document(document.id, told.statement.id)
    made.append(Step("this text", document.title or document.path, "", here, ""))
    return made


def sentence(told: api.Told) -> str:
    """The same in words, for who does not see the drawing."""
    made = steps(told)
    names = ", then ".join(f"{one.name}{f' ({one.missing})' if one.missing else ''}" for one in made)
    return f"From the mouth to the page: {names}."


_ROLES = {"speaker": "speaks", "relay": "passes on", "outlet": "publishes"}

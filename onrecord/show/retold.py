"""What became of words in other texts is said in one line, from the changes that were found, not guessed."""

from __future__ import annotations

from typing import NamedTuple

from onrecord import api, export

LARGEST = (
    60  # members of a family whose wordings are compared for one line; comparing costs milliseconds each
)
HOW = {"copy": "repeated word for word, or nearly", "cut": "cut", "reworded": "reworded"}


class Retold(NamedTuple):
    """A family of a statement's words.

    Attributes:
        head: the family.
        first, last: the earliest and the latest place: outlet or title, and day, as far as they are known.
        kinds: how many repetitions are of each kind ("copy", "cut", "reworded"), as far as compared.
        here: how this statement stands to the earlier ones, in words; "" where that was not compared.
    """

    head: api.FamilyHead
    first: str
    last: str
    kinds: dict[str, int]
    here: str


def retold(store: api.Record, head: api.FamilyHead, statement: str) -> Retold:
    """A family of the words of the statement of this id, with what was changed on the way to it."""
    if head.size > LARGEST or head.kind == "formula":
        return Retold(head, "", "", {}, "")
    shown = api.family(store, head.id, unfold=True)
    first, last = shown.members[0], shown.members[-1]
    own = next((one for one in shown.members if one.member.statement == statement), None)
    kinds = {str(kind): count for kind, count in (shown.row.kinds or {}).items()}
    return Retold(head, _named(first), _named(last), kinds, _here(own) if own else "")


def _here(own: api.ShownMember) -> str:
    if not own.hops:
        return "This is the earliest of them that is known"
    hop = own.hops[0]
    source = hop.earlier.outlet or hop.earlier.title or hop.earlier.path
    changes = export.summed(hop.hop.edits, hop.earlier.text, own.document.text)
    return f"Here {HOW[hop.hop.kind]}, from {source}" + (f": {changes}" if changes else "")


def _named(one: api.ShownMember) -> str:
    document = one.document
    return document.outlet or document.title or document.path

"""What became of words in other texts is said in one line, from the changes that were found, not guessed."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from onrecord import api
from onrecord.model import Edit

LARGEST = (
    60  # members of a family whose wordings are compared for one line; comparing costs milliseconds each
)
HOW = {"copy": "repeated word for word, or nearly", "cut": "cut", "reworded": "reworded"}
EDITS = {
    "dropped": ("cut", "cuts"),
    "added": ("addition", "additions"),
    "replaced": ("other wording", "other wordings"),
    "number": ("other number", "other numbers"),
    "date": ("other date", "other dates"),
    "name": ("other name", "other names"),
    "place": ("other place", "other places"),
    "negation": ("negation that came or went", "negations that came or went"),
    "question": ("question made an assertion or the reverse", "questions made assertions or the reverse"),
    "marks": ("move of quotation marks", "moves of quotation marks"),
}


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


def counted(edits: tuple[Edit, ...]) -> str:
    """Changes in words: "2 cuts, 1 other number"; "nothing changed" where there are none."""
    counts = Counter(edit.kind for edit in edits)
    named = (f"{number} {EDITS[kind][number > 1]}" for kind, number in counts.most_common())
    return ", ".join(named) or "nothing changed"


def _here(own: api.ShownMember) -> str:
    if not own.hops:
        return "This is the earliest of them that is known"
    hop = own.hops[0]
    source = hop.earlier.outlet or hop.earlier.title or hop.earlier.path
    return f"Here {HOW[hop.hop.kind]} from {source}: {counted(hop.hop.edits)}"


def _named(one: api.ShownMember) -> str:
    document = one.document
    return document.outlet or document.title or document.path

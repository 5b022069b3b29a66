"""Two stances are opposite where one denies what the other says, of the same things and the same time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from onrecord.check.languages import en_reversal as en
from onrecord.check.reversal_words import stem, stems
from onrecord.model import Claim
from onrecord.text.rarity import STEP, table
from onrecord.text.words import hash_of

_DENIED = re.compile(en.SHOWN_DENIAL, re.I)
_FAR = 400  # days between two statements of one matter that name no time
_NEAR = 45  # days within which what was never done, and then is told as done, had been done before
_TELLING = 17.0  # bits that the shared words must have together
_UNKNOWN = 13.0  # bits of a word that the table lacks
_LONG_NAME = 2  # words of a doer that may be a country or body for which the speaker says "we"
_PARTED = 3  # words of one side alone, beyond which less than half shared is too little


class Side(NamedTuple):
    """A claim with its value taken apart."""

    claim: Claim
    value: dict[str, Any]
    object: frozenset[str]
    every: frozenset[str]
    names: frozenset[str]
    first: str
    last: str


def side(claim: Claim) -> Side:
    """Takes a claim apart."""
    value = json.loads(claim.value)
    object, names = frozenset(value["object"]), frozenset(value["names"])
    every = object | frozenset(value["rest"])
    return Side(claim, value, object, every, names, value["said"][0], value["said"][1])


def fits(no: Side, yes: Side) -> float:
    """How likely a reader agrees that `no` denies what `yes` says; 0 where it does not.

    `no` is the side that is denied, or whose verb is the opposite.
    """
    if not _opposed(no.value, yes.value) or not _doers(no.value, yes.value):
        return 0.0
    if not _one_time(no, yes) or not _tense(no, yes):
        return 0.0
    return _matter(no, yes)


def _opposed(no: dict[str, Any], yes: dict[str, Any]) -> bool:
    if no["opposite"] == yes["opposite"]:
        # Where the words that are shown deny on both sides, one of them was read amiss.
        both = all(_DENIED.search(one["clause"]) for one in (no, yes))
        return bool(no["no"] and not yes["no"] and not both)
    if no["turn"] or yes["turn"] or no["no"] or yes["no"]:
        return False  # not to reject is not to approve
    return bool(no["opposite"]) and (no["doer"] == yes["doer"] or bool(set(no["doer"]) & set(yes["doer"])))


def _doers(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether both can be of the same who; "we" and "he" can be the speaker, or a word for a body."""
    mine, theirs = set(one["doer"]), set(other["doer"])
    if not mine or not theirs or mine & theirs:
        return True
    if "@" not in mine | theirs:
        return False
    named = (mine | theirs) - {"@"}
    if named & {stem(word) for word in (*one["by"], *other["by"], *en.BODIES)}:
        return True
    return not (one["turn"] or other["turn"]) and len(named) < _LONG_NAME


def _one_time(no: Side, yes: Side) -> bool:
    """Whether both can be of one time: what they name overlaps, or they were said not too far apart."""
    mine = [days for days in no.value["times"] if days]
    theirs = [days for days in yes.value["times"] if days]
    if mine and theirs:
        return any(a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)
    if no.first and yes.first:
        return _apart(no.first, yes.first) <= _FAR
    return True


def _tense(no: Side, yes: Side) -> bool:
    """Past and past, plan and plan, position and position, or a plan and what then came of it."""
    if no.value["so_far"] and no.value["no"] and no.first < yes.last and not _was_so(no, yes):
        return False  # what was not yet so may have become so
    if no.value["held"] or yes.value["held"]:
        return bool(no.value["held"] and yes.value["held"]) or no.value["planned"] or yes.value["planned"]
    if no.value["planned"] == yes.value["planned"]:
        return True
    plan, deed = (no, yes) if no.value["planned"] else (yes, no)
    return not (plan.first and deed.first) or plan.first <= deed.first


def _was_so(no: Side, yes: Side) -> bool:
    """Whether what is told later was so when it was denied, as far as the words of both show."""
    if yes.value["planned"] or yes.value["held"]:
        return False
    days = [span for span in yes.value["times"] if span]
    if days and no.first:
        last = max(span[1] for span in days)
        return last < no.first and ("never" in no.value["marks"] or _apart(last, no.first) <= _FAR)
    near = bool(no.first and yes.first) and _apart(no.first, yes.first) <= _NEAR
    never = "never" in no.value["marks"] and not yes.value["so_far"]
    return near and (never or "admitted" in yes.value["marks"])


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _matter(no: Side, yes: Side) -> float:
    """How far both are of the same things."""
    if not no.every or not yes.every:
        whole = not no.every and not yes.every and no.value["doer"] and yes.value["doer"]
        return 0.8 if whole and not _spoken(no, yes) else 0.0
    shared = no.every & yes.every
    core = no.object & yes.object
    if not core:
        return 0.0
    if _clash(no.names - {stem(w) for w in no.value["doer"]}, yes.names) or _clash(
        frozenset(no.value["figures"]), frozenset(yes.value["figures"])
    ):
        return 0.0
    if _modified(no, yes):
        return 0.0
    if _whole(no, yes) and (no.object <= yes.object or yes.object <= no.object):
        return 0.75
    bits = sum(map(telling, shared))
    named = shared & (no.names | yes.names)
    if (len(shared) < 2 and not named) or bits < _TELLING:
        return 0.0
    if _spoken(no, yes) and (len(shared) < 3 or not _same_doer(no, yes)):
        return 0.0
    least = min(len(no.every), len(yes.every))
    if len(shared) * 2 < least and least - len(shared) > _PARTED:
        return 0.0
    return min(0.95, 0.7 + 0.05 * (len(shared) - 1) + (0.05 if named else 0.0))


def _whole(no: Side, yes: Side) -> bool:
    """Whether the act says by itself what is meant, and both speakers speak of themselves ("I will run")."""
    alone = no.value["verb"] in stems("ALONE") and no.value["verb"] == yes.value["verb"]
    return alone and no.value["doer"] == yes.value["doer"] == ["@"] and not _spoken(no, yes)


def _spoken(no: Side, yes: Side) -> bool:
    """Whether either stands in a transcript, where much is said loosely."""
    return bool(no.value["turn"] or yes.value["turn"])


def _same_doer(no: Side, yes: Side) -> bool:
    return no.value["doer"] == yes.value["doer"] or bool(set(no.value["doer"]) & set(yes.value["doer"]))


def _clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name something, and nothing in common."""
    common = len(mine & theirs)
    return bool(mine and theirs) and (not common or common < min(len(mine - theirs), len(theirs - mine)))


def _modified(no: Side, yes: Side) -> bool:
    """Whether both say which one they mean, and mean unlike ones ("military aid", "humanitarian aid")."""
    mine, theirs = list(no.value["object"]), list(yes.value["object"])
    head = mine[-1] if mine[-1] in theirs else theirs[-1]
    if head not in mine or head not in theirs:
        return False
    return _clash(frozenset(mine) - {head}, frozenset(theirs) - {head})


@lru_cache(maxsize=1 << 14)
def telling(word: str) -> float:
    """Bits of a compared word; a stem that is no word itself counts as the word with its ending."""
    hashes, eighths = table()
    for form in (word, word + "e", word.removesuffix("i") + "y", word + "s", word + "ed"):
        place = int(hashes.searchsorted(hash_of(form)))
        if place < len(hashes) and int(hashes[place]) == hash_of(form):
            return float(eighths[place]) / STEP
    return _UNKNOWN


def shared(one: Side, other: Side) -> Iterable[str]:
    """The compared words that both sides have."""
    return sorted(one.every & other.every)

"""A speaker who says the opposite at another time is shown at both times; which of them holds is not said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.check import mirrored, reversal_planned
from onrecord.check.contract import Check
from onrecord.check.reversal_pairs import Side, fits, shared, side
from onrecord.check.reversal_said import claims as stances
from onrecord.check.reversal_said import words_of
from onrecord.model import Claim, Finding, Matter, Shown, Span, finding

NAME = "reversal"
_MOST = 5  # findings of one key
_LONGEST = 160  # code points of a clause in a message
_MANY = 400  # claims of one side of one key: beyond it only the newest are compared


def claims(matter: Matter) -> Iterator[Claim]:
    """The stances of a document's speakers, and their short statements as wholes."""
    clauses: dict[str, list[Span]] = defaultdict(list)
    for claim in stances(matter):
        clauses[claim.statement].append(claim.span)
        yield claim
    yield from mirrored.claims(
        matter, {id: spans[0] for id, spans in clauses.items() if len(set(spans)) == 1}
    )


def across(found: Sequence[Claim]) -> Iterator[Finding]:
    """Pairs of stances of one speaker on one act that deny one another."""
    if found and found[0].key.startswith(mirrored.PREFIX):
        yield from _few(list(mirrored.pairs(found)))
        return
    sides = [side(claim) for claim in found]
    noes = [one for one in sides if one.value["no"] or one.value["opposite"]][-_MANY:]
    if not noes or len(sides) < 2:
        return
    by_word: dict[str, list[Side]] = defaultdict(list)
    for one in sides:
        if not one.value["no"]:
            for word in one.object or {""}:
                by_word[word].append(one)
    pairs = []
    for no in noes:
        candidates = {id(one): one for word in no.object or {""} for one in by_word[word][-_MANY:]}
        best = max((_weighed(no, yes) for yes in candidates.values()), default=None, key=lambda pair: pair[0])
        if best and best[0] > 0:
            pairs.append((best[0], no, best[1]))
    yield from _few(pairs)


def _weighed(no: Side, yes: Side) -> tuple[float, Side]:
    if no.claim.document != yes.claim.document and no.claim.report and no.claim.report == yes.claim.report:
        return 0.0, yes
    if no.claim.key.startswith("body ") and _one(no, yes):
        return 0.0, yes  # found under the speaker
    score = fits(no, yes)
    return (score * _when(no, yes), yes) if score else (0.0, yes)


def _one(one: Side, other: Side) -> bool:
    """Whether both are shown as the same speaker's."""
    mine, theirs = one.claim.voice, other.claim.voice
    if mine.entity and theirs.entity:
        return mine.entity == theirs.entity
    return words_of(mine.name) == words_of(theirs.name)


def _when(no: Side, yes: Side) -> float:
    """What the days of both are worth: 0 where the two may be one breath."""
    if no.claim.statement and no.claim.statement == yes.claim.statement:
        return 0.0
    if no.first and yes.first and (no.last < yes.first or yes.last < no.first):
        return 1.0
    if no.value["turn"] or yes.value["turn"]:
        return 0.0
    if no.claim.document == yes.claim.document:
        return 0.9 if no.value["moved"] != yes.value["moved"] else 0.0
    return 0.85


def _few(pairs: list[tuple[float, Side, Side]]) -> Iterator[Finding]:
    """One finding for one matter, the best first."""
    told: set[frozenset[str]] = set()
    for score, no, yes in sorted(pairs, key=lambda pair: (-pair[0], pair[1].claim.day, pair[1].claim.span)):
        matter = frozenset(no.object & yes.object)
        if matter in told or len(told) >= _MOST:
            continue
        told.add(matter)
        yield _shown(score, no, yes)


def _shown(score: float, no: Side, yes: Side) -> Finding:
    earlier, later = sorted((no, yes), key=lambda one: (one.first, one.claim.document, one.claim.span))
    return finding(
        NAME,
        _message(earlier, later),
        [Shown(one.claim.document, one.claim.span) for one in (earlier, later)],
        explanation=f"both speak of: {', '.join(shared(no, yes)) or no.value['verb']}",
        score=round(score, 2),
        statements=[one.claim.statement for one in (earlier, later) if one.claim.statement],
    )


def _message(earlier: Side, later: Side) -> str:
    who, then = _who(earlier), _who(later)
    first, second = _told(earlier), _told(later)
    again = "the same speaker" if _one(earlier, later) else then
    if not earlier.first or not later.first:
        return f"{_upper(who)} {first}; {again} {second}; when each was said is not shown."
    if earlier.last < later.first:
        return f"On {_day(earlier)} {who} {first}; on {_day(later)} {again} {second}."
    if (earlier.first, earlier.last) == (later.first, later.last):
        return f"{_upper(who)} {first}, and {again} {second}; both were told on {_day(earlier)}."
    return f"{_upper(who)} {first}; {again} {second}; the texts do not show which came first."


def _who(one: Side) -> str:
    """The speaker's name, with the article that a text prints before a body's."""
    name = one.claim.voice.name
    return f"the {name}" if "article" in one.value["marks"] and not name.lower().startswith("the ") else name


def _upper(name: str) -> str:
    return name[:1].upper() + name[1:]


def _told(one: Side) -> str:
    """What was said: a clause that begins with the verb of saying needs no other ("ruled out a strike")."""
    return _clause(one) if "verb first" in one.value["marks"] else f"said {_clause(one)}"


def _clause(one: Side) -> str:
    words: str = one.value["clause"]
    return f'"{words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"}"'


def _day(one: Side) -> str:
    first, last = date.fromisoformat(one.first), date.fromisoformat(one.last)
    if first == last:
        return f"{first.day} {first:%B %Y}"
    return f"a day between {first.day} {first:%B %Y} and {last.day} {last:%B %Y}"


CHECKS: tuple[Check, ...] = (
    Check(NAME, "one speaker says the opposite of one matter at two times", claims=claims, across=across),
    *reversal_planned.CHECKS,
)

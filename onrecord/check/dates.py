"""One event has one date: passages that date it otherwise are shown side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.check.contract import Check
from onrecord.check.dated import Dated, claims, kind
from onrecord.check.languages import en_dates as words
from onrecord.check.languages import en_tellings as data
from onrecord.check.numbered import papers
from onrecord.check.tellings import tellings
from onrecord.model import Claim, Finding, Matter, Shown, finding

NAME = "event-dates"
_MOST = 3  # findings of one event
_AGAIN = 100  # days after which what is rare may happen again
_RECURS = 3  # so many dates show that what looks like one event is several
_MANY = 40  # dates of one key: what is dated so often has no one date
_NEAR = 1100  # days within which what is rare does not happen again, whatever is printed of the date
_BUILT_AGAIN = 3660  # ... and within which nothing that was built burns down or falls again
_YEAR = 366  # days within which nobody is elected again to one office
_PLACE = frozenset({"at", "in", "near", "off"})  # "the mine at Duneby" is the Duneby mine
_MONTH_EDGE = 3  # days by which a month is exceeded where a day is compared with it


class _Group(NamedTuple):
    """Claims that give one event one date: the first of them, what it says, and how many there are."""

    claim: Claim
    dated: Dated
    times: int


def _claims(matter: Matter) -> Iterator[Claim]:
    read = list(tellings(matter))
    yield from read
    known = {(claim.key, json.loads(claim.value)[7]) for claim in read}
    for claim in claims(matter):
        if (claim.key, json.loads(claim.value)[7]) not in known:
            yield claim
    yield from papers(matter)


def across(found: Sequence[Claim]) -> Iterator[Finding]:
    """Findings among dated events of one act and one object (or doer)."""
    if len(found) < 2:
        return
    groups: dict[tuple[str, ...], _Group] = {}
    for claim in found:
        dated = Dated.of(claim)
        key = (dated.first, dated.last, dated.name.casefold(), dated.doer)
        held = groups.get(key)
        groups[key] = _Group(held.claim, held.dated, held.times + 1) if held else _Group(claim, dated, 1)
    if 1 < len(groups) <= _MANY:
        yield from _compared(list(groups.values()))


def _compared(groups: Sequence[_Group]) -> Iterator[Finding]:
    pairs = [
        (one, other)
        for k, one in enumerate(groups)
        for other in groups[k + 1 :]
        if differ(one.dated, other.dated, one.claim.document == other.claim.document)
    ]
    if not pairs:
        return
    often = len({group.dated.first for group in groups}) >= _RECURS
    if often and not _once(groups[0].dated):
        return
    for one, other in sorted(pairs, key=lambda pair: -pair[0].times - pair[1].times)[:_MOST]:
        yield _finding(one, other)


def differ(one: Dated, other: Dated, together: bool) -> bool:
    """Whether two claims date what must be one event on days that do not meet.

    Args:
        one, other: of one act and one object (or doer).
        together: whether one document says both.
    """
    if not _one_event(one, other):
        return False
    apart = distance(one, other)
    days_only = one.first == one.last or other.first == other.last
    if apart <= (1 if days_only and not together else 0):
        return False
    how, once = kind(one.act).how, _once(one) and _once(other)
    if not (one.sure and other.sure) and one.first[:4] != other.first[:4]:
        return False  # a year taken from the context may be another year
    alike = _alike(one, other)
    if "near" in how and one.first[:4] != other.first[:4] and apart <= _rare(one):
        return True
    if "any" in how:
        return alike == "year" or (together and alike == "month")
    if not (one.sure and other.sure):
        return apart < _AGAIN or alike != ""
    if alike == "year" and "cycle" in how:
        return bool(one.doer) and apart <= _YEAR
    if alike == "year" and one.first != one.last:
        return once
    return once or apart < _AGAIN or alike in ("year", "month")


def _rare(dated: Dated) -> int:
    """Days within which the event of a claim does not happen again, whatever is printed of the date."""
    built = dated.act in data.RUINED and not data.BUILT.isdisjoint(dated.name.casefold().split())
    return _BUILT_AGAIN if built else _NEAR


def _once(dated: Dated) -> bool:
    """Whether the event of a claim happens once for ever, so that years may lie between two dates of it."""
    how = kind(dated.act).how
    if "once" not in how or ("state" in how and dated.doer not in words.STATES):
        return False
    if dated.name.split()[-1] in data.BUILT:
        return False  # in small letters: a town can have had several
    return "paper" not in how or not words.LASTING.isdisjoint(dated.name.casefold().split())


def distance(one: Dated, other: Dated) -> int:
    """Days between the nearest days that two dates can mean; 0 where they meet."""
    earlier, later = sorted((_bounds(one, other), _bounds(other, one)))
    return max(0, (later[0] - earlier[1]).days)


def _bounds(dated: Dated, against: Dated) -> tuple[date, date]:
    room = dated.rough
    if dated.first != dated.last and against.first == against.last:
        room = max(room, _MONTH_EDGE)
    first, last = date.fromisoformat(dated.first), date.fromisoformat(dated.last)
    return max(first, date.min + timedelta(room)) - timedelta(room), min(
        last, date.max - timedelta(room)
    ) + timedelta(room)


def _alike(one: Dated, other: Dated) -> str:
    """Which one part of two dates differs, the others being equal: "year", "month" or "day"; else ""."""
    if one.rough or other.rough or (one.first == one.last) != (other.first == other.last):
        return ""
    parts = zip(("year", "month", "day"), one.first.split("-"), other.first.split("-"), strict=True)
    unlike = [part for part, a, b in parts if a != b]
    return unlike[0] if len(unlike) == 1 else ""


def _one_event(one: Dated, other: Dated) -> bool:
    """Whether names and doers let two claims be of one event."""
    how = kind(one.act).how
    if "office" in how:
        if one.doer != other.doer and ((one.doer and other.doer) or one.first[:4] != other.first[:4]):
            return False
    elif one.doer != other.doer and (
        "doer" in how or (one.doer in words.STATES and other.doer in words.STATES)
    ):
        return False
    first, second = _parts(one.name), _parts(other.name)
    if "surname" in how:
        return one.name.casefold().split()[-1] == other.name.casefold().split()[-1] and (
            first <= second or second <= first
        )
    if {part for part in first ^ second if any(char.isdigit() for char in part)}:
        return False
    if "person" in how and min(len(first), len(second)) < 2:
        return first == second
    if first == second:
        return True
    # "the Treaty" may be any: a name stands for a longer one only where it has two words of its own.
    short = min(one.name, other.name, key=len).casefold().split()[-1]
    several = min(len(first), len(second)) > 1 and short not in words.GENERIC
    return several and (first <= second or second <= first)


def _parts(name: str) -> set[str]:
    low = name.casefold().replace("’", "'").replace(".", "")
    return {part for part in low.split() if part not in words.TITLES and part not in _PLACE}


def _finding(one: _Group, other: _Group) -> Finding:
    same = one.claim.document == other.claim.document
    here, there = ("in one passage", "in another") if same else ("in one text", "in another")
    event, days = _event(one.dated, other.dated), distance(one.dated, other.dated)
    message = f"{event} is dated {_shown(one.dated)} {here} and {_shown(other.dated)} {there}."
    explanation = f"{_why(one.dated)} {_why(other.dated)} They are {days} days apart or more."
    return finding(
        NAME,
        message,
        [Shown(group.claim.document, group.claim.span) for group in (one, other)],
        explanation,
        0.9 if one.dated.sure and other.dated.sure else 0.8,
        [group.claim.statement for group in (one, other)],
    )


def _event(one: Dated, other: Dated) -> str:
    """What to call the event ("The invasion of Arcadia")."""
    name = max(one.name, other.name, key=len)
    if one.act == "paper":
        return name
    same = words.SAME.get(one.act, one.act)
    noun = kind(one.act if one.act == other.act else same).noun
    if noun:
        parts = name.casefold().split()
        paper = (parts[-1] in words.PAPERS and name[0] != "R") or parts[0] in words.PAPERS
        article = "the " if paper else ""
        return f"The {noun} {article}{name}"
    return f"What “{one.phrase}” tells"


def _shown(dated: Dated) -> str:
    """A date as people print it."""
    first, last = date.fromisoformat(dated.first), date.fromisoformat(dated.last)
    if first == last:
        return f"about {_day(first)}" if dated.rough else _day(first)
    if (last - first).days > 300:
        return f"{first.year}"
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.month == last.month:
        return f"{words.MONTHS[first.month - 1]} {first.year}"
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {words.MONTHS[day.month - 1]} {day.year}"


def _why(dated: Dated) -> str:
    basis = []
    for part in dated.basis.split():
        try:
            basis.append(_day(date.fromisoformat(part)))
        except ValueError:
            basis.append(part)
    return f"“{dated.printed}” is {_shown(dated)} ({' '.join(basis)})."


CHECKS: tuple[Check, ...] = (
    Check(NAME, "one event that passages date differently", claims=_claims, across=across),
)

"""Two lists of the same body's members are compared name by name, in both directions, with both dates."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from onrecord.check.contract import Check
from onrecord.check.languages import en_counts as en
from onrecord.check.members import compared
from onrecord.model import Claim, Enumeration, Finding, Matter, Shown, Span, finding
from onrecord.text.words import normal

_ACRONYM = re.compile(r"^(?P<name>.*?)\s*\(\s*[“\"]?(?P<short>[A-Z][\w&+-]{1,11})[”\"]?\s*\)$", re.S)
_ARTICLE = re.compile(r"\b[Tt]he\s(?:\d{4}\s)?$")
_PAPER = re.compile(en.PAPER, re.I)
_ROLES = tuple((role, re.compile(pattern, re.I)) for role, pattern in en.ROLES)
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_SMALL = frozenset("of the and for on in to de du des la a an".split())
_LEAST = 3  # names of a roll
_MOST = 12  # different rolls of one body that are compared


class Roll(NamedTuple):
    """A claim's value, read back: the body and its members, as compared and as printed."""

    body: str
    names: dict[str, str]
    whole: bool
    called: str = ""
    """What is listed, for people: "the members of the Northern Compact"."""


def claims(matter: Matter) -> Iterator[Claim]:
    """Lists of the members of a named body."""
    text = matter.document.text
    day = matter.published.earliest[:10] if matter.published else ""
    for listed in matter.enumerations:
        if listed.whole is None or len(listed.items) < _LEAST:
            continue
        names = {compared(item.of(text)): " ".join(item.of(text).split()) for item in listed.items}
        if len(names) < _LEAST or not all(names):
            continue
        body = " ".join(listed.whole.of(text).split())
        if _spells(body, names.values()) or sum(any(c.isdigit() for c in name) for name in names) * 2 > len(
            names
        ):
            continue
        value = json.dumps([body, names, listed.closed, _named(text, listed)], ensure_ascii=False)
        first = min(listed.whole.start, listed.span.start)
        span = Span(first, listed.span.end)
        where = f":{matter.document.id}" if key(body) in en.GENERIC else ""
        yield Claim(
            f"roll:{key(body)}{where}"[:200],
            span,
            value,
            matter.document.id,
            day,
            matter.outlet,
            matter.report,
        )


def _named(text: str, listed: Enumeration) -> str:
    """What is listed, with "the" where the text has it: "the members of the Northern Compact"."""
    assert listed.whole is not None
    whole = listed.whole
    body = _ACRONYM.sub(r"\g<name>", " ".join(whole.of(text).split())).strip('*_“”"')
    if body[:4].lower() == "the ":
        body = f"the {body[4:]}"
    elif _ARTICLE.search(text, max(0, whole.start - 12), whole.start):
        body = f"the {body}"
    roles = {_ROLES[n][0] for n in range(len(_ROLES)) if _ROLES[n][1].search(text, *_beside(listed))}
    paper = _PAPER.search(body) is not None
    role = next((r for r, _ in _ROLES if r in roles), "signatories" if paper else "members")
    return f"the {'signatories' if paper and role == 'members' else role} of {body}"


def _beside(listed: Enumeration) -> tuple[int, int]:
    """Where the text says what is listed: next to the body, outside the list."""
    assert listed.whole is not None
    end = listed.span.start if listed.whole.end <= listed.span.start else listed.whole.start
    return max(0, min(listed.whole.start, listed.span.end) - 24), end


def _spells(body: str, names: Iterable[str]) -> bool:
    """Whether a name in capitals is made of initials of what follows: "STOP (Services, Training, ...)"."""
    return body.isupper() and "".join(name[:1] for name in names).upper() == body[: len(list(names))]


def key(body: str) -> str:
    """What a body is compared by: its acronym, printed or made of its initials, or its one word."""
    name = body.removeprefix("The ").removeprefix("the ")
    if match := _ACRONYM.match(name):
        return normal(match["short"])
    words = _WORD.findall(name)
    if len(words) == 1:
        return normal(words[0].replace(".", ""))
    return "".join(normal(word)[:1] for word in words if word.lower() not in _SMALL)


def across(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Of lists with the same members the earliest is taken, and each two that differ are shown."""
    kept: list[tuple[Claim, Roll]] = []
    seen: set[tuple[frozenset[str], bool]] = set()
    for claim in claims:
        roll = Roll(*_read(claim.value))
        mark = (frozenset(roll.names), roll.whole)
        if mark not in seen and len(kept) < _MOST:
            seen.add(mark)
            kept.append((claim, roll))
    for (one, first), (other, second) in itertools.combinations(kept, 2):
        if one.report and one.report == other.report and one.document != other.document:
            continue
        if _alike(first, second):
            yield from _differing(one, first, other, second)


def _read(value: str) -> list[Any]:
    read: list[Any] = json.loads(value)
    return read


def _alike(one: Roll, other: Roll) -> bool:
    """Whether two lists are of one thing: the same body by name, and most members in both."""
    if not _same_body(one.body, other.body):
        return False
    common = sum(any(_same(a, b) for b in other.names) for a in one.names)
    return common >= 2 and common * 2 >= min(len(one.names), len(other.names))


def _same_body(one: str, other: str) -> bool:
    """Whether two printed names of one key can be one body's: an acronym, or the same words."""
    names = []
    for body in (one, other):
        match = _ACRONYM.match(body)
        name = match["name"] if match else body
        names.append([normal(word) for word in _WORD.findall(name) if word.lower() not in _SMALL])
    short = [len(words) == 1 for words in names]
    return any(short) or names[0] == names[1]


def _same(one: str, other: str) -> bool:
    """Whether two compared names can be one member's: equal, or one is the end of the other."""
    if one == other:
        return True
    a, b = one.split(), other.split()
    shorter, longer = (a, b) if len(a) < len(b) else (b, a)
    return len(shorter) < len(longer) and (
        longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter
    )


def _differing(one: Claim, first: Roll, other: Claim, second: Roll) -> Iterator[Finding]:
    """The finding, where a list that is said to be whole lacks a name that the other has."""
    only_one = [p for n, p in first.names.items() if not any(_same(n, m) for m in second.names)]
    only_other = [p for n, p in second.names.items() if not any(_same(n, m) for m in first.names)]
    if not (only_one and second.whole) and not (only_other and first.whole):
        return
    called = [roll.called or f"the members of {roll.body}" for roll in (first, second)]
    what = min(called, key=len) if called[0].split()[1] == called[1].split()[1] else called[0]
    parts = []
    if only_one:
        parts.append(f"{_list(only_one)} only in the first")
    if only_other:
        parts.append(f"{_list(only_other)} only in the second")
    dates = _dates(one.day, other.day)
    message = f"Two lists of {what} differ: {', '.join(parts)}{dates}."
    why = f"The first names {len(first.names)}, the second {len(second.names)}."
    yield finding(
        "roll",
        message,
        [Shown(one.document, one.span), Shown(other.document, other.span)],
        why,
        _score(one.day, other.day, only_one, only_other),
        [one.statement, other.statement],
    )


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(names[:6])
    return f"{shown} and {len(names) - 6} more" if len(names) > 6 else shown


def _dates(one: str, other: str) -> str:
    """Both days, for people; nothing where neither is known."""
    if not one and not other:
        return ""
    return f" (published {_day(one)} and {_day(other)})" if one != other else f" (both published {_day(one)})"


def _day(day: str) -> str:
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return "on an unknown day"
    return f"{read.day} {read:%B %Y}"


def _score(one: str, other: str, only_one: list[str], only_other: list[str]) -> float:
    """Lower where texts are years apart, since members change, and where one list only lacks names."""
    score = 0.9 if only_one and only_other else 0.8
    try:
        years = abs((date.fromisoformat(one) - date.fromisoformat(other)).days) / 365
    except ValueError:
        years = 0
    return round(max(0.5, score - 0.05 * years), 2)


CHECKS = (Check("roll", "lists of the members of one body", claims=claims, across=across),)

"""A telling is a sentence cut to its names and dates, in which an act stands between a name and its date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.check import skeletons
from onrecord.check.dated import (
    ANOTHER,
    Dated,
    claim_of,
    key_of,
    kind,
    past,
    person,
    plain,
    printed_year,
    recurring,
    statement_of,
)
from onrecord.check.languages import en_dates as words
from onrecord.check.languages import en_tellings as data
from onrecord.check.skeletons import Skeleton
from onrecord.model import Claim, Matter, Span, Time
from onrecord.text.edtf import days

_PHRASE = 90  # code points of the words that tell an event
_YEARS = (15, 112)  # years between two dates in brackets that can be a life
_NAME = "[\ue100-\ue1ff]"
_DAY = "[\ue200-\ue2ff]"
_NOT_LOW = frozenset(data.NOT_LOW.split())
_WORDS = r"(?:[a-z][\w’'-]* )"
_LOW = rf"(?:(?!(?:{data.NOT_LOW.replace(' ', '|')}) )[a-z][\w’'-]* )"
_GAP = (
    rf"(?:(?!\b(?:{data.STOP.replace(chr(0xE200), _DAY)})\b|\band [a-z])"
    rf"(?:[^\ue200-\ue2ff,;:()]|,(?= (?:{_NAME}|on |in ))))"
)
_DATE = (
    rf",? (?:on |in |early in |late in |in early |in late )?(?P<d>{_DAY})"
    rf"(?! ?(?:and|or|to|–|-) ?(?:in |on )?{_DAY})"
)
_TIES = {
    "{G}{D}": re.compile(rf"{_GAP}{{0,80}}?{_DATE}"),
    "{L}{D}": re.compile(
        rf"(?: (?:in|at|near|off|by|as|with|and|to) (?:(?:the|a|its|her|his) )?(?:[a-z-]+|{_NAME})){{0,2}}"
        rf"(?:(?:,? (?:which|that))? (?:{data.BEGAN}){_GAP}{{0,30}}?)?{_DATE}"
    ),
    "{D}": re.compile(_DATE),
}
"""What may stand between what is told and its date."""
_LEADS = {
    "{S}": re.compile(
        rf"(?:^|[,;:–—(“\"] |[“\"(]|\b(?i:{data.OPENERS}) )(?:(?:[Tt]he|[Aa]n?) )?(?P<low>{_LOW}{{0,2}})\Z"
    ),
    "{E}": re.compile(
        rf"(?:^|[“\"(]|[,;] |\b(?i:{data.NOUN_OPENERS}) )(?:(?:[Tt]he|[Ii]ts) )?(?P<low>{_LOW}?)\Z"
    ),
}
"""What may stand before a subject, and before a noun of an act."""
_BEFORE = 60  # code points before a telling that are looked at
_PARTS = {
    "N": rf"(?:the )?(?P<low>{_WORDS}{{0,2}}?)(?P<n>{_NAME})",
    "M": rf"(?:the )?{_WORDS}{{0,2}}?(?P<m>{_NAME})",
    "S": rf"(?P<n>{_NAME})(?:,? (?:in|at|near) {_NAME})?",
    "E": "",
    "d": rf"(?P<d>{_DAY})",
    "D": rf",? (?:on |in )?(?P<d>{_DAY})",
    "X": _NAME,
    "PACT": data.PACT,
    "OFFICE": data.OFFICE,
    "G": r"[^,;:()\ue200-\ue2ff]{0,30}?",
    "BE": r"(?:was|were|had been|has been|have been)(?: (?:also|first|finally|itself|later|[a-z]{3,}ly))?",
    "BEGAN": rf" (?:{data.BEGAN})",
    "A": r"(?: (?:also|first|finally|later|itself|already|[a-z]{3,}ly))?",
}


class _Way(NamedTuple):
    """A way to tell an act: what must stand before the pattern, the pattern, and what ties it to its date."""

    lead: re.Pattern[str] | None
    core: re.Pattern[str]
    tie: re.Pattern[str] | None
    label: bool = False

    def told(self, text: str) -> Iterator[_Found]:
        """Where a sentence tells it so."""
        for core in self.core.finditer(text):
            parts = core.groupdict()
            if not _NOT_LOW.isdisjoint((parts.get("low") or "").split()):
                continue
            if self.lead is not None:
                lead = self.lead.search(text, max(0, core.start() - _BEFORE), core.start())
                if lead is None or not _NOT_LOW.isdisjoint(lead["low"].split()):
                    continue
            tie = self.tie.match(text, core.end()) if self.tie else None
            if self.tie is None or tie is not None:
                day = tie["d"] if tie else parts.get("d")
                names = parts.get("n") or "", parts.get("m") or ""
                yield _Found(*names, day or "", core.start(), (tie or core).end(), parts.get("what") or "")


class _Found(NamedTuple):
    """A name, another and a date as characters of a skeleton, and where the telling begins and ends in it.

    `what` is the office or paper that the telling is of, in small letters, or "".
    """

    name: str
    other: str
    day: str
    start: int
    end: int
    what: str


_LIFE = re.compile(
    rf"(?P<n>{_NAME}) \((?:born )?(?:[^()\ue200-\ue2ff]{{1,30}}, )?(?P<d>{_DAY})"
    rf"(?:(?:, [^()\ue200-\ue2ff]{{1,30}})? ?[–—-] ?(?:died )?(?:[^()\ue200-\ue2ff]{{1,30}}, )?"
    rf"(?P<e>{_DAY}))?\)"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:elected(?: [\ue100-\ue1ff](?:,[^,]{1,40},)?)?(?: (?:on|in) [\ue200-\ue2ff])?"
    r"(?: as| to)?(?: the| a| an)?"
    r"|['’]s election as(?: the)?|[Ee]lection of [\ue100-\ue1ff] as(?: the)?|election [\ue200-\ue2ff] as) "
    r"(?:prime |vice[ -]|state |deputy )?([a-z]{4,})"
)


def _made(pattern: str) -> _Way:
    lead = next((part for part in _LEADS if part in pattern), "")
    tie = next((part for part in _TIES if pattern.endswith(part)), "")
    core = pattern.removesuffix(tie)
    if core.startswith("{N}"):
        core = f"(?P<n>{_NAME})" + core[3:]  # what stands before it does not matter
    for part, meaning in _PARTS.items():
        core = core.replace(f"{{{part}}}", meaning)
    label = pattern in data.LABELS
    return _Way(_LEADS.get(lead), re.compile(core), _TIES.get(tie), label)


def _row(done: str, does: str, itself: str, nouns: str) -> Iterator[str]:
    """The patterns that a row of `ACTS` stands for."""
    if done:
        yield rf"{{S}}(?:,? (?:who|which|that))?,? {{BE}} (?:{done}){{G}}{{D}}"
        yield rf"{{N}}(?:, (?:an? {_WORDS}{{1,3}})?| \()(?:{done}){{G}}{{D}}"
        yield rf"{{S}} (?:{done})(?= (?:by|in|on|at) ){{G}}{{D}}"
    if does:
        yield rf"(?<!to )\b(?:{does}) {{N}}{{G}}{{D}}"
    if itself:
        yield rf"{{S}}(?:,? (?:who|which|that))?,? (?:had )?(?:{itself}){{G}}{{D}}"
    if nouns:
        yield rf"{{E}}(?:[Tt]he )?(?:{nouns}) of {{N}}{{L}}{{D}}"
        yield rf"[Tt]he {{d}} {_WORDS}?(?:{nouns}) of {{N}}"
        yield rf"{{N}}['’]s? {_WORDS}?(?:{nouns}){{L}}{{D}}"
        yield rf"['’]s {{d}} (?:{nouns}) of {{N}}"
        yield rf"['’]s {_WORDS}?(?:{nouns}) of {{N}}{{L}}{{D}}"


@cache
def _ways() -> tuple[dict[str, list[_Way]], dict[str, frozenset[str]]]:
    """The patterns of each act, and the acts of which each word is a sign."""
    ways: dict[str, list[_Way]] = {}
    signs: dict[str, set[str]] = {}
    for line in data.ACTS.strip().splitlines():
        act, *cells = ["|".join(part.strip() for part in cell.split(",")) for cell in line.split("|")]
        ways[act] = [_made(pattern) for pattern in _row(*cells)]
        for way in "|".join(cell for cell in cells if cell).split("|"):
            sign = max(way.split(), key=len)
            signs.setdefault(sign, set()).add(act)
    for line in data.MORE.strip().splitlines():
        act, _, pattern = line.partition(" | ")
        ways.setdefault(act, []).append(_made(pattern))
    for act, listed in data.SIGNS.items():
        for sign in listed.split():
            signs.setdefault(sign, set()).add(act)
    return ways, {sign: frozenset(acts) for sign, acts in signs.items()}


def tellings(matter: Matter) -> Iterator[Claim]:
    """What sentences with a date say of when named events took place; each name and date of an act once."""
    ways, signs = _ways()
    wanted = frozenset(signs) | {"("}
    done: set[tuple[str, str, int]] = set()
    for skeleton in skeletons.skeletons(matter, wanted):
        if ANOTHER.search(skeleton.text):
            continue
        acts = {act for word in skeleton.words for act in signs.get(word, ())}
        for act in sorted(acts):
            for way in ways[act]:
                for found in way.told(skeleton.text):
                    yield from _once(_claims(matter, skeleton, act, found, way.label), done)
        yield from _once(_lives(matter, skeleton), done)


def _once(claims: Iterator[tuple[int, Claim]], done: set[tuple[str, str, int]]) -> Iterator[Claim]:
    for at, claim in claims:
        key = (claim.key, "", at)
        if key not in done:
            done.add(key)
            yield claim


def _claims(
    matter: Matter, skeleton: Skeleton, act: str, found: _Found, label: bool
) -> Iterator[tuple[int, Claim]]:
    """The claim of one sentence that tells an act, with where its date begins."""
    first, second = (_printed(matter, skeleton, char) for char in (found.name, found.other))
    if not first or not found.day:
        return
    name, doer = _whose(matter.document.text, act, first, second)
    if act == "elect":
        doer = _office(skeleton.text, found)
    elif act in ("office", "pact"):
        doer = f"{found.what} {second.casefold()}" if act == "office" else found.what
    if name and _of_its_kind(act, name, label, skeleton.text[:1] == found.name):
        span = skeleton.span(_inner(skeleton.text, found), found.end)
        yield from _claim(matter, act, (name, doer), skeleton.times[ord(found.day) - skeletons.DATES], span)


def _inner(text: str, found: _Found) -> int:
    """Where what is told begins in a skeleton, without marks and spaces before it."""
    start = found.start
    while start < found.end - 1 and not text[start].isalnum() and ord(text[start]) < skeletons.NAMES:
        start += 1
    return start


def _printed(matter: Matter, skeleton: Skeleton, char: str) -> str:
    """A name as printed, in one line."""
    if not char:
        return ""
    return " ".join(skeleton.tokens[char].of(matter.document.text).split())


def _whose(text: str, act: str, first: str, second: str) -> tuple[str, str]:
    """The name of an event and who did it; empty where it has no name."""
    if act == "visit":
        return first, second.casefold().split()[-1]
    if act == "office":
        return (person(text, first) or first, "") if second else ("", "")
    if act in data.PAIRS:
        pair = [person(text, name) for name in (first, second)] if act == "marry" else [first, second]
        return (" and ".join(sorted(pair)), "") if all(pair) and pair[0] != pair[1] else ("", "")
    if act == "join":
        return second, _state(first)
    if act in ("declare", "independent"):
        return "independence", _state(first)
    if act == "ceasefire" and second:
        return " and ".join(sorted((first, second))), ""
    if act in data.PERSONS:
        whole = person(text, first)
        low = set(whole.casefold().split())
        other = len(low) < 2 or _state(whole) in words.STATES or not low.isdisjoint(data.NO_PERSON)
        return ("", "") if other else (whole, "")
    return first, ""


def _state(name: str) -> str:
    low = name.casefold().replace(".", "").removesuffix(" republic")
    return data.SAME_STATES.get(low, low)


def _of_its_kind(act: str, name: str, label: bool, opens: bool) -> bool:
    """Whether a name can be one of whom or what an act is told."""
    low = name.casefold().split()
    if act in data.PAPERS_ONLY:
        named = not data.NO_TITLE.issuperset(low)
        return named and not (data.LABELLED if label else words.PAPERS | {"peace"}).isdisjoint(low)
    if name[0].islower() and low[0] in data.BUILT | data.SETTLED and act not in data.PLACED:
        return False
    if act == "crash":
        return low[-1].isdigit()
    if recurring(act, name) or (act in ("launch", "open", "found") and _state(name) in words.STATES):
        return False
    alone = len(low) == 1 and act not in data.DOERS
    return not alone or not (low[0] in words.GENERIC | words.PAPERS or (opens and plain(low[0])))


def _office(text: str, found: _Found) -> str:
    """To what somebody was elected, as one word, or ""."""
    office = _OFFICE.search(text, found.start)
    return office[1] if office else ""


def _claim(
    matter: Matter, act: str, who: tuple[str, str], time: Time, span: Span
) -> Iterator[tuple[int, Claim]]:
    between = days(time.when.edtf)
    how = kind(act).how
    if between is None or "~" in time.when.edtf or "/" in time.when.edtf:
        return
    free = (between[1] - between[0]).days
    if free > 365 or (
        free > 62 and (how.isdisjoint({"once", "near", "office"}) or not printed_year(matter, time))
    ):
        return
    yield time.span.start, told(matter, act, who, (time, between), span)


def told(
    matter: Matter, act: str, who: tuple[str, str], when: tuple[Time, tuple[date, date]], span: Span
) -> Claim:
    """The claim that an event of a name (and a doer) took place at a time."""
    time, between = when
    first, last = past(time, between)
    text = matter.document.text
    phrase = " ".join(text[span.start : min(span.end, span.start + _PHRASE)].split())
    sure = printed_year(matter, time)
    name, doer = who
    dated = Dated(
        act, name, doer, first.isoformat(), last.isoformat(), 0, sure, time.span.of(text), time.basis, phrase
    )
    value = json.dumps(dated, ensure_ascii=False)
    return claim_of(matter, key_of(act, name), span, value, statement_of(matter, span))


def _lives(matter: Matter, skeleton: Skeleton) -> Iterator[tuple[int, Claim]]:
    """Births and deaths that stand in brackets behind a name ("3 May 1921 – 8 June 1999")."""
    for found in _LIFE.finditer(skeleton.text):
        name = person(matter.document.text, _printed(matter, skeleton, found["n"]))
        low = name.casefold().split()
        titles = _printed(matter, skeleton, found["n"]).casefold().split()
        start = skeleton.at[found.start()]
        ruling = matter.document.text[max(0, start - 30) : start].casefold().split()[-1:]
        if len(low) < 2 or not data.NO_PERSON.isdisjoint(low) or not data.RULERS.isdisjoint(ruling + titles):
            continue
        ends = [skeleton.times[ord(found[x]) - skeletons.DATES] for x in "de" if found[x]]
        if len(ends) == 1:
            ends *= 2
        parts = [days(part) for part in "/".join(t.when.edtf for t in dict.fromkeys(ends)).split("/")]
        sides = [part for part in parts if part is not None]
        if len(parts) != 2 or len(sides) != 2:
            continue
        if not _YEARS[0] <= sides[1][0].year - sides[0][0].year <= _YEARS[1]:
            continue
        span = skeleton.span(found.start(), found.end())
        for act, time, side in zip(("bear", "die"), ends, sides, strict=True):
            if (side[1] - side[0]).days <= 366:
                yield time.span.start, told(matter, act, (name, ""), (time, side), span)

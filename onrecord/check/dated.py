"""A claim dates an event that has a name of its own; whether two are one event is asked of the pair."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.check.languages import en_dates as words
from onrecord.check.languages import en_tellings as tellings
from onrecord.model import NOBODY, Claim, Happening, Matter, Span, Time
from onrecord.text.edtf import days

ANOTHER = re.compile(tellings.ANOTHER_DAY, re.I)
_PHRASE = 80  # code points of the words that tell an event
_AROUND = 40  # code points before a telling that may make its date the day of something else
_LONGEST = 62  # days that a date may leave open
_ROUGH = {"week": 2, "month": 15, "year": 183}
_WORD = re.compile(r"[^\W_][\w.'’-]*")
_OF = re.compile(r" of (?:the )?(?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*)*")
_DATE = re.compile(words.DATE, re.I)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_PLACE = frozenset({"at", "in", "near", "off"})
_MOST_NAMES = 50  # whole names of one surname that are looked for in a text


class Kind(NamedTuple):
    """How an act's events are told apart.

    Attributes:
        noun: what to call one, with its preposition ("invasion of"), or "".
        how: words of `EVENTS`' third column.
    """

    noun: str
    how: frozenset[str]


_ANY = Kind("", frozenset({"any", "doer"}))


@cache
def _kinds() -> dict[str, Kind]:
    rows = [line.split("|") for line in words.EVENTS.strip().splitlines()]
    return {act.strip(): Kind(noun.strip(), frozenset(how.split())) for act, noun, how in rows}


def kind(act: str) -> Kind:
    """How the events of an act are told apart."""
    return _kinds().get(act, _ANY)


class Dated(NamedTuple):
    """An event with its date, as a claim carries it.

    Attributes:
        act: the base form of the verb.
        name: what it was done to (or who did it, where it is done to nobody), as printed.
        doer: who did it, as compared, if that is a name, else "".
        first, last: the days it can have been, YYYY-MM-DD.
        rough: how many days more or less are meant.
        sure: whether the text prints the year with the date.
        printed, basis: the date as printed, and why it is that date.
        phrase: the words that tell the event, as printed, cut if long.
    """

    act: str
    name: str
    doer: str
    first: str
    last: str
    rough: int
    sure: bool
    printed: str
    basis: str
    phrase: str

    @classmethod
    def of(cls, claim: Claim) -> Dated:
        """What a claim carries."""
        return cls(*json.loads(claim.value))


def claims(matter: Matter) -> Iterator[Claim]:
    """What a document says of when named events took place."""
    for told in matter.happenings:
        if told.time is None or told.polarity == "no" or told.mood != "past":
            continue
        if told.act in words.PAIRS or told.act in words.NO_EVENTS:
            continue
        claim = _claim(matter, told, told.time)
        if claim is not None:
            yield claim


def _claim(matter: Matter, told: Happening, time: Time) -> Claim | None:
    text, how = matter.document.text, kind(told.act).how
    about = _about(told, how)
    between = days(time.when.edtf)
    if between is None or not _DATE.search(time.span.of(text)) or not _fits(time, between, how):
        return None
    doer = told.doer if about != told.doer and _run(text, told.span, told.doer) else ""
    name = _name(text, told, about, how)
    if not name or ("doer" in how and "paper" not in how and about != told.doer and not doer):
        return None
    start, end = min(told.span.start, time.span.start), max(told.span.end, time.span.end)
    if recurring(told.act, name) or ANOTHER.search(text, max(0, start - _AROUND), end):
        return None
    key = key_of(told.act, about if about in words.STATES or about in words.ITS_OWN else name)
    value = json.dumps(_dated(text, told, time, name, doer), ensure_ascii=False)
    return claim_of(matter, key, Span(start, end), value, told.statement or "")


def key_of(act: str, name: str) -> str:
    """The key of an event of a name: its last word, or for a paper whatever it is called after."""
    parts = [part for part in name.casefold().replace("’", "'").split() if part not in words.TIES]
    if any(part in words.PAPERS for part in parts):
        parts = [part for part in parts if part not in words.PAPERS] or parts
    if any(part in tellings.BUILT for part in parts):
        parts = [part for part in parts if part not in tellings.BUILT and part not in _PLACE] or parts
    if " and " in name or name.casefold() in words.STATES:
        last = name.casefold()
    else:
        last = parts[-1] if parts else ""
    return f"{words.SAME.get(act, act)}|{last}"


def statement_of(matter: Matter, span: Span) -> str:
    """The shortest statement whose words hold a span, or ""."""
    holding = [
        (part.end - part.start, statement.id)
        for statement in matter.statements
        for part in statement.content
        if part.start <= span.start and span.end <= part.end
    ]
    return min(holding)[1] if holding else ""


def recurring(act: str, name: str) -> bool:
    """Whether what is opened or launched is opened and launched every year."""
    return act in ("open", "launch") and not tellings.RECURRING.isdisjoint(name.casefold().split())


def printed_year(matter: Matter, time: Time) -> bool:
    """Whether a text prints the year with a date."""
    return _sure(time) and bool(_YEAR.search(time.span.of(matter.document.text)))


def past(time: Time, between: tuple[date, date]) -> tuple[date, date]:
    """The days of what is told as past: a date without a year is no later than the text that tells it."""
    if "year after publication" not in time.basis:
        return between
    try:
        return between[0].replace(year=between[0].year - 1), between[1].replace(year=between[1].year - 1)
    except ValueError:
        return between


def claim_of(matter: Matter, key: str, span: Span, value: str, statement: str) -> Claim:
    """A claim of a document; `value` is a `Dated` in JSON."""
    return Claim(
        key=key[:200],
        span=span,
        value=value,
        document=matter.document.id,
        day=matter.published.earliest[:10] if matter.published else "",
        outlet=matter.outlet,
        report=matter.report,
        statement=statement,
        voice=matter.voices.get(statement, NOBODY),
    )


def _fits(time: Time, between: tuple[date, date], how: frozenset[str]) -> bool:
    """Whether a date is close enough for the events of an act."""
    free = (between[1] - between[0]).days
    if free in (364, 365):
        return "once" in how and _sure(time)
    return free <= (_LONGEST if how.isdisjoint({"day", "any"}) else 0)


def _sure(time: Time) -> bool:
    return time.basis == "as printed" and len(time.when.edtf) >= 4 and time.when.edtf[:4].isdigit()


def _dated(text: str, told: Happening, time: Time, name: str, doer: str) -> Dated:
    printed = time.span.of(text)
    first, last = past(time, days(time.when.edtf) or (date.min, date.min))
    rough = 0
    if time.when.edtf.endswith("~"):
        rough = _ROUGH[next((unit for unit in _ROUGH if unit in time.basis), "week")]
    sure = _sure(time) and bool(_YEAR.search(printed))
    phrase = " ".join(text[told.span.start : min(told.span.end, told.span.start + _PHRASE)].split())
    return Dated(
        told.act, name, doer, first.isoformat(), last.isoformat(), rough, sure, printed, time.basis, phrase
    )


def _about(told: Happening, how: frozenset[str]) -> str:
    """Whose event it is: what it was done to, or who did it where that is done to nobody."""
    if "does" in how:
        return told.doer
    return told.object or (told.doer if "self" in how else "")


def _name(text: str, told: Happening, about: str, how: frozenset[str]) -> str:
    """What the event was done to, as printed, if that is a name; else ""."""
    if about in words.ITS_OWN:
        return about
    if "own" in how:
        return ""
    run = " ".join(_run(text, told.span, about).split())
    if not run:
        return ""
    if "paper" in how and not _paper(run):
        return ""
    if "paper" in how and words.PAPERS.union(words.TIES, words.GENERIC).issuperset(run.casefold().split()):
        return ""
    if " " not in run and run.casefold() in words.GENERIC | words.PAPERS:
        return ""
    if "person" in how:
        return "" if about in words.STATES else person(text, run)
    return run


def _paper(run: str) -> bool:
    low = run.casefold().split()
    return any(part in words.PAPERS or part.isdigit() for part in low)


def _run(text: str, span: Span, about: str) -> str:
    """The name in a stretch that ends with a compared word, as printed, or ""."""
    if not about:
        return ""
    tail, state = about.split()[-1], about in words.STATES
    found = list(_WORD.finditer(text, span.start, span.end))
    for at in range(len(found) - 1, -1, -1):
        printed = found[at][0]
        low = printed.casefold().rstrip(".")
        bare = low[:-2] if low.endswith(("'s", "’s")) else low
        if not _is(bare, tail, about if state else ""):
            continue
        named = printed[0].isupper() or (at and _goes_on(text, found[at - 1], found[at]))
        if not named or (at and printed[0].islower() and _opens(text, found[at - 1].start())):
            continue
        first = at
        while first and _goes_on(text, found[first - 1], found[first]):
            first -= 1
        if first == at and not state and _opens(text, found[at].start()) and plain(bare):
            return ""
        start, end = found[first].start(), found[at].start() + len(bare)
        if found[first][0] == "The" and first < at:
            start = found[first + 1].start()
        if text[max(0, start - 3) : start].casefold().split()[-1:] in (["a"], ["an"]):
            return ""
        behind = _OF.match(text, end, span.end) if bare in words.PAPERS else None
        return text[start : behind.end() if behind else end]
    return ""


def plain(bare: str) -> bool:
    """Whether a word without an article at the beginning of a sentence may be no name."""
    return bare.endswith(("s", "men", "people", "ing", "ion")) or bare in words.BARE


def _is(bare: str, tail: str, state: str) -> bool:
    """Whether a printed word is the compared one; a state's can be its people's ("German")."""
    if (
        bare == tail
        or bare.rstrip("s") == tail.rstrip("s")
        or (tail.endswith("y") and bare == tail[:-1] + "ies")
    ):
        return True
    return bool(state) and (bare[:4] == state[:4] or bare in words.SHORT_STATES)


def _goes_on(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    gap, before = text[one.end() : other.start()], one[0]
    if not gap.isspace() or before.endswith(("'s", "’s")) or (before.endswith(".") and len(before) > 4):
        return False
    return before[0].isupper() or before[0].isdigit()


def _opens(text: str, at: int) -> bool:
    """Whether a capital letter may be a sentence's rather than a name's."""
    before = text[max(0, at - 3) : at].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?:;\n•*-"


def person(text: str, run: str) -> str:
    """A person's whole name: as printed, or the one whole name with that surname in the text; else ""."""
    parts = [part for part in run.split() if part.casefold().strip(".") not in words.TITLES]
    if len(parts) != 1:
        return " ".join(parts)
    full: set[str] = set()
    at = text.find(parts[0])
    for _ in range(_MOST_NAMES):
        if at < 0:
            break
        before = text[max(0, at - 40) : at].rsplit(None, 1)
        given = before[-1] if before and text[at - 1 : at] == " " else ""
        if given[:1].isupper() and given.isalpha() and given.casefold() not in words.TITLES:
            full.add(given)
        at = text.find(parts[0], at + 1)
    return f"{full.pop()} {parts[0]}" if len(full) == 1 else ""

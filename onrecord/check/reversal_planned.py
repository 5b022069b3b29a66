"""What was announced for a day, and what is told later of it not taking place, are shown side by side."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from onrecord.check import unmet
from onrecord.check.contract import Check
from onrecord.check.languages import en_reversal as en
from onrecord.check.reversal_words import lexicon, stem
from onrecord.model import NOBODY, Claim, Finding, Happening, Matter, Shown, Span, finding
from onrecord.text import edtf
from onrecord.text.words import spans

NAME = "not-happened"
_MOST = 5  # findings of one key
_LONGEST = 160  # code points of a clause in a message
_LOOK = 80  # code points after a noun of doing in which its calling off is looked for
_LATER = timedelta(days=14)  # after the day that was announced, while its calling off is still told
_AHEAD = timedelta(days=400)  # how long before a thing it is announced
_WIDEST = 160  # code points around a happening in which its sentence is looked for
_STOP = re.compile(r"[.!?][”\"'’)]*\s+|\n")
_WIDE = timedelta(days=8)  # days that an announced time may span


class _Side(NamedTuple):
    claim: Claim
    value: dict[str, Any]
    words: frozenset[str]
    names: frozenset[str]


def claims(matter: Matter) -> Iterator[Claim]:
    """What a document says is planned for a day, and what it says did not, or will not, take place."""
    yield from _of_happenings(matter)
    yield from unmet.claims(matter)


def _of_happenings(matter: Matter) -> Iterator[Claim]:
    if (matter.document.language or en.CODE) != en.CODE:
        return
    for happening in matter.happenings:
        whom = happening.object or happening.doer
        if happening.mood == "wished" or not whom:
            continue
        denied = happening.polarity == "no" and not _reasoned(matter.document.text, happening)
        off = denied or _called_off(matter.document.text, happening)
        day = edtf.days(happening.time.when.edtf) if happening.time else None
        if not off and not (happening.mood == "planned" and day and day[1] - day[0] <= _WIDE):
            continue
        if told := _told(matter, happening):
            act = en.ONE_ACT.get(happening.act, happening.act)
            yield _claim(matter, happening, f"{act[:60]}|{whom[:80]}", off, (told, day))


def _claim(
    matter: Matter, happening: Happening, key: str, off: bool, days: tuple[date, tuple[date, date] | None]
) -> Claim:
    text, (told, day) = matter.document.text, days
    sentence = _sentence(text, happening.span)
    shown = sentence if off else happening.span
    words, names = _words(text, sentence)
    value = {
        "off": off, "doer": happening.doer, "time": [d.isoformat() for d in day] if day else None,
        "words": words, "names": names, "clause": " ".join(shown.of(text).split())[:300],
    }  # fmt: skip
    return Claim(
        key=key, span=shown, value=json.dumps(value, ensure_ascii=False), document=matter.document.id,
        day=told.isoformat(), outlet=matter.outlet, report=matter.report, statement=happening.statement or "",
        voice=matter.voices.get(happening.statement or "", NOBODY),
    )  # fmt: skip


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a span, as far as it is not too long to show."""
    start, end = max(0, span.start - _WIDEST), span.end + _WIDEST
    before = [match.end() for match in _STOP.finditer(text, start, span.start)]
    after = _STOP.search(text, span.end, end)
    return Span(before[-1] if before else span.start, after.start() if after else span.end)


def _told(matter: Matter, happening: Happening) -> date | None:
    """The day on which it was told: when it was said, where that is known, else when it was published."""
    said = next((s.said for s in matter.statements if s.id == happening.statement), None)
    when = said.when if said else matter.published
    days = edtf.days(when.edtf) if when else None
    return days[0] if days and days[0] == days[1] else None


@cache
def _off() -> re.Pattern[str]:
    be = "|".join(en.CALLED_BE)
    off, place = "|".join(en.CALLED_OFF), "|".join(en.TAKE_PLACE)
    return re.compile(
        rf"[^.;:!?]{{0,{_LOOK}}}?\b(?:(?:{be})\s+(?:\w+ly\s+)?(?:{off})"
        rf"|(?:did\s+not|didn['’]t|never|failed\s+to|will\s+not|would\s+not|won['’]t)\s+(?:{place})"
        rf"|never\s+took\s+place)\b",
        re.I,
    )


def _called_off(text: str, happening: Happening) -> bool:
    """Whether a noun of doing is said to be called off: "the visit to Calder on 12 May was cancelled"."""
    if happening.mood == "planned":
        return False
    match = _off().match(text, happening.span.end, happening.span.end + 2 * _LOOK)
    return match is not None and not _otherwise().search(match[0])


def _reasoned(text: str, happening: Happening) -> bool:
    """Whether not the deed is denied but its reason: "is not meeting him despite that, but because of it"."""
    return _reason().search(text, happening.span.start, happening.span.end + _LOOK) is not None


@cache
def _reason() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(en.REASONS)})\b", re.I)


@cache
def _otherwise() -> re.Pattern[str]:
    """Words between a noun and its calling off that show that something else was called off."""
    return re.compile(r"\b(?:and|but|before|after|until|while|which|that|if|said)\b|,", re.I)


def _words(text: str, sentence: Span) -> tuple[list[str], list[str]]:
    """The compared words of a sentence, and those printed as names."""
    words, names = [], []
    for span in spans(text, *sentence):
        word = text[span.start : span.end]
        if word.lower() in lexicon("EMPTY") or word[0].isdigit():
            continue
        words.append(stem(word.lower()))
        if word[0].isupper():
            names.append(words[-1])
    return words, names


def across(found: Sequence[Claim]) -> Iterator[Finding]:
    """Each announcement with the first report that it was called off."""
    if found and found[0].key.startswith(unmet.PREFIX):
        yield from unmet.across(found)
        return
    sides = [_side(claim) for claim in found]
    offs = [one for one in sides if one.value["off"]]
    days = [one.claim.day for one in offs]
    told: set[tuple[str, str]] = set()
    for plan in sides:
        if plan.value["off"] or not plan.value["time"]:
            continue
        about = plan.value["time"][0], plan.value["doer"]
        for off in offs[bisect_left(days, plan.claim.day) :]:
            if about not in told and len(told) < _MOST and _fits(plan, off):
                told.add(about)
                yield _shown(plan, off)
                break


def _side(claim: Claim) -> _Side:
    value = json.loads(claim.value)
    return _Side(claim, value, frozenset(value["words"]), frozenset(value["names"]))


def _fits(plan: _Side, off: _Side) -> bool:
    """Whether `off` tells of what `plan` announces."""
    if plan.claim.document == off.claim.document:
        return False
    if plan.claim.report and plan.claim.report == off.claim.report:
        return False
    if not _one_doer(plan, off):
        return False
    shared, names = plan.words & off.words, plan.names & off.names
    same = plan.value["doer"] and plan.value["doer"] == off.value["doer"]
    if not names or (len(shared) < 3 and len(names) < 2 and not same):
        return False
    first, last = (date.fromisoformat(day) for day in plan.value["time"])
    made, told = date.fromisoformat(plan.claim.day), date.fromisoformat(off.claim.day)
    if not made <= last <= made + _AHEAD or not made <= told <= last + _LATER:
        return False
    if off.value["time"]:
        start, end = (date.fromisoformat(day) for day in off.value["time"])
        return start <= last and first <= end
    return True


def _one_doer(plan: _Side, off: _Side) -> bool:
    """Whether nothing shows that two different ones do it: "the president" may be any, "Marek" is not."""
    mine, theirs = plan.value["doer"], off.value["doer"]
    if not mine or not theirs or mine == theirs:
        return True
    return (mine in off.words and mine not in lexicon("OFFICES")) or (
        theirs in plan.words and theirs not in lexicon("OFFICES")
    )


def _shown(plan: _Side, off: _Side) -> Finding:
    days = " to ".join(dict.fromkeys(_day(day) for day in plan.value["time"]))
    return finding(
        NAME,
        f"On {_day(plan.claim.day)} this was announced: {_clause(plan)}; on {_day(off.claim.day)} it was told"
        f" that it was called off or does not take place: {_clause(off)}.",
        [Shown(one.claim.document, one.claim.span) for one in (plan, off)],
        explanation=f"announced for {days}; both speak of: {', '.join(sorted(plan.words & off.words))}",
        score=0.85 if off.value["time"] else 0.75,
        statements=[plan.claim.statement, off.claim.statement],
    )


def _clause(one: _Side) -> str:
    words: str = one.value["clause"]
    return f'"{words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"}"'


def _day(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"


CHECKS: tuple[Check, ...] = (
    Check(NAME, "what was announced for a day is told as not taking place", claims=claims, across=across),
)

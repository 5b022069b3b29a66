"""What a text reports as past lies before its own publication, zones of time allowed for, or is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.check import printed
from onrecord.check.contract import Check
from onrecord.check.languages import en_premature as words
from onrecord.check.languages.en_calendar import KNOWN_BY_DATE
from onrecord.check.printed import Body
from onrecord.model import Finding, Matter, Shown, Span, Statement, Time, finding
from onrecord.text.edtf import days

NAME = "premature"

_SAID = re.compile(words.SAID)
_FINITE = re.compile(words.FINITE)
_PRESENT = re.compile(words.PRESENT)
_NOT_PAST = re.compile(words.NOT_PAST)  # in small letters only: May is a month
_ON_DATE = re.compile(words.ON_DATE, re.I)
_EMBARGO = re.compile(words.EMBARGO, re.I)
_DIGIT = re.compile(r"\d")
_ZONES = timedelta(days=1)  # the same moment can be tomorrow elsewhere
_NEAR = timedelta(days=60)  # farther ahead, a date without its year is of another year
_SAYING = re.compile(words.SAYING)
_THAT = re.compile(words.THAT)
_ASKED = re.compile(words.ASKED)
_ANSWERED = re.compile(words.ANSWERED)
_BARE = re.compile(words.BARE)
_CLOSED = re.compile(words.CLOSED)
_VOTED = re.compile(words.VOTED)
_SPOKE = re.compile(words.SPOKE)
_SAYS = re.compile(rf"\b{words.SAYS}\b")
_PAPER = re.compile(words.PAPER, re.I)
_ACCORDING = re.compile(words.ACCORDING)
_HEADS = re.compile(words.HEADS)
_HEADED = re.compile(words.HEADED)
_LAST = re.compile(words.LAST, re.I)
_YEAR = re.compile(words.YEAR)
_STOP = re.compile(r"[;:“”\"()]")
_CLAUSE = 300  # code points before a date in which its verb stands
_BEHIND = 40
_STORY = 600  # code points through which a year that was named goes on
_PHRASE = 120  # and of "in an interview with the Orsk Courier on"
_HEAD = 600
_PRINTED = "as printed"


def within(matter: Matter) -> Iterator[Finding]:
    """Statements and reports of past things that are dated after the text was published."""
    known = matter.document.published
    ends = days(known.edtf) if known else None
    if known is None or ends is None or ends[0] != ends[1]:
        return
    last = max(ends[1], date.fromisoformat(known.latest[:10])) + _ZONES
    updated = days(matter.document.updated.edtf) if matter.document.updated else None
    if updated:
        last = max(last, updated[1] + _ZONES)
    late = [time for time in matter.times if _is_after(matter.document.text, time, last)]
    if not late or _EMBARGO.search(matter.document.text, 0, _HEAD):
        return
    body = Body(matter)
    said = {s.said.span: s for s in matter.statements if s.said and s.said.span and s.act == "said" and s.cue}
    for time in late:
        told = said.get(time.span)
        if time.basis != _PRINTED and not _means_the_next(matter, body, time):
            continue
        if (
            (told and _reported(matter, body, told))
            or _happened(matter, body, time)
            or _written(matter, body, time)
        ):
            yield _finding(matter, body, time, ends[0], told)


def _means_the_next(matter: Matter, body: Body, time: Time) -> bool:
    """Whether a date without its year must be the coming one: it is no talk, nor a day known by its date."""
    passage, ends = body.passage(time.span.start), days(time.when.edtf)
    if passage is None or ends is None or passage.kind == "turn":
        return False
    if (ends[0].month, ends[0].day) in KNOWN_BY_DATE | words.KEPT:
        return False
    text, start = matter.document.text, max(passage.span.start, time.span.start - _STORY)
    years = _YEAR.findall(text, start, time.span.start)
    if years and years[-1] != f"{ends[0].year}":
        return False  # of the year that is told of
    return not any(s.start <= time.span.start < s.end for each in matter.statements for s in each.content)


def _is_after(text: str, time: Time, last: date) -> bool:
    """Whether a date of one day, printed as such, lies after the publication; its year must be sure."""
    ends = days(time.when.edtf)
    if ends is None or ends[0] != ends[1] or ends[0] <= last or not _DIGIT.search(text, *time.span):
        return False
    return time.basis == _PRINTED or ends[0] <= last + _NEAR


def _reported(matter: Matter, body: Body, statement: Statement) -> bool:
    """Whether a statement is told as made, not as one to come."""
    text = matter.document.text
    if statement.cue is None or not _SAID.search(text, *statement.cue):
        return False
    sentence = body.sentence(statement.cue)
    return _NOT_PAST.search(_without(text, sentence, statement.content)) is None


def _without(text: str, sentence: Span, content: tuple[Span, ...]) -> str:
    """A sentence without what is quoted in it."""
    kept = [
        char
        for at, char in enumerate(sentence.of(text), sentence.start)
        if not any(s <= at < e for s, e in content)
    ]
    return "".join(kept)


def _happened(matter: Matter, body: Body, time: Time) -> bool:
    """Whether a verb of the past stands before "on 12 May" in its clause, and the sentence plans nothing."""
    text, start = matter.document.text, time.span.start
    if body.passage(start) is None:
        return False
    sentence = body.sentence(time.span)
    on = _ON_DATE.search(text, max(sentence.start, start - 25), start)
    if on is None:
        bare = _BARE.search(text, max(sentence.start, start - 80), start)
        return bare is not None and _CLOSED.match(text, time.span.end, sentence.end) is not None
    if _SAYING.search(text, max(sentence.start, on.start() - 60), on.start()) and _THAT.match(
        text, time.span.end, sentence.end
    ):
        return True
    if _ASKED.search(text, sentence.start, on.start()) and _ANSWERED.match(text, time.span.end, sentence.end):
        return True
    lead = text[sentence.start : on.start()].strip(' \n*_“"')
    if not lead or _LAST.fullmatch(text, sentence.start, on.start()):
        return _opens_past(text, Span(time.span.end, sentence.end))
    clause = max(sentence.start, on.start() - _CLAUSE)
    for stop in _STOP.finditer(text, clause, on.start()):
        clause = stop.end()
    behind = min(sentence.end, time.span.end + _BEHIND)
    if _NOT_PAST.search(text, clause, start) or _NOT_PAST.search(text, time.span.end, behind):
        return False
    verbs = list(_FINITE.finditer(text, clause, on.start()))
    return bool(verbs) and not _PRESENT.search(text, verbs[-1].end(), on.start())


def _opens_past(text: str, rest: Span) -> bool:
    """Whether what follows the date that opens a sentence is told as past: its first verb is."""
    spoke = _SPOKE.search(text, *rest)
    if spoke and _is_past_until(text, rest.start, spoke.start()):
        return True
    verb = _FINITE.search(text, *rest) or _VOTED.search(text, *rest)
    if verb is None or _PRESENT.search(text, rest.start, verb.start()):
        return False
    return _NOT_PAST.search(text, rest.start, min(rest.end, verb.end() + _BEHIND)) is None


def _is_past_until(text: str, start: int, end: int) -> bool:
    """Whether nothing before a verb in its clause is of the present or still to come."""
    if any(char in text[start:end] for char in ';:“"'):
        return False
    return not _PRESENT.search(text, start, end) and not _NOT_PAST.search(text, start, end)


def _written(matter: Matter, body: Body, time: Time) -> bool:
    """ "In a letter of 12 May she wrote"; "according to a report of 12 May"; "12 May: “No,” he said"."""
    text, start = matter.document.text, time.span.start
    if body.passage(start) is None:
        return False
    sentence = body.sentence(time.span)
    if _HEADS.fullmatch(text, sentence.start, start):
        return _HEADED.match(text, time.span.end, time.span.end + 600) is not None
    paper = _PAPER.search(text, max(sentence.start, start - _PHRASE), start)
    if paper is None:
        return False
    clause = max(sentence.start, text.rfind(",", sentence.start, paper.start()) + 1)
    said = _SAYS.search(text, clause, paper.start())
    if _NOT_PAST.search(text, said.start() if said else sentence.start, paper.start()):
        return False
    if _ACCORDING.search(text, sentence.start, paper.start()):
        return True
    rest = Span(time.span.end, sentence.end)
    verb = min(
        (found for form in (_FINITE, _SPOKE) if (found := form.search(text, *rest))),
        key=re.Match.start,
        default=None,
    )
    if verb and _is_past_until(text, rest.start, verb.start()):
        return True
    return _SAYS.search(text, sentence.start, paper.start()) is not None


def _finding(matter: Matter, body: Body, time: Time, known: date, told: Statement | None) -> Finding:
    ends = days(time.when.edtf)
    day = printed.day(ends[0]) if ends else ""
    what = "a statement made on" if told else "what happened on"
    message = f"The text is dated {printed.day(known)}; it reports {what} {day}."
    apart = (ends[0] - known).days if ends else 0
    why = f"{day} is {apart} days after the publication; “{printed.words(matter.document.text, time.span)}”."
    sentence = body.sentence(time.span)
    shown = [Shown(matter.document.id, sentence)]
    return finding(NAME, message, shown, why, 0.8, [told.id] if told else [])


CHECK = Check(NAME, "the date of what is reported as past with the date of publication", within=within)

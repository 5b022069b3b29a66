"""A stance belongs to the innermost statement that it stands in, and to nobody where no speaker is named."""

from __future__ import annotations

import json
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from onrecord.check.languages import en_reversal as en
from onrecord.check.reversal_clauses import Stance, stances
from onrecord.check.reversal_own import declared
from onrecord.check.reversal_words import lexicon, phrase
from onrecord.model import Claim, Matter, Span, Speaker, Statement, Time, Voice
from onrecord.text import edtf
from onrecord.text.words import normal, spans

_NEAR = 12  # code points before a cue in which its denial stands
_CLOSE = 60  # code points between a cue and the words that it announces


def claims(matter: Matter) -> Iterator[Claim]:
    """The stances of a document's speakers, each under its speaker and act."""
    if (matter.document.language or en.CODE) != en.CODE:
        return
    bodies = bodies_of(matter)
    told = [(stance, by, matter.voices.get(by.id)) for stance, by in taken(matter)]
    for stance, statement, voice in (*told, *declared(matter)):
        if voice is None or not voice.name or not _specific(stance):
            continue
        said = days_of(matter, statement)
        value = json.dumps(_value(matter, stance, statement, said), default=_plain, ensure_ascii=False)
        for speaker in speakers_of(matter, statement, voice, bodies):
            yield Claim(
                key=f"{speaker[:140]}|{stance.act[:50]}", span=stance.span, value=value,
                document=matter.document.id, day=said[0], outlet=matter.outlet, report=matter.report,
                statement=statement.id, voice=voice,
            )  # fmt: skip


def taken(matter: Matter) -> list[tuple[Stance, Statement]]:
    """The stances of all statements, in order."""
    found: dict[tuple[int, bool], tuple[int, Stance, Statement]] = {}
    wished: list[Span] = []
    text = matter.document.text
    for statement in matter.statements:
        if not statement.content:
            continue
        heard = _heard(text, statement)
        if heard is None:
            wished.extend(statement.content)
            continue
        begin, flipped = heard
        reported = statement.mode in ("indirect", "mixed")
        for content in statement.content:
            width = content.end - content.start
            begin = begin if content is statement.content[0] else content.start
            for stance in stances(text, begin, content.end, reported, statement.mode != "turn"):
                # who tells of another's intention answers for it as well
                place = stance.head, statement.act != "said"
                if (place not in found or width < found[place][0]) and not (flipped and stance.no):
                    found[place] = width, stance._replace(no=stance.no or flipped), statement
    wished.sort()
    told = (found[place] for place in sorted(found))
    return [(stance, by) for width, stance, by in told if not _within(stance.head, width, wished)]


def _within(place: int, width: int, spans: list[Span]) -> bool:
    """Whether a place stands in one of these spans, in order, that is narrower than `width`."""
    last = bisect_right(spans, (place, sys.maxsize))
    return any(place < span.end and span.end - span.start < width for span in spans[max(0, last - 3) : last])


def _heard(text: str, statement: Statement) -> tuple[int, bool] | None:
    """Where to read a statement from, and whether its cue denies it; None where it is wished or supposed."""
    start = statement.content[0].start
    cue = statement.cue
    if cue is None or statement.mode in ("direct", "turn", "joint"):
        return None if statement.act == "thought" else (start, False)
    words = cue.of(text).lower().split()
    before = text[max(0, cue.start - _NEAR) : cue.start].lower().replace("’", "'").split()
    denied = any(word in en.NEGATIVE or word in en.CONTRACTED for word in before)
    if denied or not _no_stance().isdisjoint(words):
        return None
    if not _controlling().isdisjoint(words) and 0 <= start - cue.end <= _CLOSE:
        follows = text[start : start + 12].lower().split()
        if any(idiom[0] in words and list(idiom[1:]) == follows[: len(idiom) - 1] for idiom in _idioms()):
            return cue.start, False
        follows = follows[:1]
        if follows in (["to"], ["not"], ["never"]) or (follows and follows[0].endswith("ing")):
            return cue.start, False
    if statement.act == "thought":
        return None
    return start, not _flipping().isdisjoint(words)


def _plain(day: date) -> str:
    return day.isoformat()


@cache
def _changed() -> frozenset[str]:
    return frozenset(en.CHANGED)


@cache
def _roles() -> frozenset[str]:
    return frozenset([*en.ROLES_OF_VOICE, "spokespeople"])


@cache
def _no_stance() -> frozenset[str]:
    return frozenset(en.NO_STANCE)


@cache
def _flipping() -> frozenset[str]:
    return frozenset(en.FLIPPING)


@cache
def _controlling() -> frozenset[str]:
    return frozenset([*en.PLANNED, *en.NOT_PLANNED, *en.DENIED, *(first for first, *_ in en.RULED_OUT)])


@cache
def _idioms() -> tuple[tuple[str, ...], ...]:
    return tuple(idiom for idiom in en.RULED_OUT if len(idiom) > 1)


@cache
def _alone() -> frozenset[str]:
    return frozenset(map(phrase, en.ALONE))


def _specific(stance: Stance) -> bool:
    return bool(stance.object or stance.rest) or (stance.act in _alone() and bool(stance.doer))


def days_of(matter: Matter, statement: Statement) -> tuple[str, str, str]:
    """First and last day on which it was said, and whether that is "said" or only "published"; or "" each."""
    when, basis = (statement.said.when, "said") if statement.said else (matter.published, "published")
    days = edtf.days(when.edtf) if when else None
    return (days[0].isoformat(), days[1].isoformat(), basis) if days else ("", "", "")


def _value(
    matter: Matter, stance: Stance, statement: Statement, said: tuple[str, str, str]
) -> dict[str, object]:
    """What comparing and wording need, as `reversal_pairs.Side` names it."""
    text, mention = matter.document.text, statement.speaker
    printed = mention.span.of(text)[:120] if mention else ""
    start, end = stance.span
    when = statement.said.span if statement.said and not statement.id else None
    return {
        "verb": stance.verb, "opposite": stance.opposite, "no": stance.no, "planned": stance.planned,
        "so_far": stance.so_far,
        "held": stance.held, "doer": stance.doer, "object": stance.object, "rest": stance.rest,
        "names": stance.names, "figures": stance.figures, "said": said,
        "clause": " ".join(text[start:end].split())[:300], "by": words_of(printed),
        "marks": list(_marks(text, stance, statement)),
        "turn": statement.mode == "turn",
        "times": [edtf.days(time.when.edtf) for time in _times(matter, start, end, when)],
        "moved": not _changed().isdisjoint(text[max(0, start - 100) : end + 60].lower().split()),
    }  # fmt: skip


def _marks(text: str, stance: Stance, statement: Statement) -> Iterator[str]:
    """What else matters of a stance, where it is so."""
    if stance.no and not lexicon("EVER_DENIED").isdisjoint(stance.span.of(text).lower().split()):
        yield "never"
    if cue := statement.cue:
        if not lexicon("ADMITTING").isdisjoint(cue.of(text).lower().split()):
            yield "admitted"
        if cue.start == stance.span.start:
            yield "verb first"
    if _article(text, statement.speaker):
        yield "article"


def _article(text: str, speaker: Speaker | None) -> bool:
    """Whether a body's name is printed with its article ("the Kremlin")."""
    if speaker is None or speaker.kind != "body":
        return False
    start = speaker.span.start
    return text[max(0, start - 4) : start + 4].lower().find("the ") in (0, 4)


def _times(matter: Matter, start: int, end: int, said: Span | None) -> list[Time]:
    """The time expressions that stand in a clause, but for the one that tells when it was said."""
    first = bisect_left(matter.times, start, key=lambda time: time.span.start)
    found = [time for time in matter.times[first : first + 4] if time.span.end <= end]
    return [time for time in found if time.span != said]


def speakers_of(
    matter: Matter, statement: Statement, voice: Voice, bodies: dict[str, tuple[str, ...]]
) -> list[str]:
    """Whom a statement counts for: who spoke, and the body that its spokesman speaks for."""
    words = words_of(voice.name)
    kind = statement.speaker.kind if statement.speaker else None
    name = " ".join(words)
    if not words:
        return []
    if (len(words) == 1 and kind != "body") or voice.name.islower():
        name = f"{name} {matter.document.id}"  # a surname, or "the ministry", is one in one text only
    keys = [voice.entity or name]
    body = _before_role(words) or words if kind == "body" else bodies.get(voice.name)
    if body:
        keys.append("body " + " ".join(body))
    return keys


def bodies_of(matter: Matter) -> dict[str, tuple[str, ...]]:
    """For whom a text says that people speak ("Kremlin spokesman Ada Berg")."""
    found: dict[str, tuple[str, ...]] = {}
    text = matter.document.text
    for statement in matter.statements:
        voice = matter.voices.get(statement.id)
        if not voice or not voice.name or not statement.speaker or voice.name in found:
            continue
        if body := _before_role(words_of(statement.speaker.span.of(text)[:120])):
            found[voice.name] = body
    return found


def _before_role(words: tuple[str, ...]) -> tuple[str, ...]:
    return next((words[:at] for at, word in enumerate(words) if word in _roles()), ())


@lru_cache(maxsize=1 << 12)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared, articles left out."""
    found = (normal(name[span.start : span.end]).removesuffix("'s") for span in spans(name))
    return tuple(word for word in found if word not in ("the", "a", "an", "mr", "mrs", "ms"))

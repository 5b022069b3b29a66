"""Two tellings can be of one utterance only where speaker and day allow it; the unknown forbids nothing."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.check.contract import Told
from onrecord.check.languages import en_wording as words
from onrecord.model import Document, Order, Statement, Voice, When

LAG = 6  # days from saying something to reading it, where the text does not say when it was said
_NAMED_LAG = 45  # ... where it names the other text as its source
_SENTENCE = 120  # code points before "he" or "she" in which the name stands
_ALIKE_LENGTH = 0.9  # of the longer text's length that a copy has
_PIECES, _PIECE = 24, 40  # pieces looked for, and their length in code points
_COPIED = 0.8  # of the pieces
_SOON = 3  # days from one text to another about the same words
_SLACK = 1  # a day, for time zones
_ALIKE = 0.75  # names this similar can be spellings of one ("Zelensky", "Zelenskyy")
_TITLES = frozenset(words.TITLES.split())
_BODIES = frozenset(words.BODIES.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POINTS = re.compile(r"\.")

Days = tuple[int, int]


def one_speaker(one: Voice, other: Voice) -> bool | None:
    """Whether the same person or body speaks; None where that cannot be told.

    A name that shares its last word, or is nearly the same, may be the same; a title alone tells nothing.
    """
    if one.entity and one.entity == other.entity:
        return True
    here, there = names(one.name), names(other.name)
    if not here or not there:
        return None
    if here[-1] == there[-1]:
        given = here[0][0], there[0][0]
        return True if min(len(here), len(there)) == 1 or given[0] == given[1] else None
    if set(here) & set(there) or any(alike(a, b) for a in here for b in there):
        return None
    return False


def person(voice: Voice, statement: Statement) -> bool:
    """Whether a voice is a person's, as far as the name and the statement show."""
    speaker = statement.speaker
    if speaker is None:
        return len(names(voice.name)) > 1 and not _BODIES & set(_lower(voice.name))
    if speaker.members or speaker.kind in ("body", "group") or statement.mode == "joint":
        return False
    found = names(voice.name)
    if not found or _BODIES & set(_lower(voice.name)) or not voice.name[:1].isupper():
        return False
    return speaker.kind == "person" or (speaker.kind is None and len(found) > 1)


def named(told: Told) -> bool:
    """Whether the speaker's name stands where the words are given to somebody, or just before "she".

    Of a turn under a title ("THE MINISTER"), the name may stand in the document's title.
    """
    if told.statement is None:
        return False
    text, statement = told.document.text, told.statement
    start, end = statement.speaker.span if statement.speaker else statement.content[-1]
    if statement.speaker is None:
        end += _SENTENCE
    elif statement.mode == "turn" and not names(statement.speaker.span.of(text)):
        return set(names(told.voice.name)) <= set(_lower(told.document.title or ""))
    near = text[max(0, start - _SENTENCE) : start].rpartition("\n\n")[2] + text[start:end]
    return bool(set(names(told.voice.name)) & set(_lower(near)))


def titles(told: Told) -> frozenset[str]:
    """The titles that a text gives a speaker ("president"), in lower case."""
    speaker = told.statement.speaker if told.statement else None
    mention = speaker.span.of(told.document.text) if speaker else ""
    near = _lower(f"{told.voice.name} {mention} {told.document.title or ''}")
    return frozenset(word for word in near if word in _TITLES and len(word) > 4)


@lru_cache(maxsize=4096)
def names(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without titles and initials."""
    return tuple(word for word in _lower(name) if word not in _TITLES and len(word) > 1)


def one_occasion(one: Told, other: Told, order: Order = "unknown") -> bool:
    """Whether two tellings can be of what was said once.

    Where both say when it was said, these days must meet. Where one does not, it must have been published
    soon after: what somebody says again weeks later with other numbers was not changed by who tells it.
    Transcripts of one outlet are of as many occasions as there are transcripts.
    """
    lag = _NAMED_LAG if order == "named" else LAG
    here, there = _when(one, lag), _when(other, lag)
    if here and there:
        return here[0] - _SLACK <= there[1] and there[0] - _SLACK <= here[1]
    return True


def soon(one: Told, other: Told) -> bool:
    """Whether both were published within few days, where both are known; phrases are said again and again."""
    here, there = _days(one.document.published), _days(other.document.published)
    return not here or not there or (here[0] - _SOON <= there[1] and there[0] - _SOON <= here[1])


def dated(one: Told, other: Told) -> bool:
    """Whether both sides show when they were said or published."""
    return bool(_when(one, LAG) and _when(other, LAG))


def same_report(one: Told, other: Told) -> bool:
    """Whether two transcripts can be of one occasion: two outlets', or one a copy of the other as a whole."""
    if one.outlet and other.outlet and one.outlet.casefold() != other.outlet.casefold():
        return True
    return copies(one.document.text, other.document.text)


@lru_cache(maxsize=64)
def copies(one: str, other: str) -> bool:
    """Whether most of one text stands in the other, as pieces taken all over it show."""
    short, long = sorted((one, other), key=len)
    if len(short) < _ALIKE_LENGTH * len(long):
        return False
    step = max(1, (len(short) - _PIECE) // _PIECES)
    pieces = [short[at : at + _PIECE] for at in range(0, max(1, len(short) - _PIECE), step)]
    return sum(piece in long for piece in pieces) >= _COPIED * len(pieces)


def day(told: Told) -> str:
    """When a text was published, for people ("8 May 2023"), or ""."""
    days = _days(told.document.published)
    if not days or days[0] != days[1]:
        return ""
    found = date.fromordinal(days[0])
    return f"{found.day} {found:%B} {found.year}"


def outlet(document: Document, name: str) -> str:
    """What to call the outlet: its name, without what cannot be read."""
    return " ".join((document.outlet or name).split())[:60]


def _when(told: Told, lag: int) -> Days | None:
    """The days on which it can have been said, as ordinals."""
    statement = told.statement
    said = _days(statement.said.when) if statement and statement.said else None
    if said:
        return said
    published = _days(told.document.published)
    return (published[0] - lag, published[1]) if published else None


def _days(when: When | None) -> Days | None:
    if when is None:
        return None
    local = when.edtf[:10] if len(when.edtf) > 10 and when.edtf[10] == "T" else ""
    try:
        if local:
            return (day := date.fromisoformat(local).toordinal()), day
        return tuple(date.fromisoformat(end[:10]).toordinal() for end in (when.earliest, when.latest))  # type: ignore[return-value]
    except ValueError:  # years before 1 and after 9999
        return None


def _lower(name: str) -> list[str]:
    return _WORD.findall(_POINTS.sub("", name).casefold().replace("’", "'").removesuffix("'s"))


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name."""
    return min(len(one), len(other)) > 2 and SequenceMatcher(None, one, other).ratio() >= _ALIKE

"""Only repetitions that can be one utterance told twice are compared word for word; the rest cost little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import NamedTuple

from onrecord import trace
from onrecord.check import Retold, Told, guessed, names, one_speaker, person, speaker_named
from onrecord.model import Hop, Span, Voice
from onrecord.record import Heard, Record, Repetition, Retellings, Side, Uttered

_TOGETHER = 4_000  # families that are read together, so that memory stays flat
_MOST = 2_000  # repetitions of one family that are looked at
_KEPT = 20_000  # spans whose words are kept in mind
_RUN = 6  # words in one piece that two speakers share before they are shown with one another
_ZONES = timedelta(days=2)  # between two times: nearer, they may be one in different time zones
_LAG, _NAMED_LAG = (
    timedelta(days=8),
    timedelta(days=46),
)  # from saying to publishing, where only that is known
_OWN = {"direct", "mixed", "turn"}  # modes of somebody's own words
_QUOTED, _FULL = {"direct", "mixed"}, {"direct", "turn"}
_MARKS = 4  # code points of marks and signs at the end of a quotation
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")

_Sides = tuple[Uttered, Uttered]


class _Worth(NamedTuple):
    """Whether checks can find something in a repetition, and whether its words differ."""

    shown: bool
    differ: bool


def retold(store: Record, families: Iterable[str]) -> Iterator[tuple[str, list[Retold]]]:
    """The repetitions of some families in which checks can find something, with kind and edits.

    Left out are formulas, passages that nobody says, older versions of documents, paraphrases of paraphrases,
    words said on different days or in two transcripts of one outlet, and families in which everything has the
    same words of one speaker. Beside a repetition that is given, those with the same words are given too.

    Args:
        store: the record, open.
        families: ids of families, in the order in which they are wanted.

    Yields:
        The id of each family that has such repetitions, with them, in the order of the later member.

    Raises:
        RecordError: the record cannot be read.
    """
    reading = _Reading(store)
    waiting = iter(families)
    while some := list(islice(waiting, _TOGETHER)):
        yield from reading.families(some)


class _Reading:
    """Reads repetitions from an open record."""

    def __init__(self, store: Record) -> None:
        self._rows = Retellings(store)
        self._keys: dict[tuple[int, Span], list[str]] = {}

    def families(self, ids: Sequence[str]) -> Iterator[tuple[str, list[Retold]]]:
        """The repetitions of some families, read together."""
        found = {id: several[:_MOST] for id, several in self._rows.repetitions(ids)}
        heard = self._rows.heard(_sides(found.values()))
        found = {id: [one for one in several if _possible(one, heard)] for id, several in found.items()}
        said = self._said(list(_sides(found.values())), heard)
        for id, several in found.items():
            kept: list[tuple[Repetition, _Sides, _Worth]] = []
            for one in several:
                pair = _paired(said[one.earlier], said[one.later], one.one_outlet and not one.copies)
                worth = self._worth(one, pair) if pair else None
                if pair and worth:
                    kept.append((one, pair, worth))
            if any(worth.shown for *_, worth in kept):
                yield id, [self._told(one, pair, worth.differ) for one, pair, worth in kept]

    def _said(self, sides: Sequence[Side], heard: Mapping[str, Heard]) -> dict[Side, list[Uttered]]:
        """The statements that each side stands in, the member's own first."""
        around = self._rows.around(side for side in sides if heard[side.statement].mode != "turn")
        rows = {side: [heard[side.statement].row, *around.get(side, ())] for side in sides}
        uttered = self._rows.uttered({row for some in rows.values() for row in some})
        return {
            side: [self._named(side.document, uttered[row]) for row in some] for side, some in rows.items()
        }

    def _named(self, document: int, said: Uttered) -> Uttered:
        """A statement with the name of whoever speaks, if only the words beside it or the title give it."""
        voice, mode = said.voice, said.statement.mode
        if mode not in _OWN or (mode == "turn" and not voice.name):
            return said
        if names(voice.name) and not guessed(said.statement):
            return said
        printed = self._rows.printed(document).document
        name = speaker_named(printed.text, said.statement, printed.title, voice.name)
        if name == voice.name:
            return said
        own = replace(said.statement, speaker=None) if guessed(said.statement) else said.statement
        return Uttered(own, Voice(name))

    def _worth(self, one: Repetition, sides: _Sides) -> _Worth | None:
        """What a repetition is worth, or None where its sides cannot tell one utterance."""
        modes = {side.statement.mode for side in sides}
        if not modes & _OWN and not one.copies:
            return None
        two = one_speaker(sides[0].voice, sides[1].voice) is False
        if two and not all(person(side.voice, side.statement) for side in sides):
            return None
        same = (
            one.same
            and one.earlier.span.end - one.earlier.span.start == one.later.span.end - one.later.span.start
        )
        here, there = ([], []) if same else (self._words(one.earlier), self._words(one.later))
        if _one_voice(sides[0].voice, sides[1].voice):
            return _Worth(here != there or _encloses_more(one, sides), here != there)
        if not modes <= _OWN:
            return None
        return _Worth(True, here != there and not two) if here == there or _share(here, there) else None

    def _told(self, one: Repetition, sides: _Sides, differ: bool) -> Retold:
        """A repetition with what was changed; nothing was, where it only shows the same words."""
        places = [self._rows.printed(side.document) for side in (one.earlier, one.later)]
        if differ:
            compared = trace.compared(self._side(one.earlier, sides[0]), self._side(one.later, sides[1]))
        else:
            compared = trace.Compared("copy", (), 1.0)
        hop = Hop(
            places[0].document.id,
            places[1].document.id,
            one.earlier.span,
            one.later.span,
            compared.kind,
            compared.edits,
            compared.score,
            one.order,
        )
        earlier, later = (
            Told(place.document, side.statement, side.voice, place.outlet)
            for place, side in zip(places, sides, strict=True)
        )
        return Retold(hop, earlier, later)

    def _side(self, side: Side, said: Uttered) -> trace.Side:
        document, span = self._rows.printed(side.document).document, side.span
        content = said.statement.content
        whole = content if any(one.start < span.end and span.start < one.end for one in content) else ()
        figures = tuple(self._rows.mentions(side.document, span))
        return trace.Side(document.text, span, whole, document.language, figures)

    def _words(self, side: Side) -> list[str]:
        place = side.document, side.span
        found = self._keys.get(place)
        if found is None:
            if len(self._keys) >= _KEPT:
                self._keys.clear()
            text = self._rows.printed(side.document).document.text
            found = self._keys[place] = _WORD.findall(side.span.of(text).casefold())
        return found


def _sides(families: Iterable[Sequence[Repetition]]) -> Iterator[Side]:
    return (side for several in families for one in several for side in (one.earlier, one.later))


def _possible(one: Repetition, heard: Mapping[str, Heard]) -> bool:
    """Whether two statements can be of one occasion, by their days and by what they stand in."""
    sides = [heard.get(side.statement) for side in (one.earlier, one.later)]
    if sides[0] is None or sides[1] is None:
        return False
    if one.one_outlet and not one.copies and sides[0].mode == sides[1].mode == "turn":
        return False
    lag = _NAMED_LAG if one.order == "named" else _LAG
    here, there = (_days(side, lag) for side in sides if side)
    return not here or not there or (here[0] <= there[1] and there[0] <= here[1])


def _days(side: Heard, lag: timedelta) -> tuple[datetime, datetime] | None:
    """When a statement can have been made, with room for time zones; None where nothing shows it.

    A paraphrase can stand in somebody's own words, and those are as old as the text: "a year ago the council
    asked us to leave".
    """
    said, published = _instants(side.said), _instants(side.published)
    if said and side.mode in _OWN:
        return said[0], said[1] + _ZONES
    if published is None:
        return None
    return min(published[0] - lag, said[0] if said else published[0]), published[1] + _ZONES


def _instants(ends: tuple[str, str] | None) -> tuple[datetime, datetime] | None:
    try:
        first, last = map(datetime.fromisoformat, ends or ())
        _ = first - _NAMED_LAG, last + _ZONES  # what cannot be counted with is not known
    except (ValueError, OverflowError):  # no date, or years before 1 and after 9999
        return None
    return first, last


def _paired(earlier: Sequence[Uttered], later: Sequence[Uttered], one_outlet: bool) -> _Sides | None:
    """Of the statements that both sides stand in, those of one speaker; else the innermost.

    "The minister said: 'The union thanks President Orlov'" is what the minister said, and also what the union
    did, in the minister's words. Somebody's quotation of himself in a speech is a part of the speech. Two
    speakers are never compared where one is quoted in a speech by another.
    """
    options = [_flat(several) for several in (earlier, later)]
    turns = [several[-1] for several in options if several[-1].statement.mode == "turn"]
    named = len(turns) == 2 and all(turn.voice.name for turn in turns)
    if one_outlet and named and _one_voice(turns[0].voice, turns[1].voice):
        return None  # two speeches of one speaker, who tells the same story in both
    pairs = [(one, other) for one in options[0] for other in options[1]]
    for pair in pairs:
        if {side.statement.mode for side in pair} <= _OWN and _one_voice(pair[0].voice, pair[1].voice):
            return pair
    if any(len(several) > 1 for several in options if several[-1] in turns):
        plain = [
            [said for said in several if said.statement.mode in _OWN or several[-1] not in turns]
            for several in options
        ]
        inside = any(len(several) > 1 for several in plain if several[-1] in turns)
        return None if inside else (plain[0][0], plain[1][0])
    return pairs[0]


def _flat(several: Sequence[Uttered]) -> Sequence[Uttered]:
    """The statements that a side stands in, from the first turn of whoever speaks inside it on."""
    own = several[0].voice
    for at, one in enumerate(several):
        if one.statement.mode == "turn" and one.voice.name and _one_voice(own, one.voice):
            return several[at:]
    return several


def _one_voice(one: Voice, other: Voice) -> bool:
    """Whether nothing shows that two speak: one entity, one last name, or one that is not known."""
    if one.entity and one.entity == other.entity:
        return True
    here, there = _last(one), _last(other)
    return not here or not there or here == there


def _last(voice: Voice) -> str:
    words = _WORD.findall(voice.name.casefold())
    return words[-1] if words else ""


def _encloses_more(one: Repetition, sides: _Sides) -> bool:
    """Whether a quotation goes on beyond the words that both sides have, and the other text too."""
    more = [
        any(
            piece.start < side.span.end
            and side.span.start < piece.end
            and (piece.start + _MARKS < side.span.start or side.span.end + _MARKS < piece.end)
            for piece in said.statement.content
        )
        for side, said in zip((one.earlier, one.later), sides, strict=True)
    ]
    return any(
        more[at] and sides[at].statement.mode in _QUOTED and sides[1 - at].statement.mode in _FULL
        for at in (0, 1)
    )


def _share(one: list[str], other: list[str]) -> bool:
    """Whether so many words follow one another in both that they are no accident."""
    runs = set(zip(*(one[at:] for at in range(_RUN)), strict=False))
    return any(run in runs for run in zip(*(other[at:] for at in range(_RUN)), strict=False))

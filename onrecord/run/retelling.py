"""Only repetitions that can be one utterance told twice are compared word for word; the rest cost little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from onrecord import trace
from onrecord.check import Retold, Told
from onrecord.model import Hop, Span, Voice, When
from onrecord.record import Record, Repetition, Retellings, Side, Uttered

_TOGETHER = 400  # families that are read together, so that memory stays flat
_MOST = 2_000  # repetitions of one family that are looked at
_KEPT = 20_000  # spans whose words are kept in mind
_RUN = 6  # words in one piece that two speakers share before they are shown with one another
_NESTED = 3  # statements within one another that are looked at
_APART = timedelta(days=2)  # between two intervals: said at two times, whatever the time zones
_OWN = {"direct", "mixed", "turn"}  # modes of somebody's own words
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")

_Sides = tuple[Uttered, Uttered]


def retold(store: Record, families: Iterable[str]) -> Iterator[tuple[str, list[Retold]]]:
    """The repetitions of some families in which checks can find something, with kind and edits.

    Left out are formulas, passages that nobody says, older versions of documents, paraphrases of paraphrases,
    words said on different days, and families in which all repetitions have the same words of one speaker.
    Beside a repetition that is given, those with the same words are given too.

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


def signs(store: Record) -> dict[str, str]:
    """A sign for each family that `retold` can give, by its id: another as soon as anything in it changes.

    Raises:
        RecordError: the record cannot be read.
    """
    return Retellings(store).signs()


class _Reading:
    """Reads repetitions from an open record."""

    def __init__(self, store: Record) -> None:
        self._rows = Retellings(store)
        self._keys: dict[tuple[int, Span], list[str]] = {}

    def families(self, ids: Sequence[str]) -> Iterator[tuple[str, list[Retold]]]:
        """The repetitions of some families, read together."""
        found = {id: several[:_MOST] for id, several in self._rows.repetitions(ids)}
        said = self._rows.uttered(
            side for several in found.values() for one in several for side in (one.earlier, one.later)
        )
        for id, several in found.items():
            kept: list[tuple[Repetition, _Sides, bool]] = []
            for one in several:
                pair = _paired(said.get(one.earlier, ()), said.get(one.later, ()))
                worth = self._worth(one, pair) if pair else None
                if pair and worth is not None:
                    kept.append((one, pair, worth))
            if any(worth for *_, worth in kept):
                yield id, [self._told(*each) for each in kept]

    def _worth(self, one: Repetition, sides: _Sides) -> bool | None:
        """Whether a repetition is compared; False where it only shows the same words, None for neither."""
        modes = {side.statement.mode for side in sides}
        if not modes & _OWN:
            return None
        here, there = self._words(one.earlier), self._words(one.later)
        if _one_voice(*_voices(sides)):
            if here == there:
                return False
            return None if _apart(sides) else True
        if _apart(sides) or not modes <= _OWN:
            return None
        return True if here == there or _share(here, there) else None

    def _told(self, one: Repetition, sides: _Sides, differ: bool) -> Retold:
        """A repetition with what was changed; nothing was, where it only shows the same words."""
        places = [self._rows.printed(side.document) for side in (one.earlier, one.later)]
        if differ:
            compared = trace.compared(self._side(one.earlier, sides[0]), self._side(one.later, sides[1]))
        else:
            compared = trace.Compared("copy", (), 1.0)
        documents = [place.document for place in places]
        hop = Hop(
            documents[0].id, documents[1].id, one.earlier.span, one.later.span,
            compared.kind, compared.edits, compared.score, one.order,
        )  # fmt: skip
        earlier, later = (
            Told(place.document, side.statement, side.voice, place.outlet)
            for place, side in zip(places, sides, strict=True)
        )
        return Retold(hop, earlier, later)

    def _side(self, side: Side, said: Uttered) -> trace.Side:
        document, span = self._rows.printed(side.document).document, side.span
        content = said.statement.content
        whole = content if any(one.start < span.end and span.start < one.end for one in content) else ()
        low = min([span.start, *(one.start for one in whole)])
        high = max([span.end, *(one.end for one in whole)])
        mentions = self._rows.mentions(side.document)
        figures = tuple(one for one in mentions if one[0].start < high and low < one[0].end)
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


def _paired(earlier: Sequence[Uttered], later: Sequence[Uttered]) -> _Sides | None:
    """Of the statements that both sides stand in, those of one speaker; else the innermost.

    "The minister said: 'The union thanks President Orlov'" is what the minister said, and also what the union
    did, in the minister's words.
    """
    pairs = [(one, other) for one in earlier[:_NESTED] for other in later[:_NESTED]]
    own = (
        pair
        for pair in pairs
        if {side.statement.mode for side in pair} <= _OWN and _one_voice(*_voices(pair))
    )
    return next(own, pairs[0] if pairs else None)


def _voices(sides: _Sides) -> tuple[Voice, Voice]:
    return sides[0].voice, sides[1].voice


def _one_voice(one: Voice, other: Voice) -> bool:
    """Whether nothing shows that two speak: one entity, one last name, or one that is not known."""
    if one.entity and one.entity == other.entity:
        return True
    here, there = (_WORD.findall(voice.name.casefold()) for voice in (one, other))
    return not here or not there or here[-1] == there[-1]


def _apart(sides: _Sides) -> bool:
    """Whether it is known of both when they were said, and these were different days."""
    whens = [side.statement.said.when for side in sides if side.statement.said]
    if len(whens) < 2:
        return False
    spans = [_days(when) for when in whens]
    return bool(
        spans[0] and spans[1]
        and (spans[1][0] - spans[0][1] > _APART or spans[0][0] - spans[1][1] > _APART)
    )  # fmt: skip


def _days(when: When) -> tuple[datetime, datetime] | None:
    try:
        return datetime.fromisoformat(when.earliest), datetime.fromisoformat(when.latest)
    except ValueError:  # years before 1 and after 9999
        return None


def _share(one: list[str], other: list[str]) -> bool:
    """Whether so many words follow one another in both that they are no accident."""
    runs = set(zip(*(one[at:] for at in range(_RUN)), strict=False))
    return any(run in runs for run in zip(*(other[at:] for at in range(_RUN)), strict=False))

"""Words tell somebody apart by documents: what is said a hundred times in one text counts once."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.model import MODES
from onrecord.record import rows
from onrecord.record.arrays import Ints
from onrecord.record.base import Base
from onrecord.record.faces import Telling
from onrecord.record.general import General
from onrecord.record.sifting import Moment

DOCUMENTS = 120  # that are looked at of one speaker
EACH = 5  # statements that are looked at in a document, on average
_ENOUGH = 500  # code points of a statement that are looked at, for some go on for hours
_GROWN = 0.1  # of a record: what is said in general is found anew when it has grown or shrunk by more
_OF_ALL = 300  # documents that show what is said in general, of turns and of all else
_LEAST = 3  # documents in which a telling word stands
_COMMON = 0.06  # of all documents: words that stand in more tell nothing
_STRONG = 1.0  # standard deviations below which a word tells nothing
_PRIOR = 0.5  # documents in which every word is taken to stand beside those in which it does
_TURN = MODES.index("turn")

# Addresses and what marks a page up, which nobody says; else a whole word of three letters at least, with
# others by hyphens; no "isn" of "isn't".
_WORD = re.compile(
    r"(?:https?:|www\.)\S+|&#?\w+;|</?\w[^<>\n]*>|\S+@\S+\.\w+"
    r"|(?<![^\W\d_])([^\W\d_]{3,}(?:-[^\W\d_]+)*)(?![^\W\d_]|['’]t)"
)


def words(text: str) -> set[str]:
    """The words of a text in lower case, each once: of letters, three at least."""
    return set(_WORD.findall(text.casefold())) - {""}


def spread(positions: Ints, most: int) -> Ints:
    """At most so many of these positions, evenly spread."""
    if len(positions) <= most:
        return positions
    return positions[np.linspace(0, len(positions) - 1, most).astype(np.int64)]


def chosen(moment: Moment, positions: Ints, documents: int = DOCUMENTS) -> Ints:
    """The statements of these that are looked at: of so many documents, EACH of one on average."""
    document = moment.arrays.document[positions]
    few = spread(np.unique(document), documents)
    return spread(positions[np.isin(document, few)], EACH * documents)


class Reader:
    """Reads words of statements of one open record, each document's text once."""

    def __init__(self, store: Base, moment: Moment) -> None:
        self._store = store
        self._moment = moment
        self._texts: dict[int, str] = {}

    def text(self, row: int) -> str:
        """The text of the document of this row."""
        if row not in self._texts:
            [(text,)] = self._store._all("SELECT text FROM text WHERE document = ?", row)
            self._texts[row] = rows.string(text)
        return self._texts[row]

    def said(self, positions: Ints) -> dict[int, set[str]]:
        """The words of the statements at these positions, by the row of their document."""
        found: dict[int, set[str]] = {}
        for _, row, own in self._each(positions):
            found.setdefault(row, set()).update(own)
        return found

    def others(self, entity: int, looked: Ints) -> list[Others]:
        """What others than the entity of this row say, weighed by how it says what was looked at of it."""
        turns = np.count_nonzero(self._moment.arrays.mode[looked] == _TURN) / max(len(looked), 1)
        weights = {True: float(turns), False: 1.0 - float(turns)}
        return [Others(*self._sample(kind).without(entity), weight) for kind, weight in weights.items()]

    def prepare(self) -> None:
        """Find out what is said in general, so that it is known when it is asked for."""
        for turns in (True, False):
            self._sample(turns)

    def _sample(self, turns: bool) -> General:
        """What is said in general, in turns of transcripts or in all else."""
        kept = self._moment.general
        found = kept.get(turns)
        size = len(self._moment.arrays.row)
        if found is None or abs(size - found.size) > _GROWN * found.size:
            found = kept[turns] = self._general(turns)
        return found

    def _general(self, turns: bool) -> General:
        here = self._moment.arrays
        first = here.voices.first(len(here.row))
        entity = np.append(here.voices.rows, -1)[first]  # the last for nobody known
        every = np.flatnonzero((here.mode == _TURN) == turns)
        known: dict[str, int] = {}
        triples: list[tuple[int, int, int]] = []
        reader = Reader(self._store, self._moment)  # the texts are needed no more afterwards
        for position, _, own in reader._each(chosen(self._moment, every, _OF_ALL)):
            place, who = here.document[position].item(), entity[position].item()
            triples += ((known.setdefault(word, len(known)), place, who) for word in own)
        columns = np.array(triples, np.int32).reshape(-1, 3)
        return General.of(known, columns[:, 0], columns[:, 1], columns[:, 2], len(here.row))

    def _each(self, positions: Ints) -> Iterator[tuple[int, int, set[str]]]:
        """For each of these statements its position, the row of its document and its words."""
        numbers = json.dumps(self._moment.arrays.row[positions].tolist())
        found = self._store._all(_CONTENT, numbers)
        for position, (row, content) in zip(positions.tolist(), found, strict=True):
            text = self.text(row)
            parts = " ".join(text[start : min(end, start + _ENOUGH)] for start, end in json.loads(content))
            yield position, row, words(parts[:_ENOUGH])


class Others(NamedTuple):
    """What others say: in how many of so many documents each word, and for how much this sample counts."""

    counts: Counter[str]
    documents: int
    weight: float


def telling(
    own: Mapping[int, set[str]], others: Sequence[Others], without: Iterable[str], most: int
) -> tuple[Telling, ...]:
    """The words that are said in more of these documents than elsewhere, the surest first.

    Args:
        own: what somebody says, by document.
        others: what others say.
        without: words that are left out: the names of whoever speaks.
        most: how many at most.
    """
    counts = Counter(word for words in own.values() for word in words)
    left = set(without)
    found = []
    for word, count in counts.items():
        if count < _LEAST or word in left or any(o.counts[word] > _COMMON * o.documents for o in others):
            continue
        score = _surplus(count, len(own), word, others)
        if score >= _STRONG:
            found.append(Telling(word, count, round(score, 2)))
    return tuple(sorted(found, key=lambda one: (-one.score, one.word))[:most])


def _surplus(count: int, size: int, word: str, others: Sequence[Others]) -> float:
    """How far the odds of a word exceed those elsewhere, in standard deviations of their logarithm."""
    mine = (count + _PRIOR) / (size - count + _PRIOR)
    share = sum(o.weight * (o.counts[word] + _PRIOR) / (o.documents + 2 * _PRIOR) for o in others)
    theirs = share * sum(o.documents for o in others)
    odds = math.log(mine) - math.log(share / (1 - share))
    return odds / math.sqrt(1 / (count + _PRIOR) + 1 / max(theirs, _PRIOR))


def named(forms: Sequence[str]) -> set[str]:
    """The words of names."""
    return {word for form in forms for word in words(form)}


_CONTENT = (
    "SELECT s.document, coalesce(v.content, s.content) FROM json_each(?) n "
    "CROSS JOIN statement s ON s.row = n.value LEFT JOIN reviewed v ON v.statement = s.row"
)

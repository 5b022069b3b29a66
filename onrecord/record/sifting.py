"""A sieve lets through what `Lister` lists for the same filter, as positions in arrays."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from onrecord.model import ACTS, DECIDED, MODES
from onrecord.record import arrays, rows
from onrecord.record.arrays import SPEAKER, Arrays, Codes, Ints, Mask
from onrecord.record.base import Base
from onrecord.record.general import General
from onrecord.record.masks import Masks
from onrecord.record.search import Filter, form_query, plan
from onrecord.record.speaking import Voices

REVIEWED = ("no", *DECIDED)
REJECTED = REVIEWED.index("rejected")
_DAYS = ("d.last_day <= ?", "d.first_day >= ?")  # what `plan` says of whole days


class Texts:
    """Which values of a column of few values have the words of a query, as the index of words says."""

    def __init__(self, values: Iterable[str | None]) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        # As `statement_words` cuts words.
        self._connection.execute(
            "CREATE VIRTUAL TABLE value USING fts5(form, tokenize='unicode61 remove_diacritics 2')"
        )
        given = [(number, rows.bare(value)) for number, value in enumerate(values) if value]
        self._connection.executemany("INSERT INTO value (rowid, form) VALUES (?, ?)", given)

    def having(self, query: str) -> list[int]:
        """The positions of the values that have all terms of a user's query; raises UsageError as `terms`."""
        command = "SELECT rowid FROM value WHERE value MATCH ?"
        with self._lock:
            return [number for (number,) in self._connection.execute(command, (form_query(query),))]


class Moment:
    """One moment of a record: its arrays, and answers about them; safe to share between threads."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.kept = Masks()
        self.outlets = Texts(arrays.documents.outlet.values)
        self.languages = Texts(arrays.documents.language.values)
        self.general: dict[bool, General] = {}  # what is said in general, once it was asked for


@dataclass(frozen=True, slots=True)
class Sifted:
    """What each part of a filter lets through.

    Attributes:
        moment: of which record.
        documents, statements: by the part's name a mask of all documents, or of all statements.
    """

    moment: Moment
    documents: dict[str, Mask] = field(default_factory=dict)
    statements: dict[str, Mask] = field(default_factory=dict)

    def found(self, *without: str) -> Mask:
        """The statements that all parts let through, or all but some."""
        here = self.moment.arrays
        mask = self.sources(*without)[here.document] if self.documents else np.ones(len(here.row), np.bool_)
        for name, part in self.statements.items():
            if name not in without:
                mask &= part
        return mask

    def sources(self, *without: str) -> Mask:
        """The documents that all parts that concern documents let through, or all but some."""
        mask = np.ones(len(self.moment.arrays.documents.row), np.bool_)
        for name, part in self.documents.items():
            if name not in without:
                mask &= part
        return mask

    def has(self, name: str) -> bool:
        """Whether this part of the filter is given."""
        return name in self.documents or name in self.statements


class Sieve:
    """Answers filters from arrays and, where words are asked for, from the open record; for one thread.

    Parts are called as in `Filter`, but `since` and `until` together "dates", and the newest versions
    "versions".
    """

    def __init__(self, store: Base, moment: Moment) -> None:
        self._store = store
        self._moment = moment
        self._here = moment.arrays
        self._voices = Voices(store._connection)
        self.reviewed = self._decided()

    def sifted(self, filter: Filter) -> Sifted:
        """What each part of a filter lets through.

        Raises:
            UsageError: the filter means nothing.
            RecordError: the record cannot be read.
        """
        wanted = plan(filter, statements=True)
        self._store._flush()
        parts = Sifted(self._moment)
        self._of_documents(filter, parts)
        if filter.since is not None or filter.until is not None:
            low, high = np.searchsorted(self._here.row, (wanted.low, wanted.high + 1))
            parts.statements["dates"] = np.zeros(len(self._here.row), np.bool_)
            parts.statements["dates"][low:high] = True
        self._of_statements(filter, parts)
        return parts

    def rows(self, filter: Filter) -> Ints:
        """The rows of the statements that a filter lets through; raises as `sifted`."""
        found: Ints = self._here.row[self.sifted(filter).found()]
        return found

    def having(self, words: str) -> Mask:
        """The documents of which some passage has all words of a user's query."""
        return self._kept("passages", words, len(self._here.documents.row), lambda: self._passages(words))

    def attributed(self) -> Mask:
        """The statements with a speaker."""
        mask: Mask = (self._here.marks & SPEAKER) != 0
        for value in ("yes", "no"):
            decided = self._asked("SELECT statement AS n FROM reviewed WHERE attributed = ?", value)
            mask[self._here.places(decided)] = value == "yes"
        return mask

    def _decided(self) -> Codes:
        """Of each statement, the position in REVIEWED of what a person decided of it."""
        codes = np.zeros(len(self._here.row), np.uint8)
        for code, verdict in enumerate(REVIEWED):
            if code:
                found = self._asked("SELECT statement AS n FROM reviewed WHERE verdict = ?", verdict)
                codes[self._here.places(found)] = code
        return codes

    def _of_documents(self, filter: Filter, parts: Sifted) -> None:
        d = self._here.documents
        exact = False
        if filter.document is not None:
            condition, values = self._store._lister.named(filter.document)
            parts.documents["document"] = self._chosen(condition, values)
            exact = condition == "d.id = ?"
        if not (exact or filter.all_versions) and not d.newest.all():
            parts.documents["versions"] = d.newest
        for name, column, texts in (
            ("outlet", d.outlet, self._moment.outlets),
            ("language", d.language, self._moment.languages),
        ):
            words: str | None = getattr(filter, name)
            if words is not None:
                parts.documents[name] = column.among(texts.having(words))
        if filter.kind is not None:
            same = [place for place, value in enumerate(d.kind.values) if value == filter.kind]
            parts.documents["kind"] = d.kind.among(same)
        if filter.since is not None or filter.until is not None:
            parts.documents["dates"] = self._dated(filter)

    def _dated(self, filter: Filter) -> Mask:
        wanted = plan(Filter(since=filter.since, until=filter.until), statements=False)
        d = self._here.documents
        mask: Mask = d.first != b""
        for condition, value in zip(wanted.where, wanted.values, strict=True):
            if condition not in _DAYS:
                mask &= self._chosen(condition, [value])
            elif condition == _DAYS[0]:
                mask &= d.last <= value.encode()
            else:
                mask &= d.first >= value.encode()
        return mask

    def _chosen(self, condition: str, values: list[object]) -> Mask:
        """The documents for which a condition of SQL holds."""
        command = f"SELECT d.row AS n FROM document d WHERE {condition}"
        chosen: Mask = np.isin(self._here.documents.row, self._asked(command, *values))
        return chosen

    def _of_statements(self, filter: Filter, parts: Sifted) -> None:
        here, mine = self._here, parts.statements
        count = len(here.row)
        if filter.words is not None:
            match = plan(Filter(words=filter.words), statements=True).match
            mine["words"] = self._kept("words", filter.words, count, lambda: self._matching(match))
        family = self._voices.family(filter.entity) if filter.entity is not None else None
        if family is not None:
            mine["entity"] = self._voiced(family)
        if filter.speaker is not None:
            printed, named = self.printed(filter.speaker), self._voices.named(filter.speaker)
            if family is None:
                mine["speaker"] = printed | self._voiced(named)
            elif not set(family) <= set(named):
                mine["speaker"] = printed
        if filter.mode is not None:
            mine["mode"] = here.mode == _place(MODES, filter.mode)
        if filter.act is not None:
            mine["act"] = here.act == _place(ACTS, filter.act)
        if filter.has_speaker is not None:
            mine["has_speaker"] = self.attributed() == filter.has_speaker
        wanted = filter.reviewed
        if wanted is None and (self.reviewed == REJECTED).any():
            mine["reviewed"] = self.reviewed != REJECTED
        elif wanted == "any":
            mine["reviewed"] = self.reviewed != 0
        elif wanted is not None and wanted != "all":
            mine["reviewed"] = self.reviewed == _place(REVIEWED, wanted)

    def _kept(self, name: str, words: str, count: int, ask: Callable[[], Mask]) -> Mask:
        return self._moment.kept.get((name, words), count, ask)

    def _matching(self, match: str | None) -> Mask:
        command = "SELECT rowid AS n FROM statement_words WHERE statement_words MATCH ?"
        return self._mask(self._here.places(self._asked(command, match)))

    def printed(self, words: str) -> Mask:
        """The statements of which the speaker as printed has all words of a user's query."""
        match = plan(Filter(speaker=words), statements=True).match
        return self._kept("speaker", words, len(self._here.row), lambda: self._matching(match))

    def named(self, words: str) -> Mask:
        """Which of the entities that speak have a name with all words of a user's query."""
        chosen: Mask = np.isin(self._here.voices.rows, self._voices.named(words))
        return chosen

    def _voiced(self, family: list[int]) -> Mask:
        mask = np.zeros(len(self._here.row), np.bool_)
        for row in family:
            mask[self._here.voices.of(row)] = True
        return mask

    def passages(self, words: str) -> Ints:
        """The rows of the passages that have all words of a user's query, in order."""
        match = plan(Filter(words=words), statements=False).match
        return self._asked("SELECT rowid AS n FROM passage_words WHERE passage_words MATCH ?", match)

    def _passages(self, words: str) -> Mask:
        found = self.passages(words)
        first, count = self._here.documents.passages
        mask = np.zeros(len(first), np.bool_)
        mask[arrays.holders(first, count, found)[0]] = True
        return mask

    def _asked(self, command: str, *values: Any) -> Ints:
        def ask() -> Iterator[Ints]:
            yield arrays.numbers(self._store, command, *values)

        return next(self._store._guarded(ask()))

    def _mask(self, places: Ints) -> Mask:
        mask = np.zeros(len(self._here.row), np.bool_)
        mask[places] = True
        return mask


def _place(values: Sequence[str], value: str) -> int:
    return values.index(value)

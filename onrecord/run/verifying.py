"""A quotation is looked for by its rare words, then by all of them, and never costs more than is set here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from onrecord import trace
from onrecord.model import Document
from onrecord.record import About, Places, Record
from onrecord.run import verify_sentence as say
from onrecord.run.verified import Stand, Verified
from onrecord.run.verify_places import Judged, judged
from onrecord.run.verify_search import Found, Search
from onrecord.settings import Settings
from onrecord.trace import Given

__all__ = ["Stand", "Verified", "Verifier", "verify"]

FEW = 6  # words: fewer are looked for as a whole sentence or quotation only
COMMON = 100  # passages in which so few words stand: they are a common phrase then
BESIDE = 5  # places where nearly the words stand that are shown after those where they stand as given
JUDGED = 40  # documents whose statements are read; more are counted


def verify(record: str | Path, words: str, settings: Settings, limit: int = 20) -> Verified:
    """Where given words stand in a record, or nearly these.

    Args:
        record: the record's file.
        words: a quotation, with or without its marks; an ellipsis stands for what was left out.
        settings: none matters so far.
        limit: how many places are wanted.

    Raises:
        RecordError: the record cannot be opened.
    """
    with Record.open(record, readonly=True) as store:
        return Verifier(store).ask(words, limit)


class Verifier:
    """Answers many questions about one open record, and keeps the texts that it met in mind."""

    def __init__(self, store: Record) -> None:
        self._places = Places(store)

    def ask(self, words: str, limit: int = 20, without: Document | None = None) -> Verified:
        """Where given words stand, or nearly these.

        Args:
            words: a quotation, as for `verify`.
            limit: how many places are wanted; the earliest, the fullest and the nearest are among them.
            without: a document that does not count, nor any other of its source or with its text.

        Raises:
            RecordError: the record cannot be read.
        """
        asked = trace.given(words)
        if not asked.size:
            return _nothing(words, say.EMPTY)
        search = Search(self._places, asked, without)
        if asked.size < FEW:
            return self._short(asked, search, max(limit, 1), without)
        sure = search.by_keys()
        if not any(one.fit.between is not None for one in search.best()) and not sure:
            search.by_phrases()
        if not search.near():
            search.by_pairs()
        if search.near():
            search.elsewhere()
            return self._answer(asked, search.near(), max(limit, 1), without)
        hint = next((one for one in search.best() if one.hint), None)
        if hint is None:
            return _nothing(words, say.NOWHERE)
        place = judged(asked, self._places, hint)
        return _nothing(words, say.hinted(place), [place])

    def _short(self, asked: Given, search: Search, limit: int, without: Document | None) -> Verified:
        """Few words: only a whole sentence or quotation of them counts."""
        if search.by_phrases() >= COMMON:
            return _nothing(asked.text, say.COMMON)
        exact = [one for one in search.best() if one.fit.between is not None]
        every = [judged(asked, self._places, one) for one in exact[:JUDGED]]
        whole = [one.found for one in every if one.alone]
        if whole:
            return self._answer(asked, whole, limit, without)
        every.sort(key=lambda one: one.order)
        sentence = say.too_few(len(exact), next(iter(every), None))
        return _nothing(asked.text, sentence, every[:limit])

    # -- answering

    def _answer(self, asked: Given, found: list[Found], limit: int, without: Document | None) -> Verified:
        about = self._places.about(one.row for one in found)
        found = _newest(found, about)
        found.sort(key=lambda one: (one.fit.between != (), -one.fit.worth, about[one.row].last or "~"))
        best = [judged(asked, self._places, one) for one in found[:JUDGED]]
        rest = found[JUDGED:]
        exact = [one for one in best if one.exact]
        # Where something near was said earlier, it is shown too, after what stands there as given.
        others = [one for one in best if not one.exact and one.found.near]
        exact.sort(key=lambda one: one.order)
        others.sort(key=lambda one: (-one.found.fit.worth, one.order))
        good = exact or others
        if not good:
            return _nothing(asked.text, say.NOWHERE)
        shown = _shown(good, others if exact else [], limit)
        rows = {one.found.row for one in good}
        rows |= {one.row for one in rest if not exact or one.fit.between == ()}
        documents, reports = self._counted(good, rows, without)
        verified = Verified(
            words=asked.text,
            span=None,
            answer="as given" if exact else "nearly",
            sentence="",
            places=tuple(one.stand() for one in shown),
            earliest=shown.index(_earliest(good)),
            fullest=shown.index(_fullest(good)),
            nearest=0 if exact else shown.index(good[0]),
            documents=documents,
            reports=reports,
        )
        return replace(verified, sentence=say.answered(verified, asked, shown))

    def _counted(self, good: Sequence[Judged], rows: set[int], without: Document | None) -> tuple[int, int]:
        """How many documents hold the words; the same, copies of one whole document counted once."""
        wordings = {one.found.wording for one in good if one.found.wording is not None}
        more = self._places.about(set(self._places.holding(wordings)) - rows)
        rows = rows | {row for row, one in more.items() if one.newest and not _same(one, without)}
        if len(rows) == 1:
            return 1, 1
        report = self._places.reports(rows, {one.kin[0].row for one in good if one.kin})
        return len(rows), len({report.get(row, (0, row)) for row in rows})


def _newest(found: Sequence[Found], about: dict[int, About]) -> list[Found]:
    """Without older versions of documents of which a newer one has the words too."""
    held = {about[one.row].source for one in found if about[one.row].newest}
    return [one for one in found if about[one.row].newest or about[one.row].source not in held]


def _same(one: About, without: Document | None) -> bool:
    return without is not None and (one.digest == without.digest or one.source == without.source)


def _earliest(good: Sequence[Judged]) -> Judged:
    return min(good, key=lambda one: one.order)


def _fullest(good: Sequence[Judged]) -> Judged:
    return min(good, key=lambda one: (-one.length, one.order))


def _shown(good: list[Judged], others: list[Judged], limit: int) -> list[Judged]:
    """The places that are given: no more than `limit`, the earliest and the fullest always among them."""
    must = list(dict.fromkeys((good[0], _earliest(good), _fullest(good))))
    room = max(limit - len(must), 0)
    chosen = {id(one) for one in [*must, *[one for one in good if one not in must][:room]]}
    shown = [one for one in good if id(one) in chosen]
    return shown + others[: min(limit - len(shown), BESIDE)]


def _nothing(words: str, sentence: str, near: Sequence[Judged] = ()) -> Verified:
    """Not found; `near` is what may be meant."""
    places = tuple(one.stand() for one in near)
    return Verified(words, None, "not found", sentence, places, None, None, 0 if near else None, 0, 0)

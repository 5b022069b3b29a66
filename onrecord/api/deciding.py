"""What persons decide of statements and findings: all of what is asked for is written, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, cast

from onrecord import run
from onrecord.api import people
from onrecord.api.listing import Place, listed, reading
from onrecord.errors import OvertakenError, UsageError
from onrecord.model import Correction, Decided, Passage, Review, Span, Statement, StatementReview, Verdict
from onrecord.record import Event, Filter, Record, Told
from onrecord.settings import Settings

Judged = StatementReview | Review
Ids = str | Sequence[str]
Shown = Mapping[str, str | None]  # by id, the decision that somebody saw ("s12"), None where none was

_REF = re.compile(r"([sfp])([1-9][0-9]{0,17})", re.ASCII)


def accept(record: Place, ids: Ids, author: str, note: str = "", shown: Shown | None = None) -> list[Judged]:
    """Say that statements were made as they are shown, or that passages do not fit as findings say.

    What was corrected in a statement stays corrected; words and speaker then stay however it is read anew.

    Args:
        record: the record's file, or a record that is open for writing.
        ids: ids of statements and findings, or beginnings of ids that nothing else shares; one or several.
        author: who decides.
        note: what is to be remembered of it; what was noted before stays where nothing is given.
        shown: what the author saw decided, as `reference` gives it. Where something else holds by now,
            nothing is decided.

    Returns:
        The decisions that hold then, in the order of the ids.

    Raises:
        OvertakenError: somebody decided meanwhile.
        RecordError: the record cannot be opened or written.
        UsageError: an id means nothing, or the author is nobody. Nothing is decided then.
    """
    return _judged(record, ids, "accepted", (author, note), shown)


def reject(record: Place, ids: Ids, author: str, note: str = "", shown: Shown | None = None) -> list[Judged]:
    """Say that statements or findings are none; lists then leave them out. As `accept`."""
    return _judged(record, ids, "rejected", (author, note), shown)


def note(record: Place, ids: Ids, author: str, text: str, shown: Shown | None = None) -> list[Judged]:
    """Write something down about statements, which decides nothing, or about findings that are decided.

    As `accept`. A new note takes the place of the one before.

    Raises:
        UsageError: also where nothing is written, or of a finding nobody has decided.
    """
    if not text.strip():
        raise UsageError("nothing is noted", "note", "write something")
    return _judged(record, ids, "noted", (author, text), shown)


def correct(
    record: Place, id: str, change: Correction, author: str, note: str = "", shown: Shown | None = None
) -> StatementReview:
    """Say what a statement is instead of what is shown; what was corrected before stays, where it can.

    Args:
        record: as in `accept`.
        id: the statement's.
        change: what to show instead. A name without an entity means the one speaker of this name and kind,
            who is made if there is none.
        author, note, shown: as in `accept`.

    Raises:
        OvertakenError: somebody decided meanwhile.
        RecordError: the record cannot be opened or written.
        UsageError: the id or the entity means nothing; a span is not in the document, empty, nothing but
            white space, or not after the one before; several speakers have the name; or nothing is changed.
    """
    called = None
    if change.entity is None and change.name is not None:
        words = " ".join(change.name.split())
        if not any(map(str.isalnum, words)):
            raise UsageError(f"{change.name!r} is no name", "name", "give one with a letter")
        called = run.called(words, change.kind)
    with _writing(record) as store, store.whole():
        kind, whole = _which(store, id)
        if kind != "statement":
            raise UsageError("a finding cannot be corrected", id, "accept it or reject it")
        _unchanged(store, [(kind, whole)], shown)
        store.decide([whole], "corrected", author, note, change, called)
        return cast(StatementReview, store.holding(whole))


def unreview(record: Place, refs: Ids, settings: Settings | None = None) -> None:
    """Undo decisions, of all kinds; what stood before each holds again.

    Args:
        record: as in `accept`.
        refs: their signs and numbers, as `reference` and `Event.ref` give them: "s12", "f3", "p5". Several
            are undone latest first.
        settings: by default `Settings.load()`; only decisions about speakers need it.

    Raises:
        RecordError: the record cannot be opened or written.
        UsageError: there is no such decision, it was undone, or a later one holds. Then none is undone, apart
            from those about speakers, which are undone after the others, one by one.
    """
    asked = sorted({_parted(ref) for ref in ([refs] if isinstance(refs, str) else refs)}, reverse=True)
    ours = [(sign, number) for sign, number in asked if sign != "p"]
    if ours:
        with _writing(record) as store, store.whole():
            store.withdraw(*(number for sign, number in ours if sign == "s"))
            for sign, number in ours:
                if sign == "f":
                    store.withdraw_review(number)
    for sign, number in asked:
        if sign == "p":
            people.undo(_path(record), number, settings)


def reference(review: Judged) -> str:
    """The sign and number of a decision, by which it is undone: "s12" of a statement, "f3" of a finding."""
    return f"{'s' if isinstance(review, StatementReview) else 'f'}{review.number}"


def statement_reviews(record: Place, id: str) -> list[StatementReview]:
    """All decisions of the statement of this id, the latest first; those that were undone too.

    Raises:
        RecordError: the record cannot be opened.
    """
    with reading(record) as store:
        return store.statement_reviews(id)


def history(
    record: Place,
    limit: int | None = None,
    offset: int = 0,
    of: str | None = None,
    author: str | None = None,
    kind: str | None = None,
) -> Iterator[Event]:
    """Every decision of a person, the latest first: of statements, of findings, and of who is who.

    Args:
        record: the record's file, or an open record.
        limit, offset: how many, after how many.
        of: only about the statement, finding, entity or document of this id.
        author: only by this person.
        kind: only of this kind: "statement", "finding" or "speaker".

    Raises:
        RecordError: the record cannot be opened.
        UsageError: there is no such kind.
    """
    return listed(record, lambda store: store.events(of, author, kind, limit, offset))


class Corrected(NamedTuple):
    """A statement that somebody accepted, corrected or rejected, with what is around it.

    Attributes:
        told: the statement as it is shown.
        found: as it was found.
        review: the decision that holds.
        span: the part of the document's text in which it stands: whole passages.
        others: what else was found in that part, and nobody decided, in order.
    """

    told: Told
    found: Statement
    review: StatementReview
    span: Span
    others: tuple[Statement, ...]


def corrections(record: Place, filter: Filter | None = None) -> Iterator[Corrected]:
    """The statements of a record that somebody accepted, corrected or rejected, for readers to learn from.

    Args:
        record: the record's file, or an open record.
        filter: by default everything; its `reviewed` does not count.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """
    wanted = replace(filter or Filter(), reviewed="any")
    return listed(record, lambda store: _corrections(store, wanted))


def _corrections(store: Record, wanted: Filter) -> Iterator[Corrected]:
    for _, group in groupby(store.told(wanted), key=lambda told: told.document.id):
        decided = [told for told in group if told.review and told.review.verdict != "noted"]
        if not decided:
            continue
        document = decided[0].document
        everything = store.told(Filter(document=document.id, all_versions=True, reviewed="all"))
        around = [(told.found or told.statement, told.review) for told in everything]
        passages = store.passages(document.id)
        for told in decided:
            assert told.review is not None
            found = told.found or told.statement
            part = _around(passages, found, told.statement)
            others = tuple(
                one
                for one, review in around
                if (review is None or review.verdict == "noted")
                and all(part.start <= span.start and span.end <= part.end for span in _spans(one))
            )
            yield Corrected(told, found, told.review, part, others)


def _around(passages: Sequence[Passage], *statements: Statement) -> Span:
    """The passages that words, cue and speaker of statements stand in, and all between."""
    inside = [span for statement in statements for span in _spans(statement)]
    first, last = min(span.start for span in inside), max(span.end for span in inside)
    met = [one.span for one in passages if one.span.start < last and first < one.span.end]
    return Span(min([first, *(s.start for s in met)]), max([last, *(s.end for s in met)]))


def _spans(statement: Statement) -> list[Span]:
    """Where the words, the cue and the speaker of a statement stand."""
    found = [*statement.content, *((statement.cue,) if statement.cue else ())]
    return [*found, *((statement.speaker.span,) if statement.speaker else ())]


def _judged(
    record: Place, ids: Ids, verdict: Decided, said: tuple[str, str], shown: Shown | None
) -> list[Judged]:
    author, note = said
    with _writing(record) as store, store.whole():
        asked = [_which(store, id) for id in ([ids] if isinstance(ids, str) else ids)]
        asked = list(dict.fromkeys(asked))
        _unchanged(store, asked, shown)
        store.decide([id for kind, id in asked if kind == "statement"], verdict, author, note)
        for kind, id in asked:
            if kind == "finding":
                store.review(id, _of_finding(store, id, verdict), note, author)
        return [cast(Judged, _holding(store, *one)) for one in asked]


def _of_finding(store: Record, id: str, verdict: Decided) -> Verdict:
    if verdict != "noted":
        return cast(Verdict, verdict)
    held = store.review_of(id)
    if held is None:
        raise UsageError("nobody has decided of this finding", id, "accept or reject it, with the note")
    return held.verdict


def _which(store: Record, id: str) -> tuple[str, str]:
    """Whether an id is a statement's or a finding's, and the whole id."""
    id = id.strip()
    if store.is_statement(id):
        return "statement", id
    if store.is_finding(id):
        return "finding", id
    found = store.find(id) if id else []
    some = [("statement", one) for one in found if store.is_statement(one)]
    some += [("finding", one) for one in found if store.is_finding(one)]
    if len(some) == 1:
        return some[0]
    if some:
        names = ", ".join(one for _, one in some[:3])
        what = f"{len(some)} or more ids begin so ({names}, ...)"
        raise UsageError(what, id, "give more of its digits")
    remedy = "take one from the lists that `statements` and `findings` print"
    raise UsageError("there is no statement or finding of this id", id or "an empty id", remedy)


def _holding(store: Record, kind: str, id: str) -> Judged | None:
    return store.holding(id) if kind == "statement" else store.review_of(id)


def _unchanged(store: Record, asked: Sequence[tuple[str, str]], shown: Shown | None) -> None:
    """Raise OvertakenError where something holds that the author did not see."""
    for kind, id in asked:
        if shown is None or id not in shown:
            continue
        held = _holding(store, kind, id)
        if (reference(held) if held else None) != shown[id]:
            what = "the last decision was undone meanwhile"
            if held:
                what = f"{held.author} decided meanwhile ({held.verdict}, {held.made})"
            raise OvertakenError(what, id, "look at it again")


def _parted(ref: str) -> tuple[str, int]:
    found = _REF.fullmatch(ref.strip().lower())
    if not found:
        remedy = "give its letter and number as the history shows them, for example s12"
        raise UsageError("this is no decision", ref or "nothing", remedy)
    return found[1], int(found[2])


def _path(record: Place) -> str:
    return str(record.path if isinstance(record, Record) else record)


@contextmanager
def _writing(record: Place) -> Iterator[Record]:
    if isinstance(record, Record):
        yield record
        return
    with Record.open(record) as store:
        yield store

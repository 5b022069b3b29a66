"""How words travel: families and hops as they are asked for, and where given words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from onrecord import run
from onrecord.api.listing import Place, listed, reading
from onrecord.errors import UsageError
from onrecord.model import Document, Failure, Hop, Member, Said, Span
from onrecord.record import FamilyFilter, FamilyRow, Record, Told
from onrecord.run import Traced, Verified
from onrecord.settings import Settings


class FamilyHop(NamedTuple):
    """A hop in a list.

    Attributes:
        family: the id of the family to which it belongs.
        hop: the hop.
        earlier, later: the documents on both sides, with their texts.
    """

    family: str
    hop: Hop
    earlier: Document
    later: Document


class ShownHop(NamedTuple):
    """How a place of a family repeats an earlier one.

    Attributes:
        hop: what was changed on the way.
        source: the position in `Family.members` of the earlier member, or of what stands for it when folded.
        earlier: the earlier document, with its text.
        span: the words of the earlier member itself, of which the hop may have a part only.
    """

    hop: Hop
    source: int
    earlier: Document
    span: Span


@dataclass(frozen=True, slots=True)
class ShownMember:
    """A place of a family, with what is needed to read it.

    Attributes:
        number: its position in `Family.members`.
        member: the place.
        document: the document, with its text.
        told: the statement that it is or stands in, with who speaks; None where nobody is shown.
        inferred: when the document must have been published, where it prints no date.
        hops: how it repeats earlier members, the longest stretch first; none for the first of its line.
        copies: how many other documents of the same report, folded away here, have the same words.
    """

    number: int
    member: Member
    document: Document
    told: Told | None
    inferred: Said | None
    hops: tuple[ShownHop, ...]
    copies: int


@dataclass(frozen=True, slots=True)
class ShownFamily:
    """A family in its lineage.

    Attributes:
        row: the family, with all its members and the kinds of those of its hops that are shown.
        members: those that are shown, earliest first.
        more: how many are left out at the end, because no more were asked for.
    """

    row: FamilyRow
    members: tuple[ShownMember, ...]
    more: int


def families(record: Place, filter: FamilyFilter | None = None, looked_at: int = 0) -> Iterator[FamilyRow]:
    """The families of a record that pass the filter.

    Args:
        record: the record's file.
        filter: by default all but formulas.
        looked_at: how many hops of each family to look at, to count their kinds; it costs about a
            millisecond each.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """

    def ask(store: Record) -> Iterator[FamilyRow]:
        found = store.families(filter or FamilyFilter())
        if not looked_at:
            return found
        comparing = run.Comparing(store)
        return (comparing.kinds(row, looked_at) for row in found)

    return listed(record, ask)


def hops(record: Place, filter: FamilyFilter | None = None) -> Iterator[FamilyHop]:
    """The hops of the families that pass the filter, each with what was changed on the way.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter means nothing.
    """

    def ask(store: Record) -> Iterator[FamilyHop]:
        comparing = run.Comparing(store)
        return (
            FamilyHop(row.family.id, hop, comparing.document(hop.earlier), comparing.document(hop.later))
            for row in store.families(filter or FamilyFilter())
            for _, hop in comparing.hops(row)
        )

    return listed(record, ask)


def family(record: Place, id: str, unfold: bool = False, limit: int | None = None) -> ShownFamily:
    """One family with its lineage.

    Args:
        record: the record's file.
        id: the family's id, or the beginning of one that no other family shares.
        unfold: show copies of whole documents each by itself.
        limit: how many members to show at most.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: no family, or more than one, has an id that begins so.
    """
    with reading(record) as store:
        found = list(store.families(FamilyFilter(id=id, limit=2))) if id.strip() else []
        row = store.family(id) or (found[0] if len(found) == 1 else None)
        if row is None:
            what = "more than one family's id begins so" if found else "there is no family of this id"
            raise UsageError(what, id or "an empty id", "take one from the list that `traces` prints")
        return shown_family(store, row, unfold, limit)


def shown_family(store: Record, row: FamilyRow, unfold: bool, limit: int | None) -> ShownFamily:
    """A family of an open record with its lineage."""
    comparing = run.Comparing(store)
    folded = comparing.folded(row)
    copies = dict.fromkeys(range(len(row.family.members)), 0) if unfold else folded.copies
    chosen = sorted(copies)[:limit]
    hops: dict[int, list[ShownHop]] = {}
    for raw, hop in comparing.hops(row, set(chosen)):
        source = raw.earlier if unfold else folded.stands[raw.earlier]
        earlier = comparing.document(hop.earlier), row.family.members[raw.earlier].span
        hops.setdefault(raw.later, []).append(ShownHop(hop, source, *earlier))
    members = []
    for number in chosen:
        member = row.family.members[number]
        here = sorted(hops.get(number, ()), key=lambda one: _length(one.hop), reverse=True)
        members.append(
            ShownMember(
                number,
                member,
                comparing.document(member.document),
                comparing.told(member),
                row.inferred.get(member.document),
                tuple(here),
                copies[number],
            )
        )
    shown = [one.hop for here in hops.values() for one in here]
    row = row._replace(kinds=run.counted(shown), hops=len(shown))
    return ShownFamily(row, tuple(members), len(copies) - len(members))


def _length(hop: Hop) -> int:
    return hop.later_span.end - hop.later_span.start


def trace(
    record: str | Path,
    settings: Settings | None = None,
    every: bool = False,
    watch: Callable[[Traced], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Traced:
    """Follow the words of what a record holds: of what is new, or of everything again.

    Args:
        record: the record's file.
        settings: by default `Settings.load()`.
        every: everything again.
        watch: told of what is done so far.
        stop: asked again and again; True ends the run in order, and tracing again goes on from there.

    Raises:
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    return run.retrace(record, settings or Settings.load(), every, watch, stop)


def verify(record: Place, words: str, settings: Settings | None = None, limit: int = 20) -> Verified:
    """Where these words stand in a record, or nearly these.

    Args:
        record: the record's file.
        words: a quotation, or any words; an ellipsis stands for what was left out.
        settings: by default `Settings.load()`.
        limit: how many places at most.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: there are too few words to look for.
    """
    with reading(record) as store:
        return run.Verifier(store).ask(words, limit)


def verify_file(
    record: str | Path, path: str, settings: Settings | None = None
) -> Iterator[Verified | Failure]:
    """Every quotation of a file, with where it stands in a record, in the order of the text.

    Args:
        record: the record's file.
        path: the file, of any format that is read.
        settings: by default `Settings.load()`.

    Raises:
        RecordError: the record cannot be opened.
        ModelError: `settings.reader` names a model that cannot be loaded.
    """
    return run.verify_file(record, path, settings or Settings.load())

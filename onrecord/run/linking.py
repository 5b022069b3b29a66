"""Figures are joined to entities document by document, so that a run stopped anywhere goes on there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from onrecord import find, link
from onrecord.link import Decision, Known
from onrecord.model import Figure, Reading, digest
from onrecord.record import Guess, Name, Record, Waiting
from onrecord.run.results import Joined
from onrecord.run.steps import known_facts
from onrecord.settings import Settings

T = TypeVar("T")

TOGETHER = 200  # documents whose names are all taken in before a family name alone is looked up
REMEMBERED = 100_000  # entities and names kept in mind, so that memory stays flat
LONGEST_ROLE = 80  # code points; what is longer describes rather than names an office


Watch = Callable[[Joined], None]


class Joiner:
    """Joins figures to the entities of a record that is open for writing."""

    def __init__(self, store: Record, key: str) -> None:
        self._store = store
        self._key = key
        self._known: dict[int, Known] = {}
        self._same: dict[tuple[str, str], list[int]] = {}
        self._near: dict[tuple[str, str], list[int]] = {}

    def waiting(self, stop: Callable[[], bool] | None = None) -> Iterator[int]:
        """Join all that waits; gives the number of new links of each document."""
        for group in _grouped(self._store.unlinked_documents(), TOGETHER):
            if stop and stop():
                return
            with self._store.whole():
                if self._store.written_elsewhere():
                    self._forget_all()
                taken = []
                for document in group:
                    figures = self._store.figures(document.row)
                    taken.append((document, figures, self._whole(document, figures)))
                links = [self._document(*one) for one in taken]
            yield from links

    # -- what the resolver asks

    def same(self, normal: str, kind: str) -> Sequence[Known]:
        """The entities that have a name of this spelling."""
        found = self._same.get((normal, kind))
        if found is None:
            found = self._same[normal, kind] = self._store.entities_by_normal(normal, kind)
        return [self._entity(row, kind) for row in found]

    def near(self, key: str, kind: str) -> Sequence[Known]:
        """The entities that have a name with this key."""
        found = self._near.get((key, kind))
        if found is None:
            found = self._near[key, kind] = self._store.entities_by_key(key, kind)
        return [self._entity(row, kind) for row in found]

    def _entity(self, row: int, kind: str) -> Known:
        known = self._known.get(row)
        if known is None:
            forms = self._store.forms(row)
            full = tuple(name for name in forms.aliases if link.full(name, kind))
            shown: dict[str, int] = {}
            for role in forms.roles:
                shown[role.text] = shown.get(role.text, 0) + role.documents
            known = Known(row, full or forms.aliases[:1], tuple(shown), tuple(shown.values()))
            self._known[row] = known
        return known

    # -- one document

    def _whole(self, document: Waiting, figures: Sequence[Figure]) -> dict[int, Decision]:
        """Join the figures whose names are enough by themselves; their names and offices are taken in."""
        if len(self._known) + len(self._same) + len(self._near) > REMEMBERED:
            self._forget_all()
        fixed = self._store.decided(document.row)
        denied = self._store.denied(document.row)
        before = self._store.guessed(document.row)
        found: dict[int, Decision] = {}
        for figure in figures:
            spans = {mention.span for mention in figure.mentions}
            by_hand = {entity for span, entity in fixed.items() if span in spans}
            if len(by_hand) == 1:
                found[figure.number] = Decision(
                    by_hand.pop(), False, 1.0, "as a person decided elsewhere in the text"
                )
            elif link.whole(figure):
                without = frozenset(entity for span, entity in denied if span in spans)
                was = {before[span] for span in spans if span in before}
                lookup = _Lookup(self, without, was.pop() if len(was) == 1 else None)
                found[figure.number] = self._taken_in(document, figure, lookup)
        return found

    def _taken_in(self, document: Waiting, figure: Figure, lookup: _Lookup) -> Decision:
        decision = link.resolved(figure, lookup, lookup.before)
        entity = decision.entity
        if decision.new:
            entity = self._store.new_entity(figure.kind, called(figure.name or "", figure.kind))
            self._forget(entity, figure.kind, figure.name or "")
        if entity is not None:
            self._learn(entity, document, figure)
        for doubt in decision.doubts:
            why = doubt.score, doubt.reason
            self._store.add_doubt(entity, figure.name or "", doubt.entity, why, document.row)
        return replace(decision, entity=entity)

    def _learn(self, entity: int, document: Waiting, figure: Figure) -> None:
        """Names and offices that the document shows of an entity."""
        known = self._entity(entity, figure.kind)
        for form in figure.names:
            fresh = form not in known.names and link.full(form, figure.kind)
            if fresh and self._store.add_alias(entity, called(form, figure.kind)):
                self._forget(entity, figure.kind, form)
        known = self._entity(entity, figure.kind)
        shown = dict(zip(known.roles, known.shown, strict=True))
        spelt = {role.casefold(): role for role in shown}
        for printed in figure.roles:
            if len(printed) <= LONGEST_ROLE and link.office(printed):
                plain = (
                    printed.lower() if printed.isupper() and " " in printed else printed
                )  # a label's capitals
                role = spelt.setdefault(printed.casefold(), plain)
                self._store.add_role(entity, role, document)
                shown[role] = shown.get(role, 0) + 1
        self._known[entity] = replace(known, roles=tuple(shown), shown=tuple(shown.values()))

    def _forget_all(self) -> None:
        """Nothing is kept in mind: too much was, or another process may have made it untrue."""
        for kept in (self._known, self._same, self._near):
            kept.clear()

    def _forget(self, entity: int, kind: str, form: str) -> None:
        """What is kept in mind of an entity, and of a name, is out of date."""
        self._known.pop(entity, None)
        self._same.pop((link.normal(form, kind), kind), None)
        for key in link.keys(form, kind):
            self._near.pop((key, kind), None)

    def _document(self, document: Waiting, figures: Sequence[Figure], decided: dict[int, Decision]) -> int:
        for figure in figures:
            if figure.number not in decided and figure.name and figure.kind != "group":
                short = decided[figure.number] = link.resolved(figure, self)
                for doubt in short.doubts:
                    why = doubt.score, doubt.reason
                    self._store.add_doubt(None, figure.name, doubt.entity, why, document.row)
        guesses = [
            Guess(mention.span, decision.entity, decision.score, f"{mention.evidence}; {decision.evidence}")
            for figure in figures
            if (decision := decided.get(figure.number)) and decision.entity is not None
            for mention in figure.mentions
        ]
        return self._store.add_links(document.row, list({g.span: g for g in guesses}.values()), self._key)


class _Lookup:
    """A lookup that leaves out the entities that a person said a figure is not."""

    def __init__(self, joiner: Joiner, without: frozenset[int], before: int | None) -> None:
        self._joiner = joiner
        self._without = without
        self.before = before

    def same(self, normal: str, kind: str) -> Sequence[Known]:
        return [k for k in self._joiner.same(normal, kind) if k.entity not in self._without]

    def near(self, key: str, kind: str) -> Sequence[Known]:
        return [k for k in self._joiner.near(key, kind) if k.entity not in self._without]


def relink(
    record: str | Path,
    settings: Settings,
    every: bool = False,
    watch: Watch | None = None,
    stop: Callable[[], bool] | None = None,
) -> Joined:
    """Link again what was linked by another version or with other facts, then join all that waits.

    Args:
        record: the record's file.
        settings: `facts` names files of dated facts.
        every: link all documents again and forget every guess about names. Decisions stay.
        watch: told of what is done so far, after each document that was looked at.
        stop: asked again and again; True ends the run in order, and linking again goes on from there.

    Raises:
        RecordError: the record cannot be opened or written. What it held is not lost.
        OnrecordError: a file of facts cannot be read.
    """
    known, key = known_facts(settings), link_key(settings)
    done = Joined()
    with Record.open(record) as store:
        if every:
            store.forget_guesses()
        for id, joined in store.linked_otherwise(key):
            if stop and stop():
                return replace(done, stopped=True)
            changed, people = _read_again(store, id, known, key)
            # Who is who was decided with what was known then; only what now reads otherwise is decided anew.
            if not people or (joined and not changed):
                store.joined(id, key)
            done = replace(done, read=done.read + changed)
            if watch:
                watch(done)
        for links in Joiner(store, key).waiting(stop):
            done = replace(done, documents=done.documents + 1, links=done.links + links)
            if watch:
                watch(done)
    return replace(done, stopped=bool(stop and stop()))


def _read_again(store: Record, id: str, known: Sequence[link.Fact], key: str) -> tuple[bool, bool]:
    """Link the stored reading of a document by itself: whether that gives something new, and any figures."""
    document = store.document(id)
    assert document is not None
    passages = store.passages(id)
    statements = find.unlinked(document, store.found(id))
    linked = link.within(document, passages, statements, known)
    step = digest(f"{key}\0{id}".encode("utf-8", "surrogatepass"))
    added = store.add(step, [(Reading(document, passages), linked)], document.source)
    return added.statements > 0, bool(linked.figures)


def link_key(settings: Settings) -> str:
    """The step that links: its version, and the facts that it may count from."""
    return digest(repr((link.VERSION, known_facts(settings))).encode("utf-8", "surrogatepass"))


def called(form: str, kind: str) -> Name:
    """A form of a name with what linking compares: its one spelling and the keys of near names."""
    return Name(form, link.normal(form, kind), link.keys(form, kind))


def _grouped(found: Iterable[T], size: int) -> Iterator[list[T]]:
    group: list[T] = []
    for one in found:
        group.append(one)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group

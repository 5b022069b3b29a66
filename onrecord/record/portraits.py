"""A portrait is drawn of what is listed: of the newest versions, without what was rejected, as corrected."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from onrecord.model import MODES
from onrecord.record import rows, telling
from onrecord.record.arrays import ADDRESSEE, LOOSE, RELAY, UNDATED, Ints, Mask, Small
from onrecord.record.faces import Contact, Printed, ShownSpeaker, Spelling
from onrecord.record.linking import GUESS
from onrecord.record.people import Heard
from onrecord.record.search import folded
from onrecord.record.sifting import REJECTED, Moment, Sieve
from onrecord.record.speaking import Told
from onrecord.record.store import Record

CONTACTS = 20
FORMS = 40
WORDS = 30
_READ = 200  # statements whose relays or addressees are read
_TURN = MODES.index("turn")


def portrait(store: Record, moment: Moment, id: str) -> ShownSpeaker:
    """What an open record shows of the entity of this id, or of the one id that begins so.

    Raises:
        UsageError: no entity, or more than one, has such an id.
        RecordError: the record cannot be read.
    """
    return _Painter(store, moment, store.one_entity(id)).portrait()


Mentions = Counter[tuple[str, str]]  # of printed forms, each with who said that it is the entity


class _Painter:
    def __init__(self, store: Record, moment: Moment, root: int) -> None:
        self._store = store
        self._here = here = moment.arrays
        self._moment = moment
        self._root = root
        self._place = int(np.searchsorted(here.voices.rows, root))  # of the entity among those that speak
        self._reader = telling.Reader(store, moment)
        kept: Mask = Sieve(store, moment).reviewed != REJECTED
        self._live = kept & here.documents.newest[here.document]
        pairs = here.voices.pairs(root)
        live = self._live[here.voices.statement[pairs]]
        self._own = here.voices.statement[pairs][live].astype(np.int64)
        self._member = here.voices.member[pairs][live]
        every = here.voices.statement[pairs]
        self._every = every[kept[every]].astype(np.int64)  # old versions too

    def portrait(self) -> ShownSpeaker:
        here = self._here
        [row] = self._store.speakers_at([(self._root, self._heard())])
        looked = telling.chosen(self._moment, self._own)
        names = (row.entity.name, *row.entity.aliases)
        mentions = self._mentions(np.unique(here.documents.row[here.document[looked]]))
        months, loose, undated = self._months()
        before, after = self._turns()
        own = self._reader.said(looked)
        others = self._reader.others(self._root, looked)
        words = telling.telling(own, others, telling.named(names), WORDS)
        dated = self._dated(self._own)
        ends = [here.row[dated[at]].item() for at in (-1, 0)] if len(dated) else []
        told: list[Told | None] = [*self._store.told_at(ends)] or [None, None]
        return ShownSpeaker(
            row=row,
            spellings=self._spellings(names, mentions),
            printed=_printed(names, mentions),
            looked_at=len(own),
            months=months,
            loose=loose,
            undated=undated,
            outlets=self._outlets(),
            relays=self._denoted(RELAY, _RELAY),
            addressed=self._denoted(ADDRESSEE, _ADDRESSEE),
            answered=before,
            answered_by=after,
            groups=self._groups(),
            members=self._beside(self._own[~self._member], members=True),
            fellows=self._beside(self._own[self._member], members=True),
            words=words,
            first=told[0],
            last=told[1],
        )

    def _dated(self, positions: Ints) -> Ints:
        dated: Ints = positions[self._here.row[positions] < rows.UNKNOWN << rows.ROOM]
        return dated

    def _heard(self) -> Heard:
        if not len(self._own):
            return Heard(0, 0, None, None)
        d, document = self._here.documents, self._here.document
        dated = document[self._dated(self._every)]
        first, last = (d.first[dated[-1]], d.last[dated[0]]) if len(dated) else (b"", b"")
        documents = len(np.unique(document[self._own]))
        return Heard(len(self._own), documents, first.decode() or None, last.decode() or None)

    def _mentions(self, documents: Ints) -> Mentions:
        """How often each form denotes the entity in these documents, with who said so."""
        found = self._store._all(_MENTIONS, json.dumps(documents.tolist()), self._root)
        counts = Counter((self._reader.text(row)[start:end], by) for row, start, end, by in found)
        mentions: Mentions = Counter()
        for (form, by), count in counts.items():
            mentions[" ".join(form.split()), rows.string(by)] += count
        return mentions

    def _spellings(self, names: Sequence[str], mentions: Mentions) -> tuple[Spelling, ...]:
        counts: Counter[tuple[str, ...]] = Counter()
        for (form, _), count in mentions.items():
            counts[tuple(folded(form))] += count
        by: dict[str, str] = {}
        for form, who in self._store._all(_FORMS, self._root):
            form, who = rows.string(form), rows.string(who)
            by[form] = who if by.get(form, GUESS) == GUESS else by[form]
        found = [Spelling(form, by.get(form, GUESS), counts[tuple(folded(form))]) for form in names]
        return tuple(sorted(found, key=lambda one: -one.mentions))

    def _months(self) -> tuple[tuple[tuple[str, int], ...], int, int]:
        d = self._here.documents
        counts = np.bincount(d.month[self._here.document[self._own]] - LOOSE, minlength=len(d.months) - LOOSE)
        each = counts.tolist()
        months = tuple((month, n) for month, n in zip(d.months, each[-LOOSE:], strict=True) if n)
        return months, each[0], each[UNDATED - LOOSE]

    def _outlets(self) -> tuple[Contact, ...]:
        outlet = self._here.documents.outlet
        counts = np.bincount(outlet.codes[self._here.document[self._own]], minlength=len(outlet.values))
        return _ranked(
            Contact(None, name or "", n) for name, n in zip(outlet.values, counts.tolist(), strict=True) if n
        )

    def _denoted(self, mark: int, command: str) -> tuple[Contact, ...]:
        """Whom the spans denote that a command gives of the newest statements with a mark."""
        positions = self._own[(self._here.marks[self._own] & mark) != 0][:_READ]
        counts: Counter[tuple[str | None, str]] = Counter()
        called: dict[tuple[str | None, str], str] = {}
        found = self._store._all(command, json.dumps(self._here.row[positions].tolist()))
        for row, start, end, id, name in found:
            printed = "" if id else " ".join(self._reader.text(row)[start:end].split())
            key = id, printed.casefold()
            counts[key] += 1
            called.setdefault(key, rows.string(name) if id else printed)
        return _ranked(Contact(key[0], called[key], n) for key, n in counts.items())

    def _turns(self) -> tuple[tuple[Contact, ...], tuple[Contact, ...]]:
        """Whose turns come before and after those of the entity."""
        here = self._here
        if not (here.mode[self._own] == _TURN).any():
            return (), ()
        speaker = here.voices.first(len(here.row))
        turns = np.flatnonzero((here.mode == _TURN) & self._live & (speaker >= 0))
        who, where = speaker[turns], here.document[turns]
        begins = np.ones(len(turns), np.bool_)  # several statements of one speaker in a row are one turn
        begins[1:] = (who[1:] != who[:-1]) | (where[1:] != where[:-1])
        who, where = who[begins], where[begins]
        together = where[1:] == where[:-1]
        before = who[:-1][together & (who[1:] == self._place)]
        after = who[1:][together & (who[:-1] == self._place)]
        return self._contacts(before), self._contacts(after)

    def _beside(self, statements: Ints, members: bool) -> tuple[Contact, ...]:
        """Who else speaks in these statements: as members, or as those whom the members belong to."""
        return self._contacts(self._here.voices.entity[self._others(statements, members)])

    def _others(self, statements: Ints, members: bool) -> Mask:
        voices = self._here.voices
        here = np.zeros(len(self._here.row), np.bool_)
        here[statements] = True
        mask: Mask = here[voices.statement] & (voices.member == members) & (voices.entity != self._place)
        return mask

    def _groups(self) -> tuple[Contact, ...]:
        statements = self._own[self._member]
        others = self._others(statements, members=False)
        linked = np.isin(statements, self._here.voices.statement[others])
        found = list(self._contacts(self._here.voices.entity[others]))
        unlinked = self._here.row[statements[~linked][:_READ]]
        printed = Counter(
            " ".join(self._reader.text(row)[start:end].split())
            for row, start, end in self._store._all(_SPEAKERS, json.dumps(unlinked.tolist()))
        )
        return _ranked([*found, *(Contact(None, name, n) for name, n in printed.items())])

    def _contacts(self, entities: Small) -> tuple[Contact, ...]:
        """Entities, given by their positions among those that speak, once for each statement."""
        counts = np.bincount(entities, minlength=1)
        chosen = np.argsort(-counts, kind="stable")[:CONTACTS]
        chosen = chosen[counts[chosen] > 0]
        names = named(self._store, self._here.voices.rows[chosen])
        return _ranked(
            Contact(*names[row], count)
            for row, count in zip(
                self._here.voices.rows[chosen].tolist(), counts[chosen].tolist(), strict=True
            )
        )


def named(store: Record, entities: Ints) -> Mapping[int, tuple[str, str]]:
    """The id and the name of the entities of these rows."""
    found = store._all(_NAMES, json.dumps(entities.tolist()))
    return {row: (id, rows.string(name)) for row, id, name in found}


def _printed(names: Sequence[str], mentions: Mentions) -> tuple[Printed, ...]:
    known = {word for name in names for word in folded(name)}
    forms: dict[str, Counter[str]] = {}
    by: dict[str, str] = {}
    for (form, who), count in mentions.items():
        key = form.casefold()
        forms.setdefault(key, Counter())[form] += count
        if who != GUESS or key not in by:
            by[key] = who
    found = [
        Printed(counts.most_common(1)[0][0], counts.total(), not known.isdisjoint(folded(key)), by[key])
        for key, counts in forms.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.mentions, one.form))[:FORMS])


def _ranked(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=lambda one: (-one.statements, one.name))[:CONTACTS])


_FAMILY = "(SELECT row FROM entity WHERE row = {0} OR merged = {0})"
_STANDS = "l.withdrawn IS NULL AND l.judgement = 'same'"
_MENTIONS = (
    "SELECT l.document, l.span_start, l.span_end, l.by FROM json_each(?) n "
    f"CROSS JOIN link l ON l.document = n.value AND {_STANDS} "
    f"WHERE l.entity IN {_FAMILY.format('?2')} ORDER BY l.document, l.span_start"
)
_FORMS = (
    f"SELECT form, by FROM alias WHERE judgement = 'same' AND entity IN {_FAMILY.format('?1')} ORDER BY row"
)
_DENOTED = (
    "SELECT s.document, {0}, {1}, o.id, o.name FROM json_each(?) n CROSS JOIN statement s ON s.row = n.value "
    "LEFT JOIN link l ON l.document = s.document AND l.span_start = {0} AND l.span_end = {1} "
    f"AND {_STANDS} "
    "LEFT JOIN entity e ON e.row = l.entity LEFT JOIN entity o ON o.row = coalesce(e.merged, e.row)"
)
_RELAY = _DENOTED.format("json_extract(s.via, '$[0][0]')", "json_extract(s.via, '$[0][1]')")
_ADDRESSEE = _DENOTED.format("s.addressee_start", "s.addressee_end")
_SPEAKERS = (
    "SELECT s.document, s.speaker_start, s.speaker_end FROM json_each(?) n "
    "CROSS JOIN statement s ON s.row = n.value WHERE s.speaker_start IS NOT NULL"
)
_NAMES = "SELECT e.row, e.id, e.name FROM json_each(?) n CROSS JOIN entity e ON e.row = n.value"

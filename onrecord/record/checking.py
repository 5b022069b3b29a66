"""What checking found is of the listed readings alone; what a person decided of it outlives finding anew."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.model import Claim, Document, Finding, Passage, Span, Statement, Time, Voice, When
from onrecord.record import rows
from onrecord.record.tracing import Tracing


class Unchecked(NamedTuple):
    """A document whose listed reading waits to be checked: its row, its reading, how many words it has."""

    row: int
    reading: int
    words: int


class Checkable(NamedTuple):
    """All that checking needs of a document.

    Attributes:
        document, passages, statements, times: as listed.
        published: when it was published, or must have been.
        voices: who speaks, by the id of the statement.
        outlet: the outlet's name or its host, or "".
    """

    document: Document
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    times: tuple[Time, ...]
    published: When | None
    voices: dict[str, Voice]
    outlet: str


class Checked(NamedTuple):
    """What checking one document gave.

    Attributes:
        document: which.
        claims: what it claims, each with its matter.
        findings: what does not fit in it by itself.
    """

    document: Unchecked
    claims: Sequence[tuple[str, Claim]]
    findings: Sequence[Finding]


class Checking(Tracing):
    """The part of a record that holds what does not fit."""

    def unchecked(self, key: str) -> list[Unchecked]:
        """The newest documents whose listed reading the step `key` has not checked, in order of adding."""
        command = (
            "SELECT d.row, d.reading, d.words FROM document d LEFT JOIN checked c ON c.document = d.row "
            "WHERE d.newest AND (c.reading IS NOT d.reading OR c.key IS NOT ?) ORDER BY d.row"
        )
        return [Unchecked(*row) for row in self._all(command, key)]

    def checkable(self, row: int) -> Checkable:
        """The document of this row with what was found in it."""
        document, inferred = self._lister.dated(row)
        id = document.id
        passages = tuple(rows.to_passage(one, id) for one in self._all(_PASSAGES, row))
        statements = tuple(rows.to_statement(one, id) for one in self._all(_STATEMENTS, row))
        times = tuple(rows.to_time(one, id) for one in self._all(_TIMES, row))
        voices = {s.id: Voice(s.speaker.name or "") for s in statements if s.speaker}
        for statement, name, entity in self._all(_VOICES, row):
            voices[rows.string(statement)] = Voice(rows.string(name), entity)
        published = document.published or (inferred.when if inferred else None)
        outlet = document.outlet or rows.host(document.url) or ""
        return Checkable(document, passages, statements, times, published, voices, outlet)

    def note_checked(self, key: str, results: Iterable[Checked]) -> None:
        """Store what checking documents gave instead of what it gave before; their matters are stirred."""
        with self._change():
            for result in results:
                row = result.document.row
                self._forget_document(row)
                self._add_claims(row, result.claims)
                self._add_findings(f"document {row}", result.findings)
                self._connection.execute(
                    "INSERT OR REPLACE INTO checked VALUES (?, ?, ?)", (row, result.document.reading, key)
                )

    def drop_old_checks(self) -> None:
        """Forget what checking found in documents of which a newer version was read since."""
        command = "SELECT c.document FROM checked c JOIN document d ON d.row = c.document WHERE NOT d.newest"
        old = [row for (row,) in self._all(command)]
        with self._change():
            for row in old:
                self._forget_document(row)
                self._connection.execute("DELETE FROM checked WHERE document = ?", (row,))

    def stirred_matters(self, most: int) -> list[tuple[str, list[Claim]]]:
        """Some matters to be compared anew, each with its claims in order of day, document and place.

        Those with fewer than two claims come with none. Whoever settles what is given gets others next.
        """
        found = self._all("SELECT matter FROM stirred_matter LIMIT ?", most)
        matters = [rows.string(matter) for (matter,) in found]
        claims = self._claims(matters)
        return [(matter, here if len(here := claims.get(matter, [])) > 1 else []) for matter in matters]

    def settle_matter(self, matter: str, findings: Sequence[Finding]) -> None:
        """Store what a matter gave instead of what it gave before; it is stirred no more."""
        with self._change():
            self._forget_findings(matter)
            self._add_findings(matter, findings)
            self._connection.execute("DELETE FROM stirred_matter WHERE matter = ?", (rows.plain(matter),))

    def unchecked_families(self, key: str) -> list[str]:
        """The ids of the families of statements that the step `key` has not checked as they are now."""
        command = (
            "SELECT f.id FROM family f LEFT JOIN checked_family c ON c.family = f.id AND c.key = ? "
            "WHERE f.kind = 'statement' AND c.key IS NULL ORDER BY f.id"
        )
        return [id for (id,) in self._all(command, key)]

    def settle_family(self, family: str, key: str, findings: Sequence[Finding]) -> None:
        """Store what the changes of a family gave instead of what they gave before."""
        with self._change():
            self._forget_findings(f"family {family}")
            self._add_findings(f"family {family}", findings)
            self._connection.execute("INSERT OR REPLACE INTO checked_family VALUES (?, ?)", (family, key))

    def drop_gone_families(self) -> None:
        """Forget what was found in families that are no more."""
        gone = self._all(
            "SELECT DISTINCT origin FROM finding WHERE origin >= 'family ' AND origin < 'family!' "
            "AND substr(origin, 8) NOT IN (SELECT id FROM family)"
        )
        with self._change():
            for (origin,) in gone:
                self._forget_findings(origin)

    def forget_checks(self) -> None:
        """Forget all that checking found, but not what persons decided; every document waits again."""
        with self._change():
            for table in (
                "finding_statement", "finding_passage", "finding", "stirred_matter", "claim",
                "checked_family", "checked",
            ):  # fmt: skip
                self._connection.execute(f"DELETE FROM {table}")

    def sketches(self, documents: Iterable[str]) -> dict[str, bytes]:
        """By which copies of whole documents are known: for each id of a document that was traced."""
        command = "SELECT d.id, t.sketch FROM document d JOIN traced t ON t.document = d.row WHERE d.id = ?"
        found = [self._all(command, rows.plain(id)) for id in documents]
        return {rows.string(one[0][0]): one[0][1] for one in found if one}

    # -- within

    def _claims(self, matters: Sequence[str]) -> dict[str, list[Claim]]:
        by_matter: dict[str, list[Claim]] = defaultdict(list)
        for matter, id, start, end, value, day, outlet, statement, voice, entity in self._all(
            _CLAIMS, json.dumps(matters)
        ):
            matter = rows.string(matter)
            by_matter[matter].append(
                Claim(
                    key=matter.partition(" ")[2],
                    span=Span(start, end),
                    value=rows.string(value),
                    document=rows.string(id),
                    day=day,
                    outlet=rows.string(outlet),
                    statement=rows.string(statement),
                    voice=Voice(rows.string(voice), entity),
                )
            )
        for claims in by_matter.values():
            claims.sort(key=lambda claim: (claim.day, claim.document, claim.span))
        return by_matter

    def _add_claims(self, row: int, claims: Sequence[tuple[str, Claim]]) -> None:
        self._connection.executemany(
            "INSERT INTO claim (document, matter, span_start, span_end, value, day, outlet, statement, "
            "voice, entity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    row, rows.plain(matter), *c.span, rows.plain(c.value), c.day, rows.plain(c.outlet),
                    rows.plain(c.statement), rows.plain(c.voice.name), c.voice.entity,
                )
                for matter, c in claims
            ],
        )  # fmt: skip
        self._stir_matters(matter for matter, _ in claims)

    def _stir_matters(self, matters: Iterable[str]) -> None:
        command = "INSERT OR IGNORE INTO stirred_matter VALUES (?)"
        self._connection.executemany(command, [(rows.plain(matter),) for matter in sorted(set(matters))])

    def _forget_document(self, row: int) -> None:
        old = self._all("SELECT DISTINCT matter FROM claim WHERE document = ?", row)
        if old:
            self._stir_matters(rows.string(matter) for (matter,) in old)
            self._connection.execute("DELETE FROM claim WHERE document = ?", (row,))
        self._forget_findings(f"document {row}")

    def _forget_findings(self, origin: str) -> None:
        gone = self._all("SELECT row FROM finding WHERE origin = ?", rows.plain(origin))
        for table, column in (("finding_passage", "finding"), ("finding_statement", "finding")):
            self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)
        self._connection.executemany("DELETE FROM finding WHERE row = ?", gone)

    def _add_findings(self, origin: str, findings: Sequence[Finding]) -> None:
        for finding in findings:
            places = [(*self._place(shown.document), *shown.span) for shown in finding.passages]
            days = [place[1] for place in places if place[1]]
            id = self._reviewed(finding, sorted((place[0], *place[2:]) for place in places))
            cursor = self._connection.execute(
                "INSERT OR IGNORE INTO finding (id, origin, name, message, explanation, score, day) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    id, rows.plain(origin), finding.check, rows.plain(finding.message),
                    rows.plain(finding.explanation), finding.score, max(days, default=None),
                ),
            )  # fmt: skip
            if not cursor.rowcount:
                continue
            row = cursor.lastrowid
            self._connection.executemany(
                "INSERT INTO finding_passage VALUES (?, ?, ?, ?, ?)",
                [(row, number, place[0], *place[2:]) for number, place in enumerate(places)],
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO finding_statement VALUES (?, ?)",
                [(row, rows.plain(statement)) for statement in finding.statements],
            )

    def _place(self, id: str) -> tuple[int, str | None]:
        row, day = self._all("SELECT row, last_day FROM document WHERE id = ?", rows.plain(id))[0]
        return row, day

    def _reviewed(self, finding: Finding, places: Sequence[Sequence[int]]) -> str:
        """The id of the decided finding of the same passages, even where these have moved a little."""
        if self._all("SELECT 1 FROM review WHERE finding = ? AND withdrawn IS NULL", finding.id):
            return finding.id
        command = "SELECT finding, passages FROM review WHERE name = ? AND withdrawn IS NULL ORDER BY row"
        for id, passages in self._all(command, finding.check):
            if _overlap(json.loads(passages), places):
                return str(id)
        return finding.id


def _overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    """Whether passages are of the same documents and overlap one by one."""
    return len(one) == len(other) and all(
        a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a, b in zip(one, other, strict=True)
    )


_LISTED = "FROM document d JOIN reading r ON r.row = d.reading"
_PASSAGES = (
    f"SELECT {rows.PASSAGE} {_LISTED} JOIN passage p ON p.row >= r.first_passage "
    "AND p.row < r.first_passage + r.passages WHERE d.row = ? ORDER BY p.row"
)
_OWN = "JOIN statement s ON s.row >= r.first_statement AND s.row < r.first_statement + r.statements"
_STATEMENTS = f"SELECT {rows.STATEMENT} {_LISTED} {_OWN} WHERE d.row = ? ORDER BY s.row"
_VOICES = (
    f"SELECT s.id, o.name, o.id {_LISTED} {_OWN} JOIN voice v ON v.statement = s.row AND v.part = 'speaker' "
    "JOIN entity e ON e.row = v.entity JOIN entity o ON o.row = coalesce(e.merged, e.row) WHERE d.row = ?"
)
_TIMES = f"SELECT {rows.TIME} {_LISTED} JOIN time t ON t.reading = r.row WHERE d.row = ? ORDER BY t.number"
_CLAIMS = (
    "SELECT c.matter, d.id, c.span_start, c.span_end, c.value, c.day, c.outlet, c.statement, c.voice, "
    "c.entity FROM json_each(?) j CROSS JOIN claim c ON c.matter = j.value "
    "JOIN document d ON d.row = c.document"
)

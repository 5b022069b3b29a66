"""The table `voice` says of the listed readings what the links that stand say, and nothing else."""

from __future__ import annotations

import sqlite3


def renew(connection: sqlite3.Connection, document: int) -> None:
    """Find out anew who makes the statements of the document of this row."""
    connection.execute(_FORGET, (document,))
    connection.execute(_SPEAKERS, (document,))
    connection.execute(_MEMBERS, (document,))


_FORGET = (
    "DELETE FROM voice WHERE (entity, statement, part) IN (SELECT v.entity, v.statement, v.part "
    "FROM reading r CROSS JOIN voice v "
    "ON v.statement BETWEEN r.first_statement AND r.first_statement + r.statements - 1 WHERE r.document = ?)"
)
_STATEMENTS = (
    "FROM document d CROSS JOIN reading r ON r.row = d.reading CROSS JOIN statement s "
    "ON s.row BETWEEN r.first_statement AND r.first_statement + r.statements - 1 "
)
_STANDS = "l.withdrawn IS NULL AND l.judgement = 'same'"
_SPEAKERS = (
    "INSERT OR IGNORE INTO voice (entity, statement, part, document) "
    "SELECT l.entity, s.row, 'speaker', d.row "
    f"{_STATEMENTS} CROSS JOIN link l ON l.document = d.row AND l.span_start = s.speaker_start "
    f"AND l.span_end = s.speaker_end AND {_STANDS} WHERE d.row = ?"
)
_MEMBERS = (
    "INSERT OR IGNORE INTO voice (entity, statement, part, document) "
    "SELECT l.entity, s.row, 'member', d.row "
    f"{_STATEMENTS} CROSS JOIN json_each(s.speaker_members) m CROSS JOIN link l ON l.document = d.row "
    "AND l.span_start = json_extract(m.value, '$[0]') AND l.span_end = json_extract(m.value, '$[1]') "
    f"AND {_STANDS} WHERE d.row = ? AND s.speaker_members IS NOT NULL"
)

"""What a record holds is counted from its tables as they stand, documents by their newest versions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.record import rows
from onrecord.record.base import Base

MOST = 40  # outlets that are told by name


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read into a record.

    Attributes:
        size: of the file, in bytes, without what still waits in its log.
        schema: the version of its tables.
        first_added, last_added: when the first and the last document was added, ISO 8601 in UTC, or None.
        first, last: the first and the last day on which documents were published, YYYY-MM-DD, inferred days
            included; None where no date is known.
        undated: documents of which no date is known.
        inferred: documents of which the date is inferred from the text.
        words: words of all texts, as white space parts them.
        kinds, languages: how many documents of each format and language, most first; "" is unknown.
        outlets: how many of each outlet, or host of an address; the first MOST of them, most first.
        outlet_count: how many outlets are known.
        families, findings, entities, decisions: how many there are; findings without the rejected.
        waiting: documents that are not followed yet, and documents that are not checked yet.
    """

    size: int
    schema: int
    first_added: str | None
    last_added: str | None
    first: str | None
    last: str | None
    undated: int
    inferred: int
    words: int
    kinds: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    outlets: tuple[tuple[str, int], ...]
    outlet_count: int
    families: int
    findings: int
    entities: int
    decisions: int
    waiting: tuple[int, int]


def contents(store: Base) -> Contents:
    """What the record holds.

    Raises:
        RecordError: it cannot be read.
    """

    def one(command: str) -> int:
        return int(store._all(command)[0][0] or 0)

    kinds, languages, outlets = Counter[str](), Counter[str](), Counter[str]()
    totals = [0, 0, 0]
    added, days = list[str](), list[str]()
    # One reading of the table: its rows are long, and each reading costs as much as all that is counted.
    for kind, language, outlet, count, *ends, undated, inferred, words in store._all(_SPREAD):
        kinds[rows.string(kind) or ""] += count
        languages[rows.string(language) or ""] += count
        outlets[rows.string(outlet) or ""] += count
        totals = [total + int(more) for total, more in zip(totals, (undated, inferred, words), strict=True)]
        added += filter(None, ends[:2])
        days += filter(None, ends[2:])
    known = [pair for pair in _ranked(outlets) if pair[0]]
    return Contents(
        size=one("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
        schema=one("PRAGMA user_version"),
        first_added=min(added, default=None),
        last_added=max(added, default=None),
        first=min(days, default=None),
        last=max(days, default=None),
        undated=totals[0],
        inferred=totals[1],
        words=totals[2],
        kinds=_ranked(kinds),
        languages=_ranked(languages),
        outlets=(*known[:MOST], *((("", outlets[""]),) if "" in outlets else ())),
        outlet_count=len(known),
        families=one("SELECT count(*) FROM family WHERE kind != 'formula'"),
        findings=one(_FINDINGS),
        entities=one("SELECT count(*) FROM entity WHERE merged IS NULL"),
        decisions=one("SELECT count(*) FROM decision WHERE withdrawn IS NULL"),
        waiting=(one(_UNTRACED), one(_UNCHECKED)),
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The values with their counts, most first."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


_SPREAD = (
    "SELECT kind, language, coalesce(outlet, host), count(*), min(added), max(added), min(first_day), "
    "max(last_day), total(first_day IS NULL), total(first_day IS NOT NULL AND published IS NULL), "
    "total(words) FROM document WHERE newest GROUP BY 1, 2, 3"
)
_FINDINGS = (
    "SELECT count(DISTINCT id) FROM finding f WHERE NOT EXISTS (SELECT 1 FROM review r "
    "WHERE r.finding = f.id AND r.withdrawn IS NULL AND r.verdict = 'rejected')"
)
_WAITS = (
    "SELECT count(*) FROM document d WHERE newest "
    "AND NOT EXISTS (SELECT 1 FROM {0} t WHERE t.document = d.row)"
)
_UNTRACED, _UNCHECKED = _WAITS.format("traced"), _WAITS.format("checked")

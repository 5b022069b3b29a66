"""What the tests of corpora share: invented documents, a corpus and a record as plain rows."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Any

from onrecord import columns, run
from onrecord.run import CorpusRun, Means
from onrecord.settings import Settings

RULES = Settings(workers=2, reader="rules", check=False)
WHEN = {"made", "added", "since", "finished", "recorded", "withdrawn", "resolved"}
NAMES = ("Ana Petrova", "Odo Lenk", "Marta Velin", "Bram Oster", "Ilmar Tosk")
SAYINGS = (
    "The harbour commission will rebuild the eastern breakwater before the autumn storms return",
    "Every one of the 4,200 letters in the archive will be read by scholars from the northern towns",
    "The ferry over the river Celm will carry 220 passengers again by the end of September",
    "Nobody in this chamber was asked about the old tunnels when the order was signed in June",
    "The miners of Brod should receive 1,500 crowns a month until the furnace is lit again",
)


def texts(folder: Path, count: int, seed: int = 7) -> list[str]:
    """Write so many invented reports, in which sayings return, some of them changed; gives their names."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    made = []
    for number in range(count):
        day = f"2031-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        body = []
        for saying in chance.sample(SAYINGS, chance.randint(1, 3)):
            words = saying.split()
            if chance.random() < 0.4:
                del words[chance.randint(4, len(words) - 4)]
            name = chance.choice(NAMES)
            body.append(f'"{" ".join(words)}," {name} said on Monday in the town of Arla.')
        filler = " ".join(
            chance.choice(("boat", "quay", "stone", "rain", "market", "bell")) for _ in range(30)
        )
        body.append(f"It had been closed for a year, and the people of the town, who had {filler}, waited.")
        path = folder / f"{number:04d}.md"
        path.write_text(f"---\ndate: {day}\n---\n\n" + "\n\n".join(body) + "\n", encoding="utf-8")
        made.append(str(path))
    return made


def means(engine: str = "local", address: str = "", **settings: Any) -> Means:
    """Two workers of an engine."""
    changed = RULES.changed(settings)
    return Means(changed, run.engine_of(engine, 2, address))


def read(sources: list[str], place: Path, by: Means | None = None, **more: Any) -> CorpusRun:
    """Read into a corpus, and let go of the engine."""
    by = by or means()
    try:
        return run.read_corpus(sources, place, by, **more)
    finally:
        by.engine.close()


def traced(place: Path, by: Means | None = None) -> CorpusRun:
    """Trace a corpus, and let go of the engine."""
    by = by or means()
    try:
        return run.trace_corpus(place, by)
    finally:
        by.engine.close()


def rows(place: Path) -> dict[str, list[str]]:
    """All rows of the parts of a corpus, in no order; numbers within a part are left out."""
    found: dict[str, list[str]] = {}
    for table in columns.TABLES:
        names = [column.name for column in table.columns if column.name not in ("item", "number")]
        paths = sorted(place.glob(f"parts/*/{table.name}.parquet"))
        found[table.name] = sorted(repr(row) for path in paths for row in columns.cells(path, names))
    return found


def travels(place: Path) -> dict[str, list[str]]:
    """All rows of the traces of a corpus, in no order."""
    found = {}
    for name in ("families", "members", "hops"):
        paths = sorted((place / "traces" / name).glob("*.parquet"))
        [table] = [one for one in columns.TABLES if one.name == name]
        found[name] = sorted(repr(row) for path in paths for row in columns.read(table, path))
    return found


def recorded(record: Path, *left_out: str) -> dict[str, list[str]]:
    """All rows of a record, without the times at which they were written."""
    with sqlite3.connect(record) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {}
        for name in names:
            info = connection.execute(f"PRAGMA table_info({name})")
            own = [row[1] for row in info if row[1] not in WHEN]
            if "_words" not in name and name not in left_out:
                found[name] = sorted(map(repr, connection.execute(f"SELECT {', '.join(own)} FROM {name}")))
    return found


FAMILIES = "SELECT id, kind, members, documents, reports, outlets, first, last FROM family"
MEMBERS = (
    "SELECT f.id, m.number, d.id, m.span_start, m.span_end, m.statement, m.report FROM member m "
    "JOIN family f ON f.row = m.family JOIN document d ON d.row = m.document"
)
HOPS = (
    "SELECT f.id, h.earlier, h.later, a.id, b.id, h.earlier_start, h.earlier_end, h.later_start, "
    "h.later_end, h.basis FROM hop h JOIN family f ON f.row = h.family "
    "JOIN member m ON m.family = f.row AND m.number = h.earlier JOIN document a ON a.row = m.document "
    "JOIN member n ON n.family = f.row AND n.number = h.later JOIN document b ON b.row = n.document"
)


def recorded_travels(record: Path) -> dict[str, list[str]]:
    """The traces of a record as `travels` gives those of a corpus."""
    from onrecord.columns import FamilyRow, HopRow, MemberRow
    from onrecord.model import Member, Span
    from onrecord.record import Record
    from onrecord.run.hops import Comparing

    with sqlite3.connect(record) as connection:
        families = [FamilyRow(*row) for row in connection.execute(FAMILIES)]
        members = [
            MemberRow(family, number, Member(document, Span(start, end), statement, report))
            for family, number, document, start, end, statement, report in connection.execute(MEMBERS)
        ]
        bare = [(*row[:5], Span(*row[5:7]), Span(*row[7:9]), row[9]) for row in connection.execute(HOPS)]
    told: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    with Record.open(record, readonly=True) as store:
        comparing = Comparing(store)
        for head in families:
            row = store.family(head.id)
            assert row is not None
            for one, found in comparing.hops(row) if head.kind != "formula" else ():
                key = (head.id, one.earlier, one.later, one.earlier_span)
                told[key] = (found.kind, found.edits, found.score)
    hops = [HopRow(*row[:-1], *told.get((*row[:3], row[5]), (None, None, None)), row[-1]) for row in bare]
    found = {"families": families, "members": members, "hops": hops}
    return {name: sorted(map(repr, own)) for name, own in found.items()}


def rows_of(folder: Path, path: Path) -> None:
    """Write the texts of a folder as a table, one row a text."""
    import json

    lines = [{"id": one.stem, "text": one.read_text(encoding="utf-8")} for one in sorted(folder.iterdir())]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

"""Protects the export as Parquet: it holds the record whole, and its descriptor says what the files hold."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest

from onrecord import api, columns
from onrecord.api import FamilyFilter, Filter
from onrecord.export import parquet
from onrecord.export.views import View
from onrecord.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples" / "press"

# What Data Package (v2) demands of a descriptor, as far as it concerns tables.
PACKAGE = {
    "type": "object",
    "required": ["resources"],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9._/-]+$"},
        "created": {"type": "string", "format": "date-time"},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name", "path", "type", "schema"],
                "properties": {
                    "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
                    "path": {"type": "string", "pattern": "^[^/.][^:]*$"},
                    "type": {"const": "table"},
                    "schema": {
                        "type": "object",
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "type": "array",
                                "items": {
                                    "type": "object",
                                    "required": ["name", "type", "description"],
                                    "properties": {
                                        "type": {
                                            "enum": ["string", "integer", "number", "boolean", "array", "any"]
                                        }
                                    },
                                },
                            },
                            "primaryKey": {"type": "array", "items": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "r.onrecord"
    api.add(path, [str(EXAMPLES)], Settings(workers=1, reader="rules"))
    return path


@pytest.fixture(scope="module")
def place(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parquet")
    view = View(record, "statements")
    parquet.folder(view, view.things(), folder)
    return folder


def test_the_files_hold_the_record(record: Path, place: Path) -> None:
    with api.reading(record) as store:
        found = [store.kept(id) for id in store.added()]
        families = list(store.families(FamilyFilter(formulas=True)))
    documents = list(columns.read(columns.DOCUMENTS, place / "documents.parquet"))
    assert [row.document for row in documents] == [one.reading.document for one in found]
    assert [row.raw for row in documents] == [one.reading.raw for one in found]
    assert list(columns.read(columns.PASSAGES, place / "passages.parquet")) == [
        passage for one in found for passage in one.reading.passages
    ]
    statements = list(columns.read(columns.STATEMENTS, place / "statements.parquet"))
    assert [row.statement for row in statements] == [s for one in found for s in one.linked.statements]
    assert statements
    assert list(columns.read(columns.LINKS, place / "links.parquet")) == [
        link for one in found for link in one.links
    ]
    members = [row.member for row in columns.read(columns.MEMBERS, place / "members.parquet")]
    assert sorted(members, key=repr) == sorted((m for f in families for m in f.family.members), key=repr)
    assert any(row.edits for row in columns.read(columns.HOPS, place / "hops.parquet"))


def test_the_descriptor_says_what_the_files_hold(place: Path) -> None:
    package = json.loads((place / "datapackage.json").read_text(encoding="ascii"))
    jsonschema.validate(package, PACKAGE, format_checker=jsonschema.FormatChecker())
    kinds = {
        "integer": ("int32", "int64"),
        "number": ("double",),
        "boolean": ("bool",),
        "string": ("string",),
    }
    files = {one["path"]: one for one in package["resources"]}
    assert set(files) == {path.name for path in place.iterdir()} - {"datapackage.json"}
    for name, resource in files.items():
        file = pq.ParquetFile(place / name)
        assert resource["rows"] == file.metadata.num_rows
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert list(fields) == file.schema_arrow.names
        for column in file.schema_arrow:
            told = fields[column.name]
            assert str(column.type) in kinds.get(told["type"], (str(column.type),))
            assert (told["type"] == "array") == str(column.type).startswith("list")
            assert column.nullable != told.get("constraints", {}).get("required", False)
        _hold(place, resource)


def _hold(place: Path, resource: dict[str, Any]) -> None:
    """Keys tell rows apart and refer to rows that are there."""
    table = pq.read_table(place / resource["path"])
    key = resource["schema"].get("primaryKey")
    if key:
        values = [tuple(row.values()) for row in table.select(key).to_pylist()]
        assert len(values) == len(set(values))
    for refers in resource["schema"].get("foreignKeys", []):
        [other] = refers["reference"]["fields"]
        there = pq.read_table(place / f"{refers['reference']['resource']}.parquet").column(other).to_pylist()
        assert set(table.column(refers["fields"][0]).to_pylist()) <= {*there, None}


def test_a_view_brings_what_it_refers_to_and_no_more(record: Path, tmp_path: Path) -> None:
    wanted = Filter(speaker="lenk")
    view = View(record, "statements", wanted)
    parquet.folder(view, view.things(), tmp_path)
    asked = [told.statement.id for told in api.told(record, wanted)]
    rows = list(columns.read(columns.STATEMENTS, tmp_path / "statements.parquet"))
    assert asked
    assert sorted(row.statement.id for row in rows) == sorted(asked)
    documents = {row.document.id for row in columns.read(columns.DOCUMENTS, tmp_path / "documents.parquet")}
    assert documents == {row.statement.document for row in rows}
    for resource in json.loads((tmp_path / "datapackage.json").read_text())["resources"]:
        _hold(tmp_path, resource)


def test_as_one_file_it_is_a_zip_of_the_folder(record: Path, place: Path) -> None:
    view = View(record, "documents")
    data = b"".join(parquet.pieces(view, view.things()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {path.name for path in place.iterdir()}
        held = pq.read_table(io.BytesIO(archive.read("statements.parquet")))
    assert held.equals(pq.read_table(place / "statements.parquet"))


def test_daft_reads_the_same_rows(place: Path) -> None:
    program = "import daft, sys; print(daft.read_parquet(sys.argv[1]).select('id').to_pydict()['id'])"
    found = subprocess.run(
        [sys.executable, "-c", program, str(place / "statements.parquet")],
        env={**os.environ, "DO_NOT_TRACK": "true"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = columns.read(columns.STATEMENTS, place / "statements.parquet")
    assert found.strip() == str([row.statement.id for row in rows])


def test_what_persons_decided_is_shown(record: Path, tmp_path: Path) -> None:
    """Statements are as lists show them, rejected ones among them, marked."""
    decided = tmp_path / "d.onrecord"
    decided.write_bytes(record.read_bytes())
    first, second = (told.statement.id for told in api.told(decided, Filter(limit=2)))
    api.accept(decided, [first], "ada")
    api.reject(decided, [second], "ada")
    view = View(decided, "statements")
    parquet.folder(view, view.things(), tmp_path / "out")
    rows = columns.read(columns.STATEMENTS, tmp_path / "out" / "statements.parquet")
    reviewed = {row.statement.id: row.reviewed for row in rows}
    assert (reviewed.pop(first), reviewed.pop(second)) == ("accepted", "rejected")
    assert set(reviewed.values()) == {None}

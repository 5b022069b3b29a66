"""A descriptor says of each file what its columns hold, in the words of Data Package, version 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from onrecord.columns import Column, Table

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
_TYPES = {"string": "string", "int32": "integer", "int64": "integer", "double": "number", "bool": "boolean"}


def descriptor(
    about: Mapping[str, str], tables: Mapping[Table, int], name: str = "onrecord"
) -> dict[str, Any]:
    """What `datapackage.json` says.

    Args:
        about: what a reader should know: the record, what was asked for, when, by what.
        tables: the tables that were written, each with its rows.
        name: what the package is called.
    """
    said = "; ".join(f"{key}: {value}" for key, value in about.items() if key not in ("made", "record"))
    return {
        "$schema": _PROFILE,
        "name": name,
        "title": f"onrecord: {about.get('record', name)}",
        "description": said,
        "created": about.get("made"),
        "resources": [_resource(table, rows, set(tables)) for table, rows in tables.items()],
    }


def _resource(table: Table, rows: int, written: set[Table]) -> dict[str, Any]:
    schema: dict[str, Any] = {"$schema": _SCHEMA, "fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    there = {one.name for one in written}
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [key]}}
        for column, other, key in table.refers
        if other in there
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": table.about,
        "rows": rows,
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    kind = str(column.type)
    field: dict[str, Any] = {"name": column.name, "type": _TYPES.get(kind, "any")}
    if kind.startswith("list"):
        field["type"] = "array"
    field["description"] = column.help
    if not column.nullable:
        field["constraints"] = {"required": True}
    return field

"""A list of speakers is taken in whole or refused with the line that is at fault."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.errors import UsageError

KINDS = {
    **dict.fromkeys(("", "person", "people", "human", "individual", "politician"), "person"),
    **dict.fromkeys(
        ("body", "organization", "organisation", "publicbody", "company", "legalentity", "agency", "ministry",
         "party", "outlet", "institution", "government"), "body",
    ),
    "group": "group",
}  # fmt: skip
COLUMNS = {
    "name": "name fullname label person entity",
    "aliases": "alias aliases othernames othername alsoknownas aka names weakalias variants",
    "role": "role roles position positions office title function job",
    "from": "from since start startdate begin validfrom",
    "to": "to until till end enddate validto",
    "wikidata": "wikidata wikidataid qid item wikidataitem",
    "kind": "kind type schema",
}
_FIELDS = {word: field for field, words in COLUMNS.items() for word in words.split()}
_SCHEMAS = {
    "Person": "person",
    "Organization": "body",
    "PublicBody": "body",
    "Company": "body",
    "LegalEntity": "body",
}
_QID = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d{0,11})", re.ASCII)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_PARTS = re.compile(r"[|;]")


class Person(NamedTuple):
    """What a line of a list says of one speaker: as `record.Entry`, with names as they are written."""

    line: int
    kind: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[tuple[str, str | None, str | None], ...]
    wikidata: str | None


def read_list(data: bytes, file: str) -> list[Person]:
    """The speakers of a CSV file or of JSON lines in the FollowTheMoney format, in order.

    Args:
        data: the file's bytes, UTF-8.
        file: what to call it in an error.

    Raises:
        UsageError: it is neither, or a line of it means nothing; the sentence says which line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _wrong(file, line, "this is not UTF-8", "save the file as UTF-8") from error
    if not text.strip():
        raise UsageError("there is nothing in it", file, "give a CSV file with a column `name`")
    if text.lstrip().startswith("{"):
        return list(_entities(text, file))
    return list(_table(text, file))


def _table(text: str, file: str) -> Iterator[Person]:
    first = text.partition("\n")[0]
    sign = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        fields = [_FIELDS.get(re.sub(r"[\W_]", "", cell.casefold()), "") for cell in next(reader)]
        if "name" not in fields:
            known = ", ".join(COLUMNS)
            raise _wrong(file, 1, "no column is called name", f"call the columns {known}")
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _person(dict(zip(fields, row, strict=False)), file, reader.line_num)
    except csv.Error as error:
        raise _wrong(
            file, reader.line_num, f"this is no CSV ({error})", "put quotation marks right"
        ) from error


def _person(cells: dict[str, str], file: str, line: int) -> Person:
    cells = {field: " ".join(cell.split()) for field, cell in cells.items()}
    name = cells["name"]
    if not any(map(str.isalpha, name)):
        raise _wrong(file, line, "there is no name", "give each line one")
    kind = KINDS.get(re.sub(r"[\W_]", "", cells.get("kind", "").casefold()))
    if kind is None:
        raise _wrong(file, line, f"{cells['kind']!r} is no kind of speaker", "write person, body or group")
    first, last = (_day(cells.get(field, ""), file, line) for field in ("from", "to"))
    roles = tuple((role, first, last) for role in _several(cells.get("role", "")))
    item = _item(cells.get("wikidata", ""), file, line)
    return Person(line, kind, name, tuple(_several(cells.get("aliases", ""))), roles, item)


def _several(cell: str) -> list[str]:
    parts = (part.strip() for part in _PARTS.split(cell))
    return list(dict.fromkeys(part for part in parts if part))


def _day(cell: str, file: str, line: int) -> str | None:
    if not cell:
        return None
    if not _DATE.fullmatch(cell):
        raise _wrong(file, line, f"{cell!r} is not a date", "write 2023, 2023-05 or 2023-05-08")
    return cell


def _item(cell: str, file: str, line: int) -> str | None:
    if not cell:
        return None
    found = _QID.fullmatch(cell)
    if not found:
        raise _wrong(file, line, f"{cell!r} is no Wikidata id", "write it as Q42")
    return found[1]


def _entities(text: str, file: str) -> Iterator[Person]:
    """Persons and bodies, with the posts that they occupy where these are told in the same file."""
    found: list[tuple[str, Person]] = []
    posts: dict[str, str] = {}
    held: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for line, schema, id, has in _objects(text, file):
        if schema in _SCHEMAS:
            found.append((id, _entity(line, _SCHEMAS[schema], has, file)))
        elif schema == "Position":
            posts[id] = next(iter(has("name")), "")
        elif schema == "Occupancy":
            dates = [next((d[:10] for d in has(key) if _DATE.fullmatch(d[:10])), None) for key in _PERIOD]
            for holder in has("holder"):
                held.setdefault(holder, []).extend((post, dates[0], dates[1]) for post in has("post"))
    for id, person in found:
        more = [(posts[post], first, last) for post, first, last in held.get(id, []) if posts.get(post)]
        yield person._replace(roles=tuple(dict.fromkeys((*person.roles, *more))))


_PERIOD = ("startDate", "endDate")


def _entity(line: int, kind: str, has: Any, file: str) -> Person:
    names = [*has("name"), *has("alias"), *has("weakAlias")]
    if not names:
        raise _wrong(file, line, "there is no name", "give the entity a property `name`")
    roles = tuple((role, None, None) for role in has("position"))
    item = next((q[1] for value in has("wikidataId") if (q := _QID.fullmatch(value))), None)
    return Person(line, kind, names[0], tuple(dict.fromkeys(names[1:])), roles, item)


def _objects(text: str, file: str) -> Iterator[tuple[int, str, str, Any]]:
    """Each line's schema, id and a function that gives the texts of a property."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            thing = json.loads(line)
            schema, properties = thing["schema"], thing["properties"]
            if not isinstance(schema, str) or not isinstance(properties, dict):
                raise TypeError
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            remedy = "give one object with `schema` and `properties` a line"
            raise _wrong(file, number, "this is no FollowTheMoney entity", remedy) from error
        yield number, schema, str(thing.get("id", "")), _reader(properties)


def _reader(properties: dict[str, Any]) -> Any:
    def has(key: str) -> Sequence[str]:
        value = properties.get(key)
        values = value if isinstance(value, list) else [value]
        return [" ".join(text.split()) for text in values if isinstance(text, str) and text.strip()]

    return has


def _wrong(file: str, line: int, what: str, remedy: str) -> UsageError:
    return UsageError(what, f"{file}, line {line}", remedy)

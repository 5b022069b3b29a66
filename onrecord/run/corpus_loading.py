"""What is loaded into a record is what adding its sources would have put there."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from onrecord import columns
from onrecord.errors import UsageError
from onrecord.run.adding import stored
from onrecord.run.corpus import ABOUT, PARTS, Corpus
from onrecord.run.corpus_work import FAILED, kept
from onrecord.run.jobs import Outcome
from onrecord.run.results import Read, Summary, Watch
from onrecord.settings import Settings

WORDS = ("id", "path", "source", "outlet", "url", "title", "kind", "language", "text")
NAMES = (*WORDS, "published", "words", "speaker", "statement")
_CONDITION = re.compile(r"\s*(\w+)\s*(!=|>=|<=|=|<|>|~)\s*(.*?)\s*", re.DOTALL)


class Condition(NamedTuple):
    """Something that has to hold of a document: of this column, compared so, with this value."""

    name: str
    sign: str
    value: str


def load(
    place: str | Path,
    record: str | Path,
    settings: Settings,
    where: Sequence[str] = (),
    told: tuple[Watch | None, Callable[[], bool] | None] = (None, None),
) -> Summary:
    """Bring documents of a corpus, or of a folder that `export parquet` made, into a record.

    Args:
        place: the folder.
        record: the record's file, which is made if need be.
        settings: `trace` and `check` say whether to do these with what is new.
        where: conditions that all have to hold of a document (`parsed` says which there are).
        told: `watch` and `stop`, as for `add`.

    Raises:
        UsageError: the folder is neither, or a condition means nothing.
        RecordError: the record cannot be opened or written. What it held is not lost.
    """
    conditions = [parsed(one) for one in where]
    folders = list(_folders(Path(place)))
    return stored(record, (), settings, _outcomes(folders, conditions, told[1]), told)


def parsed(condition: str) -> Condition:
    """A condition in words: a column, a sign, and a value.

    The columns are those of NAMES; `speaker` and `statement` ask for a document in which somebody so called
    speaks, or says these words. The signs are = and != (the same, but for case), ~ (has it within), and for
    `published` and `words` also <, <=, > and >=. A date can be 2023, 2023-05 or 2023-05-08, and all that the
    date of publication can mean has to lie there.

    Raises:
        UsageError: it is none.
    """
    found = _CONDITION.fullmatch(condition)
    if not found:
        raise UsageError("this is no condition", condition, "write one as outlet=Name or published>=2023-05")
    name, sign, value = found.groups()
    if name not in NAMES:
        raise UsageError(f"there is no column {name}", condition, f"name one of {', '.join(NAMES)}")
    if sign in ("<", "<=", ">", ">=") and name not in ("published", "words"):
        raise UsageError(f"{name} has no order", condition, "use =, != or ~")
    if name == "words" and not value.isdecimal():
        raise UsageError("words are counted in a number", condition, "write it as words>=200")
    return Condition(name, sign, value)


def _folders(place: Path) -> Iterator[Path]:
    if (place / ABOUT).exists():
        corpus = Corpus(place)
        yield from (place / PARTS / part.id for part in corpus.parts)
    elif (place / "documents.parquet").exists():
        yield place
    else:
        Corpus(place)  # says what is wrong


def _outcomes(
    folders: Iterable[Path], conditions: Sequence[Condition], stop: Callable[[], bool] | None
) -> Generator[Outcome]:
    for folder in folders:
        wanted = _wanted(folder, conditions) if conditions else None
        if wanted is not None and not wanted:
            continue
        for outcome in kept(folder):
            if stop and stop():
                return
            chosen = _chosen(outcome, wanted)
            if chosen is not None:
                yield chosen


def _chosen(outcome: Outcome, wanted: set[str] | None) -> Outcome | None:
    """An outcome with the documents that are wanted; one that is not whole is done under no key."""
    if outcome.key.startswith(FAILED):
        outcome = replace(outcome, key="")
    if wanted is None:
        return outcome
    results = tuple(r for r in outcome.results if isinstance(r, Read) and r.reading.document.id in wanted)
    if not results:
        return None
    whole = len(results) == len(outcome.results)
    return replace(
        outcome,
        key=outcome.key if whole else "",
        results=results,
        words=sum(one.words for one in results),
    )


def _wanted(folder: Path, conditions: Sequence[Condition]) -> set[str]:
    """The documents of a folder of which all conditions hold; only the columns of these are read."""
    own = [one for one in conditions if one.name not in ("speaker", "statement")]
    found: set[str] | None = None
    if own:
        found = set()
        names = {"id", *_needed(own)}
        for row in columns.cells(folder / "documents.parquet", sorted(names)):
            if all(_holds(row, one) for one in own):
                found.add(row["id"])
    for one in conditions:
        if one in own or found == set():
            continue
        name = "speaker_name" if one.name == "speaker" else "text"
        rows = columns.cells(folder / "statements.parquet", ["document", name])
        said: dict[str, bool] = {}
        for row in rows:
            said[row["document"]] = said.get(row["document"], False) or _same(row[name], one)
        among = {document for document, here in said.items() if here}
        found = among if found is None else found & among
    return found or set()


def _needed(conditions: Iterable[Condition]) -> Iterator[str]:
    for one in conditions:
        if one.name == "published":
            yield from (
                f"{name}_{end}" for name in ("published", "inferred") for end in ("earliest", "latest")
            )
        else:
            yield one.name


def _holds(row: dict[str, Any], one: Condition) -> bool:
    if one.name == "published":
        first = row["published_earliest"] or row["inferred_earliest"]
        last = row["published_latest"] or row["inferred_latest"]
        return bool(first and last) and _dated(first[: len(one.value)], last[: len(one.value)], one)
    if one.name == "words":
        return _ordered(row["words"], int(one.value), one.sign)
    return _same(row[one.name], one)


def _same(cell: str | None, one: Condition) -> bool:
    here, there = (cell or "").casefold(), one.value.casefold()
    if one.sign == "~":
        return there in here
    return (here == there) == (one.sign == "=")


def _dated(first: str, last: str, one: Condition) -> bool:
    value = one.value
    if one.sign in ("=", "~"):
        return first == last == value
    if one.sign == "!=":
        return last < value or first > value
    return _ordered(first if one.sign in (">", ">=") else last, value, one.sign)


def _ordered(here: Any, there: Any, sign: str) -> bool:
    if sign in ("=", "~"):
        return bool(here == there)
    if sign == "!=":
        return bool(here != there)
    less = here < there or (sign == "<=" and here == there)
    more = here > there or (sign == ">=" and here == there)
    return bool(less if sign in ("<", "<=") else more)

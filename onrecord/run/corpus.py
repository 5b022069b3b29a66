"""A corpus is a folder of finished parts: what the manifest lists is whole, and nothing else is there."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord import find, read
from onrecord.errors import UsageError
from onrecord.model import digest
from onrecord.run.linking import link_key
from onrecord.settings import Settings

FORMAT = 1
PARTS, UNFINISHED, MANIFEST, ABOUT, TOLD = (
    "parts",
    ".unfinished",
    "manifest.jsonl",
    "corpus.json",
    "part.json",
)

# What decides how the same bytes read; the rest of the settings may change from run to run.
_DECIDING = ("reader", "max_document_mb", "max_archive_ratio", "max_archive_mb", "max_nesting")


@dataclass(frozen=True, slots=True)
class Part:
    """Some items that were read together, as the manifest tells of them.

    Attributes:
        id: 16 hexadecimal digits of the keys of its items and of what linked them; its folder's name.
        items: digest of the keys of its items: what was read, by which settings and versions.
        linked: the step that linked its names and dates.
        walk: which walk through sources it belongs to, from 1.
        first: the position of its first item in the walk; parts are listed by walk, then by this.
        counts: documents, statements, passages, failures, words and skipped items.
        seconds: how long it took.
        replaces: the part that this one stands for, or "".
    """

    id: str
    items: str
    linked: str
    walk: int
    first: int
    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    replaces: str = ""


class Corpus:
    """The folder of a corpus. Only one process at a time may add to it.

    Args:
        place: the folder.

    Raises:
        UsageError: it is no corpus, or one of a newer version.
    """

    def __init__(self, place: str | Path) -> None:
        self.place = Path(place)
        try:
            about = json.loads((self.place / ABOUT).read_text(encoding="utf-8"))
            if about["format"] > FORMAT:
                raise UsageError(
                    "the corpus was made by a newer onrecord", str(self.place), "use that version"
                )
        except (OSError, ValueError, KeyError, TypeError) as error:
            remedy = "make one with `onrecord corpus read SOURCE --to DIR`"
            raise UsageError("there is no corpus here", str(self.place), remedy) from error
        self.read_with: dict[str, Any] = about["read"]
        self._walks: list[dict[str, Any]] = []
        self._parts: dict[str, Part] = {}
        self._seen: set[str] = set()  # every part that was ever listed
        self._load()

    @classmethod
    def make(cls, place: str | Path, settings: Settings) -> Corpus:
        """The corpus in a folder, made if need be, to be read into with these settings.

        Raises:
            UsageError: the folder holds something else, or a corpus that was read otherwise.
        """
        path = Path(place)
        about = path / ABOUT
        wanted = read_with(settings)
        if not about.exists():
            if path.exists() and any(path.iterdir()):
                raise UsageError("the folder is not empty, and no corpus", str(path), "name another folder")
            (path / PARTS).mkdir(parents=True)
            written(about, json.dumps({"format": FORMAT, "read": wanted}, indent=1) + "\n")
        corpus = cls(path)
        if corpus.read_with != wanted:
            other = ", ".join(key for key in wanted if corpus.read_with.get(key) != wanted[key])
            raise UsageError(
                f"the corpus was read otherwise ({other})",
                str(path),
                "read into another folder, or with the same version and settings",
            )
        return corpus

    @property
    def parts(self) -> list[Part]:
        """The finished parts, in the order in which their items came."""
        return sorted(self._parts.values(), key=lambda part: (part.walk, part.first, part.id))

    def folder(self, part: Part) -> Path:
        """Where the files of a part lie."""
        return self.place / PARTS / part.id

    def walk(self, sources: str) -> int:
        """The number of the walk through these sources: that of the last one where it broke off."""
        for line in self._walks:
            if line["sources"] == sources and not line["ended"]:
                return int(line["walk"])
        number = 1 + max((int(line["walk"]) for line in self._walks), default=0)
        self._walked(number, sources, False)
        return number

    def walked(self, number: int, sources: str) -> None:
        """Note that a walk came to its end: the next one through the same sources is another."""
        self._walked(number, sources, True)

    def finish(self, ids: Iterable[str]) -> list[Part]:
        """Take in the parts of these ids that are whole; gives them."""
        found = []
        for id in ids:
            part = told(self.place / PARTS / id)
            if part is not None and part.id not in self._parts:
                self._append({"part": asdict(part)})
                self._take(part)
                if part.replaces:
                    self._drop(part.replaces)
                found.append(part)
        return found

    def clear(self) -> None:
        """Take away what was left unfinished by processes that are no more."""
        with suppress(OSError):
            shutil.rmtree(self.place / UNFINISHED)

    def _load(self) -> None:
        with suppress(FileNotFoundError), open(self.place / MANIFEST, encoding="utf-8") as lines:
            for line in lines:
                with suppress(ValueError):  # the last line may have been cut short: its part is found below
                    self._line(json.loads(line))
        # A part is whole once its folder has its name; the driver may have been killed before it said so.
        with suppress(FileNotFoundError):
            there = {entry.name for entry in os.scandir(self.place / PARTS)}
            for id in sorted(there & self._seen - set(self._parts)):
                self._drop(id)
            self.finish(sorted(there - self._seen))

    def _line(self, line: dict[str, Any]) -> None:
        if "walk" in line:
            self._walks = [one for one in self._walks if one["walk"] != line["walk"]] + [line]
        elif "part" in line:
            self._take(Part(**line["part"]))

    def _take(self, part: Part) -> None:
        self._parts[part.id] = part
        self._seen.add(part.id)
        if part.replaces:
            self._parts.pop(part.replaces, None)

    def _drop(self, id: str) -> None:
        with suppress(OSError):
            shutil.rmtree(self.place / PARTS / id)

    def _walked(self, number: int, sources: str, ended: bool) -> None:
        line = {"walk": number, "sources": sources, "ended": ended}
        self._append(line)
        self._line(line)

    def _append(self, line: dict[str, Any]) -> None:
        path = self.place / MANIFEST
        with open(path, "ab+") as stream:
            size = stream.seek(0, os.SEEK_END)
            if size:
                stream.seek(size - 1)
                if stream.read(1) != b"\n":  # a line was cut short
                    stream.write(b"\n")
            stream.write(json.dumps({**line, "at": int(time.time())}).encode("utf-8") + b"\n")
            stream.flush()
            os.fsync(stream.fileno())


def read_with(settings: Settings) -> dict[str, Any]:
    """What decides how bytes read: settings, and the versions of reading and finding."""
    chosen = {name: getattr(settings, name) for name in _DECIDING}
    return {**chosen, "read": read.VERSION, "find": find.VERSION}


def part_of(keys: Iterable[str], settings: Settings, walk: int, first: int) -> Part:
    """The part, not yet read, of items with these keys."""
    items = digest("\n".join(keys).encode("utf-8", "surrogatepass"))
    linked = link_key(settings)
    return Part(part_id(items, linked), items, linked, walk, first)


def part_id(items: str, linked: str) -> str:
    """The id of a part with these items, linked by this step."""
    return digest(f"{items}\0{linked}".encode())[:16]


def unfinished(place: Path, part: Part) -> Path:
    """A new folder for the files of a part, which no reader looks into."""
    path = place / UNFINISHED / f"{part.id}.{os.getpid()}"
    with suppress(OSError):
        shutil.rmtree(path)
    path.mkdir(parents=True)
    return path


def publish(place: Path, part: Part, files: Path) -> None:
    """Give a finished folder its name, at once and whole; one that is there already stays."""
    written(files / TOLD, json.dumps(asdict(part)) + "\n")
    target = place / PARTS / part.id
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.rename(files, target)
    except OSError:
        if told(target) is None:
            raise
        shutil.rmtree(files, ignore_errors=True)  # somebody else was quicker: it holds the same
    settled(target.parent)


def told(folder: Path) -> Part | None:
    """What the folder of a part says of itself; None where it is not whole."""
    try:
        return Part(**json.loads((folder / TOLD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def written(path: Path, text: str) -> None:
    """Write a small file, whole or not at all, so that it outlives a power cut."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with open(temporary, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(temporary, path)
    settled(path.parent)


def settled(folder: Path) -> None:
    """See to it that a new name in a folder outlives a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def summed(parts: Iterable[Part]) -> dict[str, int]:
    """The counts of some parts together."""
    total: dict[str, int] = {}
    for part in parts:
        for name, count in part.counts.items():
            total[name] = total.get(name, 0) + count
    return total


def with_counts(part: Part, counts: dict[str, int], seconds: float) -> Part:
    """A part with what came of it."""
    return replace(part, counts=counts, seconds=round(seconds, 3))


def listed(parts: Iterable[Part], folder: Path, table: str) -> Iterator[Path]:
    """The files of one table, part by part."""
    for part in parts:
        yield folder / PARTS / part.id / f"{table}.parquet"

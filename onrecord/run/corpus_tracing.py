"""Each move of tracing reads groups of files and writes one; what it finds follows from the documents alone.

Keys (map): each part is cut; keys, pieces and texts of wordings are grouped by their digests.
Group (shuffle): the holders of each key meet, which gives pairs; pairs ask for the texts of their wordings.
Align (reduce): each pair is compared once. Then families are made of what is connected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord import columns, trace
from onrecord.columns import DocumentRow, Writer
from onrecord.model import Member, Span
from onrecord.record import FamilyRows, host
from onrecord.run import corpus_shuffle as shuffle
from onrecord.run.corpus_hops import Comparing
from onrecord.run.corpus_shelf import ROOM, Shelf
from onrecord.run.kinship import made_of

Numbers = NDArray[np.int64]
GROUPS = 16  # of keys, of wordings and of pairs: what is held at once is one of so many


@dataclass(frozen=True, slots=True)
class Cut:
    """Cuts the documents of one part: its pieces, their wordings' texts and keys.

    Attributes:
        part: the folder of the part.
        out: the folder of what is written.
    """

    part: Path
    out: Path

    def do(self) -> None:
        """Write the files; that of the documents comes last, and says that all are there."""
        rows = list(columns.read(columns.DOCUMENTS, self.part / "documents.parquet"))
        spans: dict[str, list[tuple[int, int]]] = {row.document.id: [] for row in rows}
        for passage in columns.read(columns.PASSAGES, self.part / "passages.parquet"):
            if passage.kind != "furniture":
                spans[passage.document].append(tuple(passage.span))
        texts = [row.document.text for row in rows]
        made, found, sketches = trace.cutting(texts, [spans[row.document.id] for row in rows])
        fresh = np.zeros(len(made.wordings), np.bool_)
        fresh[np.unique(made.wordings, return_index=True)[1]] = True
        self._keys(trace.keys(found, made.wordings, fresh))
        self._texts(made, np.flatnonzero(fresh), texts)
        self._pieces(made)
        told = [_source(row, sketch) for row, sketch in zip(rows, sketches, strict=True)]
        empty = shuffle.SOURCES.empty()
        table = dict(zip(empty, zip(*told, strict=True), strict=True)) if told else empty
        shuffle.write(self.out / "documents.arrow", shuffle.SOURCES, [table])

    def _keys(self, keys: trace.Keys) -> None:
        table = {"key": keys.keys, "wording": keys.wordings, "around": keys.around}
        which = (keys.keys % np.uint32(GROUPS)).astype(np.int64)
        shuffle.write(self.out / "keys.arrow", shuffle.KEYS, shuffle.parted(table, which, GROUPS))

    def _texts(self, made: trace.Pieces, first: Numbers, texts: Sequence[str]) -> None:
        places = zip(
            made.text[first].tolist(), made.starts[first].tolist(), made.ends[first].tolist(), strict=True
        )
        words = [texts[n][start:end].encode("utf-8", "surrogatepass") for n, start, end in places]
        table = {"wording": made.wordings[first], "text": np.array([*words, None], object)[:-1]}
        groups = shuffle.parted(table, shuffle.bucket(table["wording"], GROUPS), GROUPS)
        shuffle.write(self.out / "texts.arrow", shuffle.TEXTS, groups)

    def _pieces(self, made: trace.Pieces) -> None:
        table = {
            "wording": made.wordings,
            "document": made.text,
            "start": made.starts,
            "end": made.ends,
            "words": made.lasts - made.firsts,
        }
        groups = shuffle.parted(table, shuffle.bucket(made.wordings, GROUPS), GROUPS)
        shuffle.write(self.out / "pieces.arrow", shuffle.PIECES, groups)


def _source(row: DocumentRow, sketch: bytes) -> tuple[Any, ...]:
    """What is known of a document, apart from its words, as `shuffle.SOURCES` has it."""
    document = row.document
    when = document.published or (row.inferred.when if row.inferred else None)
    names = (document.id, document.outlet or "", host(document.url) or "")
    return (
        *(name.encode("utf-8", "surrogatepass") for name in names),
        when.earliest if when else None,
        when.latest if when else None,
        sketch,
        _mark(document.source),
        _mark(document.digest),
    )


def _mark(name: str) -> int:
    made = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(made, "little", signed=True)


@dataclass(frozen=True, slots=True)
class Pair:
    """Brings together the wordings that hold one key, for one group of keys.

    Attributes:
        number: the group.
        cut: the files of keys of all parts, in order.
        out: the file of pairs, in groups by the first of each pair.
    """

    number: int
    cut: tuple[Path, ...]
    out: Path

    def do(self) -> None:
        """Write the pairs, with how many keys there are and how many of them are capped."""
        found = shuffle.gathered(self.cut, self.number, shuffle.KEYS)
        every = trace.Keys(found["key"], found["wording"], found["around"])
        none = trace.some(every, np.zeros(len(every.keys), np.bool_))
        held = trace.holders(trace.together(every, none), none)  # of several of one wording the first stays
        pairs = trace.candidates(held)
        table = {"one": pairs.one, "other": pairs.other}
        groups = shuffle.parted(table, shuffle.bucket(pairs.one, GROUPS), GROUPS)
        told = {"keys": len(every.keys), "capped": trace.capped(held)}
        shuffle.write(self.out, shuffle.PAIRS, groups, told)


@dataclass(frozen=True, slots=True)
class Ask:
    """Tells which pairs of one group were not compared before, and asks for the texts of their wordings.

    Attributes:
        number: the group.
        pairs: the files of pairs.
        before: what was compared by an earlier run, or None.
        every, wanted: the files of all pairs and of the new ones; and of wordings, in groups by wording.
    """

    number: int
    pairs: tuple[Path, ...]
    before: Path | None
    every: Path
    wanted: Path

    def do(self) -> None:
        """Write what is asked for."""
        found = shuffle.gathered(self.pairs, self.number, shuffle.PAIRS)
        pairs = _sorted(np.column_stack([found["one"], found["other"]]))
        done = np.zeros((0, 2), np.int64)
        if self.before is not None:
            old = shuffle.group(self.before, 1, shuffle.PAIRS)
            done = np.column_stack([old["one"], old["other"]])
        new = pairs[~_among(pairs, done)]
        wordings = np.unique(new)
        groups = shuffle.parted({"wording": wordings}, shuffle.bucket(wordings, GROUPS), GROUPS)
        shuffle.write(self.wanted, shuffle.WORDINGS, groups)
        tables = [{"one": some[:, 0], "other": some[:, 1]} for some in (pairs, new)]
        shuffle.write(self.every, shuffle.PAIRS, tables)


@dataclass(frozen=True, slots=True)
class Give:
    """Gives the texts that were asked for, of one group of wordings.

    Attributes:
        number: the group.
        texts: the files of texts of all parts, in order.
        wanted: what each group of pairs asks for.
        out: the file of texts, in groups by the group of pairs that asked.
    """

    number: int
    texts: tuple[Path, ...]
    wanted: tuple[Path, ...]
    out: Path

    def do(self) -> None:
        """Write the texts."""
        asked = [shuffle.group(path, self.number, shuffle.WORDINGS)["wording"] for path in self.wanted]
        every = np.unique(np.concatenate([np.zeros(0, np.int64), *asked]))
        known: dict[int, bytes] = {}
        for path in self.texts:
            found = shuffle.group(path, self.number, shuffle.TEXTS)
            some = np.flatnonzero(np.isin(found["wording"], every))
            for wording, text in zip(found["wording"][some].tolist(), found["text"][some], strict=True):
                known.setdefault(wording, text)
        groups = (
            {"wording": own, "text": np.array([*(known[n] for n in own.tolist()), None], object)[:-1]}
            for own in asked
        )
        shuffle.write(self.out, shuffle.TEXTS, groups)


@dataclass(frozen=True, slots=True)
class Align:
    """Compares the new pairs of one group.

    Attributes:
        number: the group.
        pairs: the file of all its pairs and of the new ones.
        texts: the files of texts.
        before: what an earlier run found, or None.
        out: the file of what pairs have in common, and of the pairs that were compared.
    """

    number: int
    pairs: Path
    texts: tuple[Path, ...]
    before: Path | None
    out: Path

    def do(self) -> None:
        """Write what the pairs have in common."""
        every, new = (shuffle.group(self.pairs, n, shuffle.PAIRS) for n in (0, 1))
        found = [np.zeros((0, 7), np.int64)]
        if self.before is not None:
            old = _table(shuffle.group(self.before, 0, shuffle.LIKENESSES), shuffle.LIKENESSES)
            found.append(old[_among(old[:, :2], np.column_stack([every["one"], every["other"]]))])
        if len(new["one"]):
            texts = shuffle.gathered(self.texts, self.number, shuffle.TEXTS)
            words = [text.decode("utf-8", "surrogatepass") for text in texts["text"].tolist()]
            cut, firsts, lasts = trace.rejoined(words, texts["wording"].tolist())
            lined = trace.lined([(cut, firsts, lasts, texts["wording"])])
            found.append(trace.likenesses(lined, trace.Pairs(new["one"], new["other"])))
        rows = np.concatenate(found)
        rows = rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))]
        last = np.ones(len(rows), np.bool_)  # of several that begin at one word the last stays
        last[:-1] = (rows[1:, :3] != rows[:-1, :3]).any(axis=1)
        alike = dict(zip(shuffle.LIKENESSES.schema.names, rows[last].T, strict=True))
        nothing = np.zeros(len(every["one"]), np.int64)
        padded = {name: every.get(name, nothing) for name in shuffle.LIKENESSES.schema.names}
        shuffle.write(self.out, shuffle.LIKENESSES, [alike, padded], {"new": len(new["one"])})


@dataclass(frozen=True, slots=True)
class Place:
    """Finds where wordings stand that are repeated or like others, of one group of wordings.

    Attributes:
        number: the group.
        pieces: the files of pieces of all parts, in order.
        newest: the file that tells of each part which documents are the newest of their sources.
        labels: the file that tells what each wording that is like another is connected with.
        groups: how many groups of families there are.
        out: the file of places, in groups of families.
    """

    number: int
    pieces: tuple[Path, ...]
    newest: Path
    labels: Path
    groups: int
    out: Path

    def do(self) -> None:
        """Write the places."""
        found = []
        for part, path in enumerate(self.pieces):
            here = _table(shuffle.group(path, self.number, shuffle.PIECES), shuffle.PIECES)
            alive = shuffle.group(self.newest, part, shuffle.MASK)["newest"]
            here = here[alive[here[:, 1]]] if len(here) else here
            here[:, 1] |= part << ROOM
            found.append(here)
        rows = np.concatenate([np.zeros((0, 5), np.int64), *found])
        labels = shuffle.group(self.labels, self.number, shuffle.LABELS)
        wordings, inverse, counts = np.unique(rows[:, 0], return_inverse=True, return_counts=True)
        label, known = wordings.copy(), np.isin(wordings, labels["wording"])
        label[known] = labels["label"][np.searchsorted(labels["wording"], wordings[known])]
        wanted = (known | (counts > 1))[inverse]
        table = dict(zip(shuffle.PIECES.schema.names, rows[wanted].T, strict=True))
        which = shuffle.bucket(label[inverse][wanted], self.groups)
        shuffle.write(self.out, shuffle.PIECES, shuffle.parted(table, which, self.groups))


@dataclass(frozen=True, slots=True)
class Gather:
    """Makes the families of one group.

    Attributes:
        number: the group.
        places: the files of places.
        likenesses: the file of what connects them, in groups of families.
        parts: the folders of the parts, in order.
        cut: for each the file that tells of its documents.
        out: the folder of the tables.
    """

    number: int
    places: tuple[Path, ...]
    likenesses: Path
    parts: tuple[Path, ...]
    cut: tuple[Path, ...]
    out: Path

    def do(self) -> None:
        """Write families, members and hops, and a mark that says that all are there."""
        found = _table(shuffle.gathered(self.places, self.number, shuffle.PIECES), shuffle.PIECES)
        likenesses = _table(
            shuffle.group(self.likenesses, self.number, shuffle.LIKENESSES), shuffle.LIKENESSES
        )
        shelf = Shelf(self.parts, self.cut)
        comparing = Comparing(shelf)
        name = f"part-{self.number:05d}.parquet"
        with (
            Writer(columns.FAMILIES, self.out / "families" / name) as families,
            Writer(columns.MEMBERS, self.out / "members" / name) as members,
            Writer(columns.HOPS, self.out / "hops" / name) as hops,
        ):
            for family in made_of(shelf, found, likenesses) if len(found) else ():
                ids = shelf.sources([row[1] for row in family.members])
                families.add(columns.FamilyRow(*family.family))
                for member in _members(family, ids):
                    members.add(member)
                for hop in comparing.hops(family):
                    hops.add(hop)
        (self.out / f"{self.number}.done").touch()


def _members(family: FamilyRows, sources: dict[int, Any]) -> Iterator[columns.MemberRow]:
    for number, document, start, end, statement, report, _ in family.members:
        member = Member(sources[document].id, Span(start, end), statement, report)
        yield columns.MemberRow(family.family[0], number, member)


def _table(group: dict[str, Any], shape: shuffle.Shape) -> Numbers:
    return np.column_stack([group[name] for name in shape.schema.names]).astype(np.int64, copy=True)


def _sorted(pairs: Numbers) -> Numbers:
    """Pairs in order, each once."""
    pairs = pairs[np.lexsort(pairs.T[::-1])]
    fresh = np.ones(len(pairs), np.bool_)
    fresh[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    return pairs[fresh]


def _among(pairs: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which pairs are among others."""
    both = np.concatenate([others, pairs])
    _, first, inverse = np.unique(both, axis=0, return_index=True, return_inverse=True)
    found: NDArray[np.bool_] = first[inverse.reshape(-1)[len(others) :]] < len(others)
    return found

"""A record of invented texts in which everything stands that has ever broken an export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord import api, export, run
from onrecord.model import (
    Correction,
    Document,
    Figure,
    FigureKind,
    Linked,
    Mention,
    Passage,
    PassageKind,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
    When,
    digest,
    statement_id,
)
from onrecord.record import Record
from onrecord.settings import Settings

FORMULA = "=cmd|' /C calc'!A0"
HOSTILE = f"{FORMULA} <script>alert(1)</script> ]]> &amp; {{\\TeX}} 50% of $5 #1 ~ ^ 😀"
STRANGE = (
    f"😀😀 Жители ждут. Ana Petrova, quoted by ANA, told Bo Lind on Monday: “{HOSTILE},” "
    "she said, “and _so_ on.”\n\n"
    "They said that \x07 no \ufffe bell \udc00 rang."
)
TURNS = "**Q:** Why, Ana?\n\n**THE MAYOR:** First, Bo Lind said it was wet.\n\nSecond, it rained."
JOINT = "We, the presidents of Arvia and Belmar, agree on the bridge and on the dam. We agree on more."
LONG = "Ana Petrova said: “" + "very long 😀 " * 10_000 + "indeed.”"
UNDATED = "Nobody knows when Ana Petrova said that <r>the bridge</r> is shut."
RICH = "<r>the bridge</r>"


def when(edtf: str, first: str | None = None, last: str | None = None) -> When:
    """A date; of a year or a month the first and the last day."""
    first = first or (edtf + "-01-01")[:10]
    last = last or {4: f"{edtf}-12-31", 7: f"{edtf}-31"}.get(len(edtf), first)
    return When(edtf, f"{first}T00:00:00Z", f"{last}T23:59:59Z")


@dataclass
class Text:
    """Builds the reading of one document; words are found where they first stand after `after`."""

    text: str
    about: dict[str, Any]
    passages: Sequence[tuple[str, PassageKind, str | None]] = ()

    def __post_init__(self) -> None:
        known: dict[str, Any] = {
            "path": "saved/story.txt", "source": f"/{self.about['id']}", "outlet": None, "url": None,
            "title": None, "authors": (), "kind": "text", "language": "en", "published": None,
            "updated": None, "fetched": None,
        }  # fmt: skip
        key = digest(self.text.encode("utf-8", "surrogatepass"))
        self.document = Document(**(known | self.about), text=self.text, digest=key)
        self.statements: list[Statement] = []
        self.people: dict[tuple[str, FigureKind], list[Span]] = {}

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after))
        return Span(start, start + len(words))

    def whole(self, kinds: Sequence[tuple[PassageKind, str | None]] | None = None) -> tuple[Passage, ...]:
        found, at = [], 0
        for number, part in enumerate(self.text.split("\n\n")):
            kind, label = kinds[number] if kinds else ("paragraph", None)
            found.append(
                Passage(
                    self.document.id, number, Span(at, at + len(part)), kind,
                    self.span(label) if label else None,
                )
            )  # fmt: skip
            at += len(part) + 2
        return tuple(found)

    def says(self, content: Sequence[Span], **more: Any) -> None:
        known: dict[str, Any] = {
            "passage": 0, "cue": None, "speaker": None, "addressee": None, "via": (), "said": None,
            "mode": "direct", "act": "said", "rule": "a rule", "score": 0.875,
        }  # fmt: skip
        given = known | more
        id = statement_id(self.document.id, given["mode"], given["cue"], tuple(content))
        self.statements.append(Statement(id=id, document=self.document.id, content=tuple(content), **given))

    def is_(self, span: Span, name: str, kind: FigureKind = "person") -> Span:
        self.people.setdefault((name, kind), []).append(span)
        return span

    def result(self, passages: tuple[Passage, ...]) -> tuple[Reading, Linked]:
        figures = tuple(
            Figure(
                number, kind, name, (name,), (), tuple(Mention(span, "full name") for span in sorted(spans))
            )
            for number, ((name, kind), spans) in enumerate(self.people.items())
        )
        return Reading(self.document, passages), Linked(tuple(self.statements), figures)


def strange() -> tuple[Reading, Linked]:
    one = Text(
        STRANGE,
        {
            "id": "doc 1/ü", "title": f"{FORMULA} <b>&\n{{x}}", "outlet": "@Gazette",
            "url": "javascript:alert(1)",
            "authors": ("Ola Nordmann", "Desk, the 2nd"), "published": when("2031-05-08"),
            "path": "saved.zip/\udcffodd <name>.txt",
        },
    )  # fmt: skip
    monday = Said(when("2031-05-05"), one.span("Monday"), "Monday before publication")
    one.says(
        [one.span(f"“{HOSTILE},”"), one.span("“and _so_ on.”")],
        cue=one.span("said"),
        speaker=Speaker(one.is_(one.span("she"), "Ana Petrova"), "Ana Petrova", "person"),
        addressee=one.is_(one.span("Bo Lind"), "Bo Lind"),
        via=(one.is_(one.span("ANA"), "ANA", "body"),),
        said=monday,
        mode="mixed",
    )
    one.says(
        [one.span("that \x07 no \ufffe bell \udc00 rang")],
        speaker=Speaker(one.span("They")), mode="indirect", act="thought", passage=1,
    )  # fmt: skip
    return one.result(one.whole())


def turns() -> tuple[Reading, Linked]:
    two = Text(
        TURNS,
        {
            "id": "turns", "title": "Questions 🌉", "url": "https://press.example/a?b=1&c=%7B_%7D",
            "published": when("2031-05"), "fetched": when("2031-06-02T10:00:00Z", "2031-06-02"),
            "outlet": "City Hall",
        },
    )  # fmt: skip
    mayor = Speaker(two.is_(two.span("THE MAYOR"), "Ana Petrova"), "Ana Petrova", "person")
    two.says([two.span("Why, Ana?")], speaker=Speaker(two.span("Q")), mode="turn")
    # One turn goes over two passages, and holds another's words, which begin in the first and end in it.
    two.says(
        [Span(two.span("First").start, len(TURNS))], speaker=mayor, mode="turn", passage=1,
        said=Said(when("2031-05-01/2031-05-07", "2031-05-01", "2031-05-07"), None, "that week"),
    )  # fmt: skip
    bo = Speaker(two.is_(two.span("Bo Lind"), "Bo Lind"), "Bo Lind", "person")
    two.says([two.span("it was wet")], cue=two.span("said"), speaker=bo, mode="indirect", passage=1)
    # And one that crosses both.
    two.says([Span(two.span("was wet").start, two.span("it rained").end)], mode="direct", passage=1)
    kinds: list[tuple[PassageKind, str | None]] = [
        ("turn", "Q"),
        ("turn", "THE MAYOR"),
        ("turn", "THE MAYOR"),
    ]
    return two.result(two.whole(kinds))


def joint() -> tuple[Reading, Linked]:
    three = Text(JOINT, {"id": "joint", "title": "Joint", "published": when("2031"), "outlet": "City Hall"})
    arvia, belmar = (three.is_(three.span(name), name, "body") for name in ("Arvia", "Belmar"))
    we = three.span("We, the presidents of Arvia and Belmar")
    speaker = Speaker(we, "the presidents", "group", (arvia, belmar))
    three.says([three.span("agree on the bridge and on the dam")], speaker=speaker, mode="joint")
    three.says([three.span("agree on more")], speaker=speaker, mode="joint", cue=three.span("agree on more"))
    return three.result(three.whole())


def plain() -> list[tuple[Reading, Linked]]:
    four = Text(LONG, {"id": "long", "title": "Long", "published": when("2030-12-31")})
    ana = Speaker(four.is_(four.span("Ana Petrova"), "Ana Petrova"), "Ana Petrova", "person")
    four.says([Span(LONG.index("“"), len(LONG))], speaker=ana, cue=four.span("said"))
    five = Text(UNDATED, {"id": "undated"})
    ana = Speaker(five.is_(five.span("Ana Petrova"), "Ana Petrova"), "Ana Petrova", "person")
    five.says([five.span(RICH)], speaker=ana, mode="indirect")
    return [four.result(four.whole()), five.result(five.whole())]


@pytest.fixture(scope="session")
def odd_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five documents: hostile words, turns that cross, a collective, 100,000 characters, no date."""
    path = tmp_path_factory.mktemp("export") / "odd.onrecord"
    with Record.open(path, create=True) as store:
        for reading, linked in [strange(), turns(), joint(), *plain()]:
            store.add(reading.document.id, [(reading, linked)], reading.document.source)
        run.join(store, Settings(workers=1))
    return path


@pytest.fixture
def odd(odd_record: Path) -> Iterator[Record]:
    """The record, open."""
    with api.reading(odd_record) as store:
        yield store


@pytest.fixture
def exported(odd: Record) -> Callable[..., bytes]:
    """What a format writes of the record."""

    def make(name: str, kind: str = "statements", filter: Any = None) -> bytes:
        return b"".join(export.stream(export.named(name), export.View(odd, kind, filter)))

    return make


@pytest.fixture
def listed(odd: Record) -> list[api.Told]:
    """What `statements` lists of it, in order."""
    return list(api.told(odd))


@pytest.fixture
def decided(odd_record: Path, tmp_path: Path) -> Iterator[Record]:
    """The record after a person accepted, rejected and corrected some statements."""
    path = tmp_path / "decided.onrecord"
    path.write_bytes(odd_record.read_bytes())
    by = {(told.document.id, told.statement.mode): told.statement.id for told in api.told(path)}
    api.reject(path, by["long", "direct"], "R. Quill")
    api.accept(path, by["doc 1/ü", "mixed"], "R. Quill")
    words = Span(UNDATED.index("the bridge"), UNDATED.index("</r>"))
    api.correct(path, by["undated", "indirect"], Correction(content=(words,), name="Bo Lind"), "R. Quill")
    # Its speaker is named, and is mentioned nowhere.
    api.correct(path, by["turns", "direct"], Correction(name="Ana Petrova"), "R. Quill")
    with api.reading(path) as store:
        yield store

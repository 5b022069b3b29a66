"""Protects what holds for any text: ordered spans that can be re-read, the same each time, in linear time."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import find, read
from onrecord.model import (
    ACTS,
    MODES,
    PASSAGE_KINDS,
    Document,
    Failure,
    Item,
    Passage,
    Span,
    Statement,
    digest,
    statement_id,
)
from onrecord.settings import Settings

MARKS = "“”\"„‟«»‘’'‚‹›"
FRAGMENTS = (
    *MARKS, "“", "”", '"', "’s ", "said ", " said that ", " told ", "according to ", "added", " believes ",
    "plans to ", "claim that ", "Ana Brod", "the minister", " he ", "She ", "We, the heads of state (Arvia) ",
    "we call upon ", "MS. ORRIN:  ", "Q   ", "Question: ", "Ruta Salm: ", "**Odo Lenk:** ", "[00:01] ", "— ",
    " - ", ": ", ", ", ". ", "? ", "…", "(", ")", "[", "]", "> ", "# ", "- ", "\n", "\n\n", "\r\n",
    "\r\n\r\n", "\t", "\xa0", "\u2028", "\ufeff", "\u200b", "See also", "quoted by BNA", "the bridge will ",
    "1. ", "9 May ", "e\u0301", "ß", "ﬁ", "İ", "😀", "ё", "中文", "العربية",
)  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join),
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300),
    st.text(alphabet=st.sampled_from(MARKS + " \n,.a"), max_size=200),
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.text(st.characters(exclude_categories=("Cs",)), max_size=8)),
        max_size=60,
    ).map("".join),
)
languages = st.sampled_from(["en", "en", "en", "de", "fr", "ru", "zh", None])


def document(text: str, language: str | None = "en") -> Document:
    """A plain document of that text."""
    return Document(
        id="0123456789abcdef", path="case.txt", source="/case.txt", outlet=None, url=None, title=None,
        authors=(), kind="text", language=language, published=None, updated=None, fetched=None, text=text,
        digest=digest(text.encode()),
    )  # fmt: skip


def paragraphs(text: str, kinds: tuple[str, ...] = ("paragraph",)) -> list[Passage]:
    """Passages by blank lines, their kinds taken in turn; a turn's label is its first words up to a colon."""
    passages: list[Passage] = []
    for match in re.finditer(r"\S(?:.*\S)?(?:\r?\n[ \t]*\S(?:.*\S)?)*", text):
        kind, label = kinds[len(passages) % len(kinds)], None
        colon = re.match(r"([^\s:][^:\n]{0,30}):\s*\S", match[0])
        if kind == "turn" and colon:
            label = Span(match.start(), match.start() + colon.end(1))
        if kind == "turn" and not colon:
            kind = "paragraph"
        span = Span(match.start(), match.end())
        passages.append(Passage("0123456789abcdef", len(passages), span, kind, label))  # type: ignore[arg-type]
    return passages


def readable(text: str, passages: list[Passage] | tuple[Passage, ...], found: list[Statement]) -> None:
    """Everything a statement promises about its spans."""
    by_number = {passage.number: passage for passage in passages}
    starts = [one.content[0].start for one in found]
    assert starts == sorted(starts), "statements stand in the order of the text"
    assert len({one.id for one in found}) == len(found), "no two statements share an id"
    for one in found:
        assert one.content, "a statement has words"
        edges = [offset for span in one.content for offset in span]
        assert edges == sorted(edges), f"content in order, not overlapping: {one.content}"
        spans = [*one.content, *one.via]
        spans += [span for span in (one.cue, one.addressee) if span]
        spans += [one.speaker.span, *one.speaker.members] if one.speaker else []
        for span in spans:
            assert 0 <= span.start < span.end <= len(text), f"{span} lies in the text"
        assert any(span.of(text).strip() for span in one.content), "the words are not white space"
        place = by_number[one.passage].span
        assert place.start <= one.content[0].start < place.end, "content starts in its passage"
        assert one.mode in MODES
        assert one.act in ACTS
        assert one.rule
        assert 0 <= one.score <= 1
        assert one.id == statement_id(one.document, one.mode, one.cue, one.content)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, languages, st.lists(st.sampled_from(PASSAGE_KINDS), min_size=1, max_size=5).map(tuple))
def test_any_passages(text: str, language: str | None, kinds: tuple[str, ...]) -> None:
    """Any text in passages of any kind gives statements that can be re-read, the same each time."""
    doc, passages = document(text, language), paragraphs(text, kinds)
    found = find.statements(doc, passages)
    readable(text, passages, found)
    find.statements(document("“Nothing,” said Ana Brod."), paragraphs("“Nothing,” said Ana Brod."))
    assert find.statements(doc, passages) == found, "nothing is remembered between documents"


def as_read(text: str, suffix: str = "txt") -> tuple[Document, tuple[Passage, ...]] | None:
    """The text as the reader types it, or None where it is refused."""
    name = f"case.{suffix}"
    item = Item(path=name, source=f"/{name}", kind=None, data=text.encode())
    for result in read.documents(item, Settings()):
        return None if isinstance(result, Failure) else (result.document, result.passages)
    return None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(["txt", "md"]))
def test_any_text_as_read(text: str, suffix: str) -> None:
    """The same through the reader, whose passages are in order."""
    reading = as_read(text, suffix)
    if reading is None:
        return
    doc, passages = reading
    offsets = [offset for passage in passages for offset in passage.span]
    assert offsets == sorted(offsets)
    assert [passage.number for passage in passages] == list(range(len(passages)))
    readable(doc.text, passages, find.statements(doc, passages))


FIRST = "“We will wait for the last boat,” said Ana Brod."
THIRD = "Marta Velin, the commissioner, said: “The bridge will reopen on Friday.”"
MIDDLE = "The road along the river was closed in March, and nobody has asked for it since. "


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(MIDDLE) - 1), st.sampled_from(MARKS), st.integers(1, 3))
def test_a_bad_mark_costs_its_own_paragraph(where: int, mark: str, times: int) -> None:
    """Stray marks in one paragraph leave the statements of its neighbours as they are."""
    middle = MIDDLE[:where] + mark * times + MIDDLE[where:]
    text = f"{FIRST}\n\n{middle.strip()}\n\n{THIRD}"
    found = find.statements(document(text), paragraphs(text))
    words = {
        (
            " ".join(span.of(text).strip("“”,.") for span in one.content),
            one.speaker and one.speaker.span.of(text)[:8],
        )
        for one in found
        if one.content[0].start < len(FIRST) or one.content[0].start >= len(text) - len(THIRD)
    }
    assert ("We will wait for the last boat", "Ana Brod") in words
    assert ("The bridge will reopen on Friday", "Marta Ve") in words


def repeated(unit: str) -> Callable[[int], str]:
    """A maker of texts of about so many code points."""
    return lambda size: unit * max(1, size // len(unit))


HOSTILE: dict[str, Callable[[int], str]] = {
    **{f"only {mark}": repeated(mark) for mark in MARKS},
    **{f"spaced {mark}": repeated(f"{mark} a ") for mark in "“”\"'’«"},
    "openings, one a paragraph": repeated("“a b c\n\n"),
    "alternating marks": repeated("“‘«„\""),
    "all marks": repeated(MARKS),
    "labels": repeated("MS. ORRIN:  Yes.\n\n"),
    "labels without words": repeated("Q:\n"),
    "labels on one line": repeated("Ruta Salm: "),
    "bold labels": repeated("**Odo Lenk:** no\n\n"),
    "round brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "square brackets": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "one word": repeated("a"),
    "one word in capitals": repeated("A"),
    "capitalised words": repeated("Ana "),
    "said": repeated("said "),
    "said that": repeated("said that "),
    "he said": repeated("he said, "),
    "according to": repeated("according to "),
    "told him that": repeated("she told him that "),
    "spaces": lambda size: "a" + " " * size + "b",
    "line breaks": lambda size: "a" + "\n" * size + "b",
    "carriage returns": repeated("a\r\n"),
    "tabs": repeated("\t"),
    "dashes": repeated("— "),
    "colons": repeated(": "),
    "commas": repeated("a, "),
    "full stops": repeated("."),
    "initials": repeated("A. "),
    "we": repeated("we, the heads of state "),
    "parenthesis of members": lambda size: "We, the heads (" + "Arvia, " * (size // 7) + "), call upon all.",
    "long quotation": lambda size: "“" + "word " * (size // 5) + "” said Ana Brod.",
    "many quotations": repeated("“Yes,” said Ana Brod. "),
    "quotations without end": repeated("“Yes, said Ana Brod. "),
    "titles": repeated("President "),
    "combining accents": lambda size: "e" + "\u0301" * size,
    "emoji": repeated("😀"),
}  # fmt: skip


LONGEST = {"only “", 'only "', "only ’", "one word", "round brackets", "labels"}


def layouts(text: str) -> list[list[Passage]]:
    """The text as one passage, and as its paragraphs where these are others."""
    whole = [Passage("0123456789abcdef", 0, Span(0, len(text)), "paragraph")]
    apart = paragraphs(text)
    return [whole] if [one.span for one in apart] == [one.span for one in whole] else [whole, apart]


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts(kind: str) -> None:
    """Hostile texts of every kind, a million code points of the commonest, raise nothing and can be re-read.

    The others are shorter because `test_linear` shows that more would only take longer.
    """
    text = HOSTILE[kind](1_000_000 if kind in LONGEST else 60_000)
    for passages in layouts(text):
        readable(text, passages, find.statements(document(text), passages))


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_as_read(kind: str) -> None:
    """The same through the reader, whose layout sees the text first."""
    reading = as_read(HOSTILE[kind](60_000))
    if reading is not None:
        doc, passages = reading
        readable(doc.text, passages, find.statements(doc, passages))


def work(text: str, passages: list[Passage]) -> float:
    """Processor time of finding; the less of two runs."""
    least = float("inf")
    for _ in range(2):
        start = time.process_time()
        find.statements(document(text), passages)
        least = min(least, time.process_time() - start)
    return least


@pytest.mark.parametrize("kind", HOSTILE)
def test_linear(kind: str) -> None:
    """Four times the text takes about four times the work: sixteen would be quadratic.

    The bound is a ratio, not a time; work too small to measure passes, and a busy machine gets three tries.
    """
    size = 5_000
    while size < 40_000 and work(HOSTILE[kind](size), layouts(HOSTILE[kind](size))[0]) < 0.1:
        size *= 2
    small, large = HOSTILE[kind](size), HOSTILE[kind](4 * size)
    for few, many in zip(layouts(small), layouts(large), strict=True):
        ratios: list[float] = []
        while len(ratios) < 3 and (not ratios or ratios[-1] > 9):
            more = work(large, many)
            ratios.append(more / max(work(small, few), 0.005) if more > 0.05 else 0.0)
        assert min(ratios) < 9, f"{len(many)} passages: four times the text took {ratios} times the work"

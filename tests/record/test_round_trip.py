"""Protects what is stored: every document, passage and statement comes back equal, whatever stands in it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.model import (
    ACTS,
    MODES,
    PASSAGE_KINDS,
    Document,
    Linked,
    Passage,
    Reading,
    Said,
    Span,
    Speaker,
    Statement,
    When,
    digest,
    statement_id,
)
from onrecord.record import Filter, Record

words = st.text(max_size=20)  # with NUL and what no font has
odd = st.text(st.characters(categories=["L", "N", "P", "Z", "C", "S"]), max_size=20)  # lone surrogates too
ids = st.text("0123456789abcdef", min_size=16, max_size=16)
offsets = st.integers(0, 60)
spans = st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair)))
whens = st.builds(When, odd, odd, odd) | st.just(
    When("2031-05", "2031-05-01T00:00:00Z", "2031-05-31T23:59:59Z")
)
speakers = st.builds(Speaker, spans, st.none() | odd, st.none() | odd, st.lists(spans, max_size=3).map(tuple))
optional = st.none()

FOLDER = TemporaryDirectory()
RECORD = Record.open(Path(FOLDER.name) / "r", create=True)


@st.composite
def results(draw: st.DrawFn) -> tuple[Reading, list[Statement]]:
    text = draw(odd)
    document = Document(
        draw(ids), draw(odd), draw(odd), draw(optional | odd), draw(optional | odd), draw(optional | odd),
        draw(st.lists(odd, max_size=3).map(tuple)), draw(words), draw(optional | words),
        draw(optional | whens), draw(optional | whens), draw(optional | whens),
        text, digest(text.encode("utf-8", "surrogatepass")),
    )  # fmt: skip
    passages = tuple(
        Passage(
            document.id, number, draw(spans), draw(st.sampled_from(PASSAGE_KINDS)), draw(optional | spans)
        )
        for number in range(draw(st.integers(0, 4)))
    )
    statements = {}
    for _ in range(draw(st.integers(0, 4))):
        mode, cue = draw(st.sampled_from(MODES)), draw(optional | spans)
        content = tuple(draw(st.lists(spans, max_size=3)))
        id = statement_id(document.id, mode, cue, content)
        statements[id] = Statement(
            id, document.id, draw(st.integers(0, 9)), content, cue, draw(optional | speakers),
            draw(optional | spans), tuple(draw(st.lists(spans, max_size=3))),
            draw(optional | st.builds(Said, whens, optional | spans, odd)),
            mode, draw(st.sampled_from(ACTS)), draw(words), draw(st.floats(0, 1)),
        )  # fmt: skip
    return Reading(document, passages, draw(optional | st.binary(max_size=50))), list(statements.values())


@settings(max_examples=40, deadline=None)
@given(results())
def test_whatever_is_stored_comes_back_equal(given: tuple[Reading, list[Statement]]) -> None:
    reading, statements = given
    document = reading.document
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "r", create=True) as record:
        result = reading, Linked(tuple(statements))
        added = record.add("key", [result], document.source)
        assert added == (1, 0, 0, len(statements), 0)
        assert record.document(document.id) == document
        assert record.passages(document.id) == reading.passages
        assert record.raw(document.id) == reading.raw
        assert list(record.statements()) == [(document, statement) for statement in statements]
        for statement in statements:
            assert record.statement(statement.id) == (document, statement)
            assert statement.id in record.find(statement.id[:9])
        [listed] = record.documents()
        assert listed == (document, 1, len(statements), len(document.text.split()), None, True)
        # Under another key the same result is nothing new; under the same one neither.
        for key in ("key", "other"):
            assert record.add(key, [result], document.source) == (0, 0, 1, 0, 0)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40) | odd | st.text('"*“”():^+-NEARORAND{} ', max_size=30))
def test_no_query_breaks_anything(query: str) -> None:
    for name in ("words", "speaker", "entity", "outlet", "language", "since", "mode", "order"):
        with suppress(UsageError):
            list(RECORD.statements(Filter(**{name: query})))
            list(RECORD.documents(Filter(**{name: query})))
    with suppress(UsageError):
        list(RECORD.speakers(query))
    list(RECORD.documents(Filter(document=query)))
    list(RECORD.statements(Filter(document=query)))
    RECORD.find(query)
    RECORD.statement(query)
    RECORD.document(query)

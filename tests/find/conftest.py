"""Shared by the tests of finding: documents, passages, tokens, and what is found in a text, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord import find
from onrecord.find.lexicon import Lexicon, lexicon
from onrecord.find.marks import quotes
from onrecord.find.tokens import Tokens, tokens
from onrecord.model import Document, Passage, PassageKind, Span, Statement, digest

Place = tuple[Tokens, int]
Shown = Callable[[Tokens, tuple[int, int] | None], str | None]


@pytest.fixture(scope="session")
def lex() -> Lexicon:
    """The English lexicon."""
    english = lexicon("en")
    assert english is not None
    return english


@pytest.fixture(scope="session")
def split(lex: Lexicon) -> Callable[[str], Tokens]:
    """The tokens of one paragraph."""
    return lambda text: tokens(text, 0, len(text), quotes(text, 0, len(text)), lex)


@pytest.fixture(scope="session")
def at(split: Callable[[str], Tokens]) -> Callable[[str], Place]:
    """Tokens and the index of the one before which "^" stands; their number where it stands at the end."""

    def place(marked: str) -> Place:
        position = marked.index("^")
        t = split(marked.replace("^", "", 1))
        return t, next((i for i, start in enumerate(t.starts) if start >= position), len(t.words))

    return place


@pytest.fixture(scope="session")
def shown() -> Shown:
    """The words of a range of tokens."""
    return lambda t, r: None if r is None else t.text[t.starts[r[0]] : t.ends[r[1] - 1]]


@pytest.fixture(scope="session")
def paper() -> Callable[..., tuple[Document, list[Passage]]]:
    """A document made of (kind, words[, label]) pieces, blank lines between; a string is a paragraph.

    A label that its piece does not contain is that of the piece before.
    """

    def make(*pieces: str | tuple[PassageKind, str] | tuple[PassageKind, str, str], **more: str | None):
        text, passages = "", []
        label: Span | None = None
        for piece in pieces:
            kind, words, name = (*(("paragraph", piece) if isinstance(piece, str) else piece), None)[:3]
            text += "\n\n" if text else ""
            if name is not None and name in words:
                begin = len(text) + words.index(name)
                label = Span(begin, begin + len(name))
            span = Span(len(text), len(text) + len(words))
            passages.append(Passage("paper", len(passages), span, kind, label if name is not None else None))
            text += words
        facts = {"title": None, "language": "en"} | more
        document = Document(
            id="paper", path="paper.txt", source="/paper.txt", outlet=None, url=None, title=facts["title"],
            authors=(), kind="text", language=facts["language"], published=None, updated=None, fetched=None,
            text=text, digest=digest(text.encode()),
        )  # fmt: skip
        return document, passages

    return make


@pytest.fixture(scope="session")
def found(paper) -> Callable[..., list[tuple[str, ...]]]:
    """What is found in some pieces: (rule, speaker or None, words...), in the order of the text."""

    def run(*pieces: object, **more: str | None) -> list[tuple[str | None, ...]]:
        document, passages = paper(*pieces, **more)
        return [line(one, document.text) for one in find.statements(document, passages)]

    return run


def line(one: Statement, text: str) -> tuple[str | None, ...]:
    """A statement as (rule, speaker or None, words...)."""
    who = one.speaker.span.of(text) if one.speaker else None
    return (one.rule, who, *(span.of(text) for span in one.content))

"""Protects against hostile text: nothing crashes, spans lie in the text, the same text gives the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.link.figures import figures
from onrecord.link.figures.scan import scan
from tests.link.figure_papers import paper

WORDS = [
    "Ada", "Berg", "the", "The", "President", "Mr.", "of", "and", "said", "he", "She", "“", "”", '"', "''",
    ",",
    ".", "’s", "\\_", "\\u00e9", "spokesman", "Kenya", "Kenyan", "van", "der", "-", "(", ")", "42", "<he>",
    "<the mayor>", "<Berg>", "<Mayor Ada Berg>", "<THE PRESIDENT>:", "<Q>:", "<Ada and Bo>", "<they>", "\n\n",
    "# ", "Dr.", "al-Berg", "III", "İ", "ß", "Ⅷ", "\u2028", "\x00", "É", "Жанна", "<\u00a0>",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["en", "de", None]))
def test_any_words(words: list[str], language: str | None) -> None:
    """Statements keep their number and spans; figures are numbered, their mentions in order."""
    document, passages, statements = paper(" ".join(words), language=language)
    named, found = figures(document, passages, statements)
    assert [s.id for s in named] == [s.id for s in statements]
    assert [s.content for s in named] == [s.content for s in statements]
    assert [f.number for f in found] == list(range(len(found)))
    for figure in found:
        spans = [m.span for m in figure.mentions]
        assert spans == sorted(spans)
        assert all(0 <= s.start < s.end <= len(document.text) for s in spans)
        assert all(0 <= n < len(found) for n in figure.members)
    assert figures(document, passages, statements) == (named, found)


@settings(deadline=None, max_examples=300)
@given(st.text())
def test_any_text(text: str) -> None:
    """Runs, sentences and quotations are in order and within the text."""
    read = scan(text)
    assert all(0 <= run.start < run.end <= len(text) for run in read.runs)
    assert list(read.sentences) == sorted(read.sentences)
    ends = [0, *(at for pair in read.quoted for at in pair)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


def test_long_runs() -> None:
    """Work stays in proportion to the text, whatever is repeated in it."""
    for piece in (
        "Ada ",
        "A. ",
        "“",
        '"',
        "de la ",
        "Mr. ",
        "Ada’",
        "\\_",
        "\\x4",
        ".”",
        "the President ",
        "A-",
        "Ber de ",
    ):
        assert len(scan(piece * 20_000).runs) >= 0

"""Statements are spans of the document they were found in, in order, the same for the same text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.finder import Finder
from onrecord.find.lexicon import lexicon
from onrecord.find.originals import original
from onrecord.find.speakers import speaker
from onrecord.model import Document, Passage, Statement
from onrecord.settings import READERS

__all__ = ["READERS", "VERSION", "each", "original", "statements", "unlinked"]

VERSION = 5


def statements(document: Document, passages: Sequence[Passage], reader: str = "rules") -> list[Statement]:
    """Every statement of a document, in the order of the text.

    Args:
        document: its language decides which lexicon and model are used; where there is none, only marks,
            labels and layout are read.
        passages: the document's, in order.
        reader: one of `READERS`: which model reads the running text, or the rules alone.
    """
    return each([(document, passages)], reader)[0]


def each(texts: Sequence[tuple[Document, Sequence[Passage]]], reader: str = "rules") -> list[list[Statement]]:
    """The statements of several documents, for each the same as if it were alone."""
    finders = [Finder(document, passages) for document, passages in texts]
    if reader != "rules":
        from onrecord.find.trained import attributions, model  # with numpy: only for those who find

        wanted = [(finder, asked) for finder in finders if (asked := finder.asked())]
        chosen = model(reader) if wanted else None
        if chosen:
            given = [(f.text, [f.words_of(p) for p in asked]) for f, asked in wanted]
            for (finder, asked), found in zip(wanted, attributions(given, chosen), strict=True):
                finder.answer(chosen, list(zip(asked, found, strict=True)))
    return [finder.statements() for finder in finders]


def unlinked(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """The statements as they were found, without what was linked since: who a mention denotes, and when."""
    words = lexicon(document.language)
    return [
        replace(
            one,
            said=None,
            speaker=one.speaker
            if one.speaker is None or one.mode == "joint"
            else speaker(document.text, one.speaker.span, words),
        )
        for one in statements
    ]

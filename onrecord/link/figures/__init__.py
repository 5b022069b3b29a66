"""Every mention that denotes a figure says on what evidence; a doubtful one denotes nobody."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.resolve import Resolver
from onrecord.link.figures.words import words
from onrecord.model import Document, Figure, Passage, Span, Statement


def figures(
    document: Document, passages: Sequence[Passage], statements: Sequence[Statement]
) -> tuple[list[Statement], list[Figure]]:
    """The statements with their speakers named, and the figures they speak of.

    Args:
        document: its language decides which words are read; without words, only labels and exact names are.
        passages: the document's, in order.
        statements: as `find.statements` gives them.
    """
    if not statements:
        return [], []
    resolver = Resolver(document, passages, statements, words(document.language))
    named = resolver.run()
    drafts = sorted(resolver.used.values(), key=_first)
    numbers = {id(draft): n for n, draft in enumerate(drafts)}
    return named, [_figure(n, draft, numbers) for n, draft in enumerate(drafts)]


def _first(draft: Draft) -> tuple[Span, str]:
    return min(draft.mentions, default=Span(0, 0)), draft.name or ""


def _figure(number: int, draft: Draft, numbers: dict[int, int]) -> Figure:
    order = sorted(draft.forms, key=lambda form: (-len(form), form))
    printed = tuple(dict.fromkeys(filter(None, (draft.name, *order))))
    members = tuple(sorted(numbers[id(m)] for m in draft.members if id(m) in numbers))
    return Figure(number, draft.kind, draft.name, printed, tuple(draft.roles), draft.noted(), members)

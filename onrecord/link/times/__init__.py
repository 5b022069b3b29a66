"""Every time expression becomes an interval with the reason for it, or is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.link.facts import Fact
from onrecord.link.times.expressions import found, grammar
from onrecord.link.times.resolve import Context, meaning
from onrecord.model import Document, Passage, Time, When
from onrecord.text import edtf

__all__ = ["times"]


def times(
    document: Document, passages: Sequence[Passage], published: When | None, known: Sequence[Fact] = ()
) -> list[Time]:
    """The time expressions of a document that name a calendar interval, in order."""
    rules = grammar(document.language)
    if rules is None:
        return []
    days = edtf.days(published.edtf) if published else None
    today = days[0] if days else None
    context = Context(rules.data, document.text, today)
    given = []
    for one in found(document.text, document.language):
        meant = meaning(one, context)
        if meant is None:
            continue
        when = edtf.when(meant.stretch.edtf)
        if when is not None:
            context.note(one, meant)
            given.append(Time(document.id, one.span, when, meant.basis))
    return given

"""Statements are spans of the document they were found in, in order, the same for the same text."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find.lexicon import lexicon
from onrecord.find.marks import quotes
from onrecord.find.reported import Reported
from onrecord.find.tokens import tokens
from onrecord.model import Document, Passage, Span, Speaker, Statement, statement_id

VERSION = 1


def statements(document: Document, passages: Sequence[Passage]) -> list[Statement]:
    """Every statement of a document, in the order of the text."""
    out = []
    lex = lexicon(document.language)
    for p in passages:
        if p.kind == "furniture" or lex is None:
            continue
        marks = quotes(document.text, p.span.start, p.span.end)
        toks = tokens(document.text, p.span.start, p.span.end, marks, lex)
        for f in Reported(toks, lex).statements():
            content = tuple(sorted(Span(*c) for c in f.content))
            cue = Span(*f.cue) if f.cue else None
            out.append(
                Statement(
                    statement_id(document.id, "x", cue, content),
                    document.id, p.number, content, cue,
                    Speaker(Span(*f.source)) if f.source else None,
                    Span(*f.addressee) if f.addressee else None,
                    (), None, "indirect", f.act, f.rule, f.score,
                )
            )  # fmt: skip
    return out

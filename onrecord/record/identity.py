"""What makes two documents, sources or statements the same is decided here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from onrecord.model import Document, Statement, statement_id


def described(d: Document) -> tuple[Any, ...]:
    """All that a source says about a document, apart from its place and when it was fetched."""
    return d.outlet, d.url, d.title, d.authors, d.kind, d.language, d.published, d.updated


def named(statements: Sequence[Statement], document: Document, stored: Document) -> list[Statement]:
    """The statements under the stored document's id, no two with the same id.

    An id is made of the document's id and the place of the words, so two statements of one document share an
    id only where the same words have two readings (two speakers, say): the second is "id~2".
    """
    taken: set[str] = set()
    named = []
    for statement in statements:
        own = statement.id
        if stored.id != document.id:
            own = statement_id(stored.id, statement.mode, statement.cue, statement.content)
        id, count = own, 1
        while id in taken:
            count += 1
            id = f"{own}~{count}"
        taken.add(id)
        if id != statement.id or statement.document != stored.id:
            statement = replace(statement, id=id, document=stored.id)
        named.append(statement)
    return named


def gone(source: str) -> bool:
    """Whether the file of `source` (or the archive or the file of rows that held it) is no longer there."""
    if not os.path.isabs(source):
        return False
    for name in (source, source.rpartition("#")[0]):
        if name and os.path.lexists(name):
            return False
    for parent in Path(source).parents:
        if parent.is_dir():
            return True
        if parent.exists():
            return False
    return True

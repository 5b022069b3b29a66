"""Every quotation of a file is checked once, in its order, and the file is no witness for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from onrecord.model import Failure, Passage, Span, Statement
from onrecord.record import Record
from onrecord.run.reading import read
from onrecord.run.results import Read, Rendered
from onrecord.run.verified import Verified
from onrecord.run.verifying import Verifier
from onrecord.settings import Settings

FEWEST = 5  # words of a quotation that is checked, where it is not all that somebody said
FEWEST_SAID = 3  # words of one that is
_QUOTED = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|``(.+?)''")
_MARKS = "“”„‟«»\"'‘’` \u00a0\t\r\n"


class _Quotation(NamedTuple):
    """Words that a file quotes: where they stand in it, in order, without their marks."""

    parts: tuple[Span, ...]

    def words(self, text: str) -> str:
        return " ".join(part.of(text) for part in self.parts)


def verify_file(
    record: str | Path, path: str, settings: Settings, limit: int = 20
) -> Iterator[Verified | Failure]:
    """Check every quotation of a file, or of the files of a folder or an archive, against a record.

    What is checked: the quoted parts of direct and mixed statements, block quotations, and what else stands
    in quotation marks, from FEWEST words on. The file itself, if the record holds it, does not count.

    Args:
        record: the record's file.
        path: what to check, of any format that is read.
        settings: `reader` finds the statements.
        limit: how many places are wanted for each.

    Raises:
        RecordError: the record cannot be opened.
        ModelError: the reader cannot be loaded.
    """
    with Record.open(record, readonly=True) as store:
        verifier = Verifier(store)
        for result in read([path], replace(settings, workers=1)):
            assert not isinstance(result, Rendered)
            if isinstance(result, Failure):
                yield result
            else:
                yield from _checked(verifier, result, limit)


def _checked(verifier: Verifier, found: Read, limit: int) -> Iterator[Verified]:
    document = found.reading.document
    for one in quotations(document.text, found.reading.passages, found.statements):
        verified = verifier.ask(one.words(document.text), limit, without=document)
        yield replace(verified, span=Span(one.parts[0].start, one.parts[-1].end))


def quotations(text: str, passages: Sequence[Passage], statements: Sequence[Statement]) -> list[_Quotation]:
    """The quotations of a text, in order; none lies within another."""
    marked = [
        (passage, [_bare(text, Span(*match.span(match.lastindex or 0))) for match in _in(text, passage.span)])
        for passage in passages
        if passage.kind != "furniture"
    ]
    loose = [span for _, spans in marked for span in spans]
    found: list[tuple[int, _Quotation]] = []
    for one in statements:
        inside = [[span for span in loose if c.start <= span.start < c.end] for c in one.content]
        if one.mode == "direct":
            # A statement may begin before its marks: `that "we shall ..."`.
            parts = [some or [_bare(text, c)] for some, c in zip(inside, one.content, strict=True)]
            whole = tuple(part for some in parts for part in some if part.start < part.end)
            found.append((FEWEST_SAID, _Quotation(whole)))
        elif one.mode == "mixed":
            found += [(FEWEST, _Quotation((span,))) for some in inside for span in some]
    found += [(FEWEST, _Quotation((_bare(text, p.span),))) for p, _ in marked if p.kind == "block_quotation"]
    found += [(FEWEST, _Quotation((span,))) for span in loose]
    return _apart(text, found)


def _apart(text: str, found: Sequence[tuple[int, _Quotation]]) -> list[_Quotation]:
    """Those with enough words, what came first winning where two overlap; in the order of the text."""
    kept: list[_Quotation] = []
    taken: list[Span] = []
    for fewest, one in found:
        if not one.parts or len(one.words(text).split()) < fewest:
            continue
        if any(a.start < b.end and b.start < a.end for a in one.parts for b in taken):
            continue
        kept.append(one)
        taken += one.parts
    return sorted(kept, key=lambda one: one.parts[0])


def _in(text: str, span: Span) -> Iterator[re.Match[str]]:
    return _QUOTED.finditer(text, span.start, span.end)


def _bare(text: str, span: Span) -> Span:
    """A span without the marks and the white space at its ends."""
    start, end = span
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)

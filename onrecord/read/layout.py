"""Passages come in order, never overlap, and cover every visible character of the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.model import Passage, PassageKind, Span
from onrecord.read import labels
from onrecord.read.turns import Turns, find_turns

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•·▪‣◦●○■–—*+-]|\d{1,3}[.)]|\(?[a-z]\)|\(?[ivx]{1,4}\))[ \t\u00a0]+\S")
_LISTED = re.compile(r"[ \t]*(?:[•·▪‣◦●○■*+-]|\d{1,3}[.)])[ \t\u00a0]+\S")
_LABELLED = re.compile(
    r"\s*(?:\(\d+\)\s*)?(?:[*_]{0,2}[A-ZА-Я][\w.'’-]*(?: [A-ZА-Я][\w.'’-]*){0,3}[*_]{0,2}:\s|Q\s)"
    r"|\s*[—–]\s*[A-ZА-Я]"
)
_FOOTNOTE = re.compile(r"(?:\(\d{1,3}\)|\[\d{1,3}\]|\*{1,3}(?=[^\s*])(?![\s\S]*\*)|[†‡¹²³])\s*\S")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+\S|(?:\*\*|__)[^*_\n]+(?:\*\*|__)[ \t]*$")
_FURNITURE = re.compile(labels.FURNITURE_STARTS, re.I)
_FURNITURE_LINE = re.compile(rf"(?:{labels.FURNITURE_LINES})\W*", re.I)
_CAPTION = re.compile(labels.CAPTIONS, re.I)
_DATED_LINK = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}\s*[-–—]\s*\S")
_CLOSED = re.compile(r"[.!?…:;,][\"”’»)\]*_]*(?:\s*(?:\(\d+\)|\[\d+\]))?$")
_PULL = re.compile(
    rf"(?P<name>(?:[A-ZÀ-ÞА-ЯІЇЄ][\w'’.-]+[ \u00a0]){{1,3}}[A-ZÀ-ÞА-ЯІЇЄ][\w'’-]+),?[ \u00a0]"
    rf"(?P<title>(?:{'|'.join(w.capitalize() for w in labels.PULL_TITLES)})\b[^.!?;:\n]{{0,90}})$"
)
_EMPHASIS = re.compile(r"\*\*[^*]+\*\*|\*[^*]+\*|__[^_]+__|_[^_]+_")
_HEADING_MAX = 150
_WRAP_MAX = 100
_NEAR = 20_000  # code points in which a name is looked for again


class Block(NamedTuple):
    """A stretch whose kind the format itself shows (an HTML heading, YAML front matter)."""

    span: Span
    kind: PassageKind


class _Piece(NamedTuple):
    """A stretch between breaks, its kind where the format shows it, and whether a blank line follows."""

    start: int
    end: int
    kind: PassageKind | None
    blank: bool


def passages(
    document: str, text: str, blocks: Sequence[Block] = (), markdown: bool = False
) -> tuple[Passage, ...]:
    """The typed passages of a text.

    Args:
        document: the document's id.
        blocks: in order and apart; each bounds passages and, unless it is a "paragraph", gives their kind.
        markdown: a single line break within a paragraph does not end it.
    """
    pieces = list(_pieces(text, blocks, markdown))
    index = _index_of_links(text, pieces)
    turns = find_turns(
        text, [(p.start, p.end) for p in pieces[:index] if p.kind in (None, "paragraph", "list")]
    )
    kinds = _kinds(text, pieces, turns, index)
    out: list[Passage] = []
    label: Span | None = None
    for piece, kind in zip(pieces, kinds, strict=True):
        begun = turns.labels.get(piece.start)
        own: Span | None = None
        if begun is not None:
            label, own, kind = begun, begun, "turn"
        elif (
            label is not None
            and turns.go_on
            and kind in ("paragraph", "list", "block_quotation")
            and piece.start < turns.end
        ):
            own, kind = label, "turn"
        elif kind == "heading" or (kind == "paragraph" and not turns.go_on):
            label = None
        if kind == "block_quotation" and own is None:
            own = _pull_label(text, piece)
        out.append(Passage(document, len(out), Span(piece.start, piece.end), kind, own))
    return tuple(out)


# -- where passages begin and end


def _pieces(text: str, blocks: Sequence[Block], markdown: bool) -> Iterator[_Piece]:
    position = 0
    for block in blocks:
        yield from _loose(text, position, block.span.start, markdown)
        if block.kind == "paragraph" or block.kind == "list":
            for piece in _loose(text, block.span.start, block.span.end, markdown):
                yield piece if block.kind == "paragraph" else piece._replace(kind="list")
        else:
            span = _trim(text, *block.span)
            if span:
                yield _Piece(*span, block.kind, True)
        position = block.span.end
    yield from _loose(text, position, len(text), markdown)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _loose(text: str, start: int, end: int, markdown: bool) -> Iterator[_Piece]:
    """Pieces of a stretch without marked blocks: at blank lines, and at line ends that do not just wrap."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, start, end) if not m[0].isspace()]
    width = _wrap_width(text, lines)
    begin: int | None = None
    for n, (lo, hi) in enumerate(lines):
        span = _trim(text, lo, hi)
        if span is None:
            continue
        if begin is None:
            begin = span[0]
        following = lines[n + 1] if n + 1 < len(lines) else None
        blank = following is None or _blank_between(text, hi, following[0])
        if following is None or blank or not _wraps(text, (lo, hi), following, width, markdown):
            yield _Piece(begin, span[1], None, blank)
            begin = None


def _blank_between(text: str, hi: int, lo: int) -> bool:
    gap = text[hi:lo]
    return gap.count("\n") > 1 or "\u2029" in gap or "\f" in gap or (gap.count("\r") > 1 and "\n" not in gap)


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width a text is wrapped at, or 0 where each line is a paragraph of its own."""
    inner = [
        hi - lo for (lo, hi), after in itertools.pairwise(lines) if not _blank_between(text, hi, after[0])
    ]
    if len(inner) < 3:
        return 0
    inner.sort()
    width = inner[-1 - len(inner) // 20]
    return width if width <= _WRAP_MAX and inner[len(inner) // 2] >= 0.6 * width and width >= 50 else 0


def _wraps(text: str, line: tuple[int, int], following: tuple[int, int], width: int, markdown: bool) -> bool:
    """Whether the break after a line is only its wrapping."""
    nxt = text[following[0] : following[1]]
    if _LISTED.match(nxt) or _MARKDOWN_HEADING.match(nxt) or _LABELLED.match(nxt):
        return False
    if nxt.lstrip()[0].islower() and text[line[1] - 1] not in ".!?:":
        return True
    if markdown:
        return text[line[1] - 2 : line[1]] != "  "
    if not width:
        return False
    first_word = len(nxt.split(None, 1)[0])
    return line[1] - line[0] + 1 + first_word > width * 0.97 or (
        line[1] - line[0] > 0.7 * width and text[line[1] - 1] not in '.!?:”"'
    )


# -- kinds


def _kinds(text: str, pieces: list[_Piece], turns: Turns, index: int) -> list[PassageKind]:
    kinds: list[PassageKind] = []
    seen = _Seen()
    for n, piece in enumerate(pieces):
        if kinds:
            seen.note(kinds[-1])
        if n >= index:
            kinds.append("furniture")
        elif piece.kind is not None and piece.kind != "paragraph":
            kinds.append(piece.kind)
        elif piece.start in turns.labels:
            kinds.append("turn")
        else:
            kinds.append(_kind(text, pieces, n, seen))
    _mark_footnotes(text, pieces, kinds)
    return kinds


class _Seen:
    """What stands before a piece: whether only titles and furniture do, and whether a turn does."""

    def __init__(self) -> None:
        self.titled = True
        self.turn = False

    def note(self, kind: PassageKind) -> None:
        self.titled = self.titled and kind in ("furniture", "heading", "caption")
        self.turn = self.turn or kind == "turn"


def _kind(text: str, pieces: list[_Piece], n: int, seen: _Seen) -> PassageKind:
    piece = pieces[n]
    words = text[piece.start : min(piece.end, piece.start + 300)]
    short = piece.end - piece.start <= _HEADING_MAX
    bullet = _BULLET.match(words)
    plain = words[bullet.end() - 1 :] if bullet else words
    if _FURNITURE.match(plain) and len(" ".join(text[piece.start : piece.end].split())) < 400:
        return "block_quotation" if _pull_label(text, piece) else "furniture"
    if short and _FURNITURE_LINE.fullmatch(words):
        return "furniture"
    if piece.end - piece.start < 250 and _CAPTION.match(words):
        return "caption"
    if words[0] == ">":
        return "block_quotation"
    if bullet:
        return "list"
    if (_MARKDOWN_HEADING.match(words) and short) or _is_emphatic(words):
        return "heading"
    if _pull_label(text, piece):
        return "block_quotation"
    if "\n" not in words and not seen.turn and _is_heading(words, pieces, n, seen.titled):
        return "heading"
    return "paragraph"


def _is_emphatic(words: str) -> bool:
    """A stretch set in bold or italics throughout, without a sentence."""
    if len(words) > 250 or words[0] not in "*_" or words[-1] not in "*_" or words.rstrip("*_")[-1:] in ".!?:":
        return False
    return ". " not in words and all(not part.strip(" \n\u00a0") for part in _EMPHASIS.split(words))


def _is_heading(words: str, pieces: list[_Piece], n: int, titled: bool) -> bool:
    """A short line without an end, above something longer."""
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "“‘\"'«„¿"):
        return False
    if len(words) > (2 * _HEADING_MAX - 1 if titled else _HEADING_MAX):
        return False
    closed = _CLOSED.search(words)
    if closed and words[-1] not in "?!":
        return False
    if words[0] in '“"«„' and words[-1] in '”"»“':
        return False
    following = next((p for p in pieces[n + 1 : n + 3]), None)
    if following is None:
        return titled and not closed
    return titled or following.end - following.start > len(words)


def _pull_label(text: str, piece: _Piece) -> Span | None:
    """The printed name and title that close a pull-quote, where its words have no marks of their own."""
    tail_start = max(piece.start, piece.end - 160)
    if text[piece.end - 1] in '.!?:;,"”':
        return None
    m = _PULL.search(text, tail_start, piece.end)
    if m is None or m.start("name") - piece.start < 20 or len(m["title"].split()) > 10:
        return None
    return Span(_name_start(text, m.start("name"), m["name"]), m.end())


def _name_start(text: str, start: int, name: str) -> int:
    """Where the name begins in a run of capitals: its longest end found elsewhere too, else two words."""
    words = name.split()
    near = text[max(0, start - _NEAR) : start + _NEAR]
    for n in range(len(words), 1, -1):
        candidate = name[len(name) - len(" ".join(words[-n:])) :]
        if n == 2 or near.count(candidate) > 1:
            return start + len(name) - len(candidate)
    return start


def _index_of_links(text: str, pieces: list[_Piece]) -> int:
    """The piece from which a page only lists other texts (three or more dated titles), or len(pieces)."""
    dated = [n for n, p in enumerate(pieces) if _DATED_LINK.match(text, p.start, p.end)]
    return dated[0] if len(dated) >= 3 and dated[0] > 0 else len(pieces)


def _mark_footnotes(text: str, pieces: list[_Piece], kinds: list[PassageKind]) -> None:
    """Numbered notes at the end of a text are furniture."""
    for n in range(len(pieces) - 1, 0, -1):
        if kinds[n] == "furniture":
            continue
        if kinds[n] in ("turn", "heading") or not _FOOTNOTE.match(text, pieces[n].start, pieces[n].end):
            return
        kinds[n] = "furniture"

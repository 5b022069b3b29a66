"""Quotation marks are shown as enclosing too much only where the other text has all the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.check.changed import alike, one_utterance
from onrecord.check.contract import Retold, Told
from onrecord.check.languages import en_wording as words
from onrecord.check.sides import around, beside, inside, part, texts_called
from onrecord.model import Edit, Finding, Shown, Span, finding

NAME = "enclosed"
_QUOTED = ("direct", "mixed")
_WORDS = 8  # that both have, at least
_BESIDE = 5  # equal words right beside what is enclosed, both sides together
_OTHERS = 1  # other words that differ: with more it is another wording, or another translation
_SLIGHT = frozenset(words.SLIGHT.split())
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_CUT = re.compile(r"…|\.\s?\.\s?\.|[\[\](){}~*|<>—–]|--")
_MARK = re.compile(r"[\"“”„«»]")
_OPENS = re.compile(r"(?:^|[\s(\[—–-])$")


def enclosed(repetitions: Sequence[Retold]) -> Iterator[Finding]:
    """Findings among the repetitions of one family, one for each text whose marks enclose more."""
    seen: set[tuple[str, Span]] = set()
    for one in repetitions:
        if not one_utterance(one) or not alike(one):
            continue
        plain = [edit for edit in one.hop.edits if edit.kind not in ("marks", "question")]
        if len(plain) > _OTHERS + 1:
            continue
        for edit in plain:
            quoted, span, other, gap = _more(one, edit)
            place = quoted.document.id, span
            if place not in seen and _put_in(quoted, span, other, gap) and beside(one, edit) >= _BESIDE:
                seen.add(place)
                yield _found(one, edit)


def _more(one: Retold, edit: Edit) -> tuple[Told, Span, Told, Span]:
    """The side on which an edit has more words, and where; then the other, and where."""
    if edit.earlier.end - edit.earlier.start > edit.later.end - edit.later.start:
        return one.earlier, edit.earlier, one.later, edit.later
    return one.later, edit.later, one.earlier, edit.earlier


def _put_in(quoted: Told, span: Span, other: Told, gap: Span) -> bool:
    """Whether words that say something stand within quotation marks, and nothing in their place elsewhere."""
    if quoted.statement is None or other.statement is None or gap.start < gap.end:
        return False
    if quoted.statement.mode not in _QUOTED or other.statement.mode not in ("direct", "turn"):
        return False
    if not inside(quoted, span) or not inside(other, gap) or not _marked(quoted, span):
        return False
    text, elsewhere = quoted.document.text, other.document.text
    found = [word.casefold() for word in _WORD.findall(text, span.start, span.end)]
    if not [word for word in found if word not in _SLIGHT]:
        return False
    near = text[max(0, span.start - 2) : span.end + 2], elsewhere[max(0, gap.start - 4) : gap.end + 5]
    return not any(map(_CUT.search, near)) and not _MARK.search(span.of(text))


def _marked(told: Told, span: Span) -> bool:
    """Whether a span stands within quotation marks; all of a direct statement does."""
    if told.statement and told.statement.mode == "direct":
        return True
    bounds, text = part(told, span), told.document.text
    before = list(_MARK.finditer(text, max(0, bounds.start - 1), span.start))
    after = _MARK.search(text, span.end, bounds.end + 2)
    return bool(before and after and _OPENS.search(text[: before[-1].start()][-1:]))


def _found(one: Retold, edit: Edit) -> Finding:
    quoted, span, other, gap = _more(one, edit)
    called = texts_called(one) if quoted is one.earlier else texts_called(one)[::-1]
    who = one.earlier.voice.name or one.later.voice.name
    whose = f"the same words of {who}" if who else "the same words"
    more = " ".join(span.of(quoted.document.text).split())
    message = f'In {called[0]} the quotation marks enclose "{more}"; {whose} stand without it in {called[1]}.'
    shown = [
        Shown(quoted.document.id, around(quoted, span, 8)),
        Shown(other.document.id, around(other, gap, 8)),
    ]
    statements = [told.statement.id for told in (quoted, other) if told.statement]
    why = "No ellipsis or bracket shows that words were left out or put in, and those beside it are the same."
    return finding(NAME, message, shown, why, 0.9, statements)

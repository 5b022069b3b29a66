"""Who speaks is taken from beside the words or from the title only where nobody else is shown to speak."""

from __future__ import annotations

import re

from onrecord.check import occasion
from onrecord.check.languages import en_wording as words
from onrecord.model import Statement

_NEAR = 120  # code points beside the words
_SURE = 0.5  # of a statement's score: a speaker carried over from the sentence before is a guess
_TITLES = frozenset(words.TITLES.split())
_NAME = r"((?:[^\W\d_a-z][\w.’'-]{0,30}(?: of| for)? ){0,6}[^\W\d_a-z][\w’'-]{0,30})"
_AFTER = re.compile(
    rf"[\s,.!?\"'”’»]{{0,4}}(?:[–—-]{{1,2}} ?|\(|(?:{words.WORDS_OF}) (?:the )?){_NAME}(?!\w)|"
    rf",[\"'”’»]{{1,2}} {_NAME},"
)
_BEFORE = re.compile(
    rf"\b(?:{words.IN_WORDS_OF}) (?:the )?{_NAME}(?:, [^.,\"“]{{1,40}})?[,:] ?[\"'“‘«]{{0,2}}$"
)
_HEADED = re.compile(rf"\b(?:{words.HEADED}) (?:by|with|of|from) (?:the )?{_NAME}")


def name(text: str, statement: Statement, title: str | None, known: str) -> str:
    """The name of whoever speaks in a statement, or what is known of it already.

    Args:
        text: the document's.
        statement: in it.
        title: the document's.
        known: the name or the title under which the statement stands ("THE PRESIDENT"), or "".
    """
    if occasion.names(known) and not guessed(statement):
        return known
    if statement.mode == "turn":
        return (_headed(title or "", known) or known) if known else ""
    if (known and not guessed(statement)) or statement.mode not in ("direct", "mixed"):
        return known
    start, end = statement.content[0].start, statement.content[-1].end
    marks = end
    while marks > start and not (text[marks - 1].isalnum() or marks < end - 4):
        marks -= 1
    after = text[marks : end + _NEAR].partition("\n\n")[0]
    before = text[max(0, start - _NEAR) : start].rpartition("\n\n")[2]
    for found in (_AFTER.match(after), _BEFORE.search(before)):
        if found and (given := _person(next(filter(None, found.groups()), ""))):
            return given
    return known


def guessed(statement: Statement) -> bool:
    """Whether nothing beside a quotation shows who speaks, so that the speaker before was taken."""
    return statement.mode == "direct" and statement.score < _SURE


def _person(printed: str) -> str:
    """The name within words with capitals: what follows the last title, if it is of two words or more."""
    parts = printed.split()
    last = max((at for at, part in enumerate(parts) if part.casefold().strip(".") in _TITLES), default=-1)
    own = parts[last + 1 :]
    return " ".join(own) if 2 <= len(own) <= 4 else ""


def _headed(title: str, label: str) -> str:
    """The one name in a title ("Remarks by Minister Ana Petrova") that bears the titles of a label."""
    found = _HEADED.search(title)
    wanted = {word for word in re.findall(r"\w+", label.casefold()) if word in _TITLES and len(word) > 3}
    if found is None or not wanted or " and " in title[found.start() : found.end() + 40]:
        return ""
    return _person(found[1]) if wanted <= set(re.findall(r"\w+", found[1].casefold())) else ""

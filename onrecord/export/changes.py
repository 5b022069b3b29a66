"""What was changed between two wordings is told in words, the same wherever it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.model import Edit

_FEW = 3  # changes of one kind that are told with their words
_MARKS = '"“”„‟«»‘’‹›'


def summed(edits: Sequence[Edit], earlier: str, later: str) -> str:
    """What was changed, in words: "number 12 → 15; 3 words dropped"; "" where nothing was.

    Args:
        edits: what differs.
        earlier, later: the two texts, as the edits count in them.
    """
    told = []
    for kind, count in Counter(edit.kind for edit in edits).items():
        pairs = [(e.earlier.of(earlier), e.later.of(later)) for e in edits if e.kind == kind]
        if kind in ("dropped", "added"):
            words = sum(any(map(str.isalnum, w)) for pair in pairs for one in pair for w in one.split())
            told.append(f"{words:,} word{'' if words == 1 else 's'} {kind}")
        elif kind == "marks":
            told += dict.fromkeys(_requoted(edit, earlier, later) for edit in edits if edit.kind == kind)
        elif kind == "question":
            asked = "?" in pairs[0][0] or "?" not in pairs[0][1]
            told.append("a question became an assertion" if asked else "an assertion became a question")
        elif kind == "negation" and count == 1 and not all(pairs[0]):
            told.append(f"negation {'lost' if pairs[0][0] else 'gained'}: {_quoted(''.join(pairs[0]))}")
        else:
            shown = ", ".join(" → ".join(map(_quoted, pair)) for pair in pairs[:_FEW])
            told.append(f"{kind} {shown}" + (f" and {count - _FEW} more" if count > _FEW else ""))
    return "; ".join(told)


def _requoted(edit: Edit, earlier: str, later: str) -> str:
    """Whether words were put into quotation marks or taken out of them, by what stands at their ends."""
    before, after = (
        any(
            mark in _MARKS
            for mark in text[max(0, span.start - 1) : span.start + 1] + text[span.end - 1 : span.end + 1]
        )
        for text, span in ((earlier, edit.earlier), (later, edit.later))
    )
    if before == after:
        return "quotation marks moved"
    return "put into quotation marks" if after else "taken out of quotation marks"


def _quoted(words: str) -> str:
    shown = _short(words)
    if not shown:
        return "nothing"
    return f"“{shown}”" if any(map(str.isalpha, shown)) else shown


def _short(words: str) -> str:
    found = words.split()
    return " ".join(found) if len(found) <= 6 else f"{' '.join(found[:4])} … {found[-1]}"

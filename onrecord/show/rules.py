"""What found a statement, and what its score promises, in words; the numbers are `find`'s own."""

from __future__ import annotations

RULES = {
    "reader": "the trained reader, which labels who speaks and what is said for each announcing word",
    "according to": "“according to” with a name",
    "after": "an announcement behind the words, as in “..., she said”",
    "cue": "a word that announces speech before the words, as in “she said that ...”",
    "headline": "the form of a headline",
    "quotation": "quotation marks, without a word that announces speech",
    "block": "the layout: words set apart as a quotation",
    "joint": "a joint statement in which several speak as “we”",
    "turn": "the printed label of a turn in a transcript",
}
_LAYOUT = ("block", "joint", "turn")


def rule(name: str) -> str:
    """What found a statement, in words.

    Args:
        name: as `Statement.rule`: "reader", "cue:clause", ...
    """
    words = RULES.get(name) or RULES.get(name.partition(":")[0])
    return words or "a rule"


def promise(name: str, score: float) -> str:
    """What a score means, in a sentence; see docs/model.md.

    Args:
        name: as `Statement.rule`.
        score: between 0 and 1.
    """
    of = f"Of 100 statements like it, about {round(score * 100)} have both the words and the speaker right"
    if name == "reader":
        return f"{of}; counted on annotated news articles that the reader was not trained on."
    if name.partition(":")[0] in _LAYOUT or name == "cue:quoted as":
        return f"{of}; an estimate, for annotated news has few of this kind."
    return f"{of}; counted for this rule on annotated news articles."

"""English words that tell past reports from plans: no logic."""

from __future__ import annotations

SAID = (
    r"\b(?:said|told|wrote|spoke|added|stated|declared|noted|explained|insisted|argued|warned|[a-z]{2,}ed)\b"
)
"""A cue that tells what has been said."""
_BOTH = (
    "held|met|made|won|lost|left|found|sent|shot|struck|hit|read|sold|bought|paid|heard|stood|kept|built|led"
)
_AFTER = (
    r"(?=\s+(?:the|a|an|his|her|its|their|on|in|at|to|that|him|them|with|from|by|as|after|out|up|down|[A-Z]))"
)
FINITE = (
    r"\b(?:was|were|did|said|told|took|began|came|went|gave|died|fell|rose|spoke|wrote|ran|saw|broke|flew|drove|"
    rf"sank|arrived|resigned)\b|\b(?:he|she|they|it|who|we|I|He|She|They|It|We|[A-Z][a-z]+)\s+(?:[a-z]+ly\s+)?"
    rf"(?:{_BOTH}|[a-z]{{2,}}ed)\b{_AFTER}"
)
"""A verb that tells what has happened; one that may be a participle only behind its subject."""
PRESENT = (
    r"\b(?:is|are|am|has|have|does|do|hosts?|holds?|marks?|meets?|visits?|(?!evening|morning|meeting)[a-z]{2,}ing|"
    r"to\s+(?:be|have|[a-z]+\s+(?:the|a|an|in|on|at|with|him|her|them|his|their)))\b"
)
"""Between such a verb and a date: the date is not the verb's."""
NOT_PAST = (
    r"\b(?:will|would|shall|should|could|may|might|must|can|set|scheduled|planned|expected|due|slated|proposed|"
    r"plans?|planning|until|till|next|upcoming|deadline|expires?|begins|starts|ends|opens|effective|starting|"
    r"beginning|invited|announced|vowed|pledged|agreed|postponed|moved|delayed|extended|rescheduled|"
    r"ordered|decided|promised|intended|hoped|supposed|prepared|preparing|ahead|embargo\w*|tickets?|calendar|"
    r"booked|convene[sd]?|dated|designated|proclaimed|updated|corrected|editor['’]s|tomorrow)\b"
)
"""In the clause of a date: it may be still to come, or of a later version of the text."""
ON_DATE = r"\b(?:on|On)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?\Z"
"""Right before a date on which something happened."""
EMBARGO = (
    r"embargo|for (?:immediate )?release|prepared for delivery|prepared remarks|(?:updated|corrected) on"
)
"""In the first lines of a text: it was written before its day, or changed after it."""

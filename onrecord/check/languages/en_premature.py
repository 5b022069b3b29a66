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
    r"(?=\s+(?:the|a|an|his|her|its|their|on|in|at|to|that|him|them|with|from|by|as|after|out|up|down|two|three|"
    r"four|[A-Z\d]))"
)
_OBJECT = r"(?=\s+(?:the|an?|his|her|its|their|that|two|three|four|five|\d+)\b)"
FINITE = (
    r"\b(?:was|were|did|said|told|took|began|came|went|gave|died|fell|rose|spoke|wrote|ran|saw|broke|flew|drove|"
    rf"sank|arrived|resigned)\b|\b(?:he|she|they|it|who|we|I|He|She|They|It|We|[A-Z][a-z]+)\s+(?:[a-z]+ly\s+)?"
    rf"(?:{_BOTH}|[a-z]{{2,}}ed)\b{_AFTER}|\b[a-z]{{3,}}\s+(?:[a-z]+ly\s+)?(?:{_BOTH}|[a-z]{{2,}}ed)\b{_OBJECT}"
)
"""A verb that tells what has happened; one that may be a participle only between subject and object."""
SAYING = (
    r"\b(?:said|told\s+[\w ]{2,40}?|announced|declared|stated|confirmed|reported|wrote|added|"
    r"[Ss]peaking|[Ww]riting)"
    r"(?:,?\s+in\s+(?:an?|the|his|her|its)\s+\w+)?\s+\Z"
)
"""Right before "on 12 May": what is said is told as said on that day."""
THAT = r",?\s+(?:that|[^,.;]{2,60}\b(?:said|told|declared|announced|added))\b"
"""Right behind the date."""
VOTED = r"\b(?:voted|decided|resigned|died|arrived|began|won|lost|left|fell|met|held|signed|opened|closed)\b"
"""A verb behind the date that opens the sentence."""
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

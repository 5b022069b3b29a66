"""English words that tell past reports from plans: no logic."""

from __future__ import annotations

PAST = (
    r"\b(?:was|were|said|told|took|began|became|came|went|made|gave|won|lost|died|held|met|left|found|fell|rose|"
    r"spoke|wrote|ran|sent|shot|struck|hit|broke|flew|drove|sank|fought|beat|sat|stood|saw|heard|read|sold|"
    r"bought|paid|[a-z]{2,}ed)\b"
)
"""A verb that tells what has happened."""
NOT_PAST = (
    r"\b(?:will|would|shall|should|could|may|might|must|can|if|unless|to|be|set|scheduled|planned|expected|due|"
    r"slated|proposed|plans?|planning|until|till|through|by|before|from|for|next|upcoming|deadline|expires?|"
    r"begins|starts|ends|opens|effective|starting|beginning|between|invited|announced|vowed|pledged|"
    r"called|agreed|postponed|moved|delayed|extended|rescheduled|ordered|asked|urged|decided|promised|"
    r"intended|hoped|wanted|needed|required|supposed|prepared|preparing|ahead|embargo\w*|tickets?|calendar|"
    r"timed|booked|convene[sd]?|named|dated|marked|titled|entitled|designated|proclaimed|limited|advanced|"
    r"updated|corrected|editor['’]s)\b"
)
"""In a sentence: it may tell of what is still to come, or of a later version of the text."""
ON_DATE = r"\b(?:on|On)\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?\Z"
"""Right before a date on which something happened."""
EMBARGO = (
    r"embargo|for (?:immediate )?release|prepared for delivery|prepared remarks|(?:updated|corrected) on"
)
"""In the first lines of a text: it was written before its day, or changed after it."""

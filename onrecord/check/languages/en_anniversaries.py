"""English words that tell whether a count of time holds on the day of writing: no logic."""

from __future__ import annotations

PRESENT = (
    r"\b(?:today|tonight|tomorrow|yesterday|this\s+(?:week|month|year|weekend|day|morning|summer|autumn|fall|winter|"
    r"spring)|marks?|marking|celebrates?|celebrating|commemorates?|commemorating|observes?|observing|honou?rs|"
    r"upcoming|ahead\s+of|will|approach(?:es|ing)?|is\s+the|are\s+the|now|it['’]s\s+been|(?:has|have)\s+been|"
    r"(?:on|this|next|last)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""In the sentence of a count: it is of the day of writing, or near it."""
OTHER_TIME = (
    r"\b(?:last\s+year|next\s+year|years?\s+(?:ago|earlier|later|before|from\s+now)|previous|earlier\s+this|"
    r"in\s+\w+\s+years|back\s+in|at\s+the\s+time|had\s+\w+ed|would\s+have|months?\s+ago)\b"
)
"""In the sentence of a count: it is of another time."""
YEAR = r"\b(?:1[0-9]|20)\d\d\b"
OWNED = r"\b(?:his|her|its|their|our|my|your|this|that|these|those)\b"
"""In the name of an event: another text means another one by it."""
HYPOTHETICAL = r"\b(?:if|unless|might|could|would|until|up\s+to|at\s+least|first|within)\b"

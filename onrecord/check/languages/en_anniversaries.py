"""English words that tell whether a count of time holds on the day of writing: no logic."""

from __future__ import annotations

PRESENT = (
    r"\b(?:today|tonight|tomorrow|yesterday|this\s+(?:week|month|year|weekend|day|morning|summer|autumn|fall|"
    r"winter|spring)|marks?|marking|celebrat(?:es?|ing)|commemorat(?:es?|ing)|observ(?:es?|ing)|"
    r"hono(?:u?rs?|u?ring)|recogni[sz](?:es?|ing)|in\s+recognition|occasion|upcoming|ahead\s+of|will|"
    r"approach(?:es|ing)?|prepar(?:es?|ing)|is\s+the|are\s+the|now|it['’]s\s+been|(?:has|have)\s+been|"
    r"(?:on|this|next|last)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""In the sentence of a count: it is of the day of writing, or near it."""
PAST = r"\b(?:was|were|had|did|went|came|held|took|made|saw|stood|spoke|met|wrote|[a-z]{2,}ed)\b"
"""Before a count: it may be of the day that is told of."""
OTHER_TIME = (
    r"\b(?:last\s+year|next\s+year|years?\s+(?:ago|earlier|later|before|from\s+now)|previous|"
    r"in\s+\w+\s+years|back\s+in|at\s+the\s+time|had\s+\w+ed|months?\s+(?:ago|later)|days?\s+(?:ago|later)|"
    r"weeks?\s+(?:ago|later)|when\s+(?:we|I|they|he|she)|used\s+to|years?\s+old)\b"
)
"""In the sentence of a count: it is of another time."""
YEAR = r"\b(?:1[0-9]|20)\d\d\b"
YEAR_BEHIND = (
    r",?\s+(?:of|in|on)\s+(?:[A-Z][a-z]+\s+(?:\d{1,2},?\s+)?)?(?P<y>\d{4})\b|"
    r",\s+(?P<y2>\d{4})\b(?<=\d,\s\d{4})"
)
"""Behind the name of an event: its year."""
SINCE = r"\b(?:since|into)\b"
OWNED = r"\b(?:his|her|its|their|our|my|your|this|that|these|those)\b"
"""In the name of an event: another text means another one by it."""
HYPOTHETICAL = (
    r"\b(?:if|unless|might|could|up\s+to|at\s+least|first|within|less\s+than)\s+(?:the\s+)?(?:\w+\s+)?\Z"
)
"""Before a count: it is none."""
IT_IS = r"\b(?:it\s+(?:has|have)\s+been|it\s+is|it['’]s(?:\s+been)?)\s+(?:now\s+|exactly\s+|just\s+)?\Z"
"""Right before a count: it is of the day of writing, or of the one who says it."""
THIS_IS = r"\b(?:[Tt]his|[Tt]oday|[Ii]t|[Tt]omorrow)(?:\s+is|['’]s)\s+(?:now\s+|already\s+)?(?:the\s+)?\Z"
"""Right before a count, in somebody's words: it is of the day on which they were said."""
FUTURE = (
    r"\b(?:will|would|shall|should|until|till|upcoming|ahead|approach\w*|next|plans?|planned|planning|prepar\w+|"
    r"toward|towards|scheduled|could|may|might|expires?|if|when|eligible|must|after\s+which|by)\b"
)
"""In the sentence of a count: it may be of a day still to come."""
AGO = r"\s(?:ago|on)\Z"
"""A count ends so: it is from the day of writing back."""
PRESENT_VERB = (
    r"\b(?:is|are|remains?|has|have|still|continues?|lives?|stands?|bears?|says?|shows?|marks?|today|now|"
    r"looks?|wants?|needs?|faces?|holds?|remembers?|mourns?|does|do|keeps?|struggles?|waits?)\b"
)
PAST_VERB = r"\b(?:was|were|had|did|went|came|held|took|made|saw|stood|spoke|met|wrote|[a-z]{2,}ed|would)\b"
"""Behind the event: the first of them tells whether the text is of its own day."""

YEARS_OF = r"\byears\s+of\b"
"""Years that are counted on until the next is full."""

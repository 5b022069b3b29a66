"""English words of printed dates and tenses that the checks of the calendar read: no logic."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

WEEKDAY = (
    r"(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun|MON|TUE|"
    r"WED|THU|FRI|SAT|SUN)\b\.?)"
)
"""A printed weekday; its first three letters tell which. Short ones are capitalised: "sat" is a verb."""
MONTH = (
    r"(?:J(?i:anuary|une|uly)\b|F(?i:ebruary)\b|M(?i:arch|ay)\b|A(?i:pril|ugust)\b|S(?i:eptember)\b|"
    r"O(?i:ctober)\b|N(?i:ovember)\b|D(?i:ecember)\b|(?:J(?i:an|un|ul)|F(?i:eb)|M(?i:ar)|A(?i:pr|ug)|"
    r"S(?i:ept|ep)|O(?i:ct)|N(?i:ov)|D(?i:ec))\b\.?)"
)
"""A printed month; its first three letters tell which."""

# --- weekdays

_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_AT = r"(?:,?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d\s*(?:[ap]\.?m\.?)?|\s*[ap]\.?m\.?))?"
BEFORE_DATE = rf"(?P<w>{WEEKDAY}){_PART}{_AT}(?:,?\s*\(|,?\s+(?:the\s+)?|\s*[-–—|/]\s*)\Z"
"""A weekday that ends where a date begins."""
ROW_BEFORE = (
    rf"(?P<w>{WEEKDAY}){_PART}(?:,\s*(?:and\s+)?|\s+(?:and|&|to|or|through|until)\s+|\s*[-–—/&]\s*|\s+)\Z"
)
"""A weekday of a row ("Monday and Tuesday, May 8 and 9"), before its last one."""
NO_DAY_BEFORE = r"\b(?i:every|each|consecutive|most|alternate|several|many|some)\s+\Z"
"""Before a weekday: it is no single day."""
NAME_BEFORE = r"\b[A-Z]\w+\s+\Z"
"""Before "Sun": a newspaper ("The Westbay Sun, May 9")."""
AFTER_DATE = (
    rf"(?:\s*\(\s*(?:a\s+)?|,?\s+a\s+|\s*[-–—]\s*|,\s+|"
    rf",?\s+(?:which\s+)?(?:is|was|falls|fell|falling|will\s+be|will\s+fall)\s+(?:on\s+)?(?:a\s+)?)"
    rf"(?P<w>{WEEKDAY}){_PART}(?=\s*(?:[,.;:)\]\n]|\Z)|\s+(?:in|of|this|next)\b)"
)
"""A weekday right behind a date."""
OWN_DATE = rf",?\s*\(?(?:the\s+)?(?:\d|{MONTH}\s*\d)|,?\s*(?:and|&|to|or|through|[-–—/])\s*{WEEKDAY}|['’]"
"""Behind a weekday: it belongs to the date after it, or to a row of weekdays."""
PRINTED_DAY = (
    rf"{MONTH}\s+(?:the\s+)?\d|\d\d?(?:st|nd|rd|th)?[\s-]+(?:day\s+)?(?:of\s+)?{MONTH}|\d\d?[-/.]\d\d?[-/.]\d"
)
"""A date with a day of a month."""
ISO_DAY = r"\d{4}[-/]\d\d?[-/]\d"
SIC = r"\W{0,3}sic\b"
YEAR = r"\b(?:1[5-9]|20)\d\d\b"
AHEAD = (
    r"\b(?:will|would|shall|to be|scheduled|set|due|upcoming|next|plans?|planned|planning|expected|ahead|"
    r"until|by|begins?|starts?|opens?|runs?|takes? place|is to|are to|going to|coming|deadline|invited?|"
    r"join|attend|register|rsvp|tickets?|hosts?|holds?)\b"
)
"""Words by which a clause looks ahead."""

KNOWN_BY_DATE = frozenset(
    {(9, 11), (1, 6), (10, 7), (2, 24), (7, 4), (5, 9), (6, 4), (6, 6), (12, 7), (11, 9)}
)
"""Month and day of events that go by their date, in whatever year they were."""

# --- days that a month has not

NUMBER = r"[2-9]\d(?<=29|[3-9]\d)(?<![\w,$€£#].{2})(?!\d)"
"""The number of a day that not every month has."""
MONTH_BEFORE = (
    rf"(?P<m>{MONTH})\s+(?:the\s+)?(?:\d\d?(?:st|nd|rd|th)?\s*(?:[-–—]|to|and|through|until|or)\s*)?\Z"
)
_IN_YEAR = r",?\s+(?:of\s+)?(?P<y>(?:1[5-9]|20)\d\d)\b(?![-.,]\d)"
YEAR_BEHIND = rf"(?i:st|nd|rd|th)?(?:\s?[-–—]\s?\d\d?(?:st|nd|rd|th)?)?{_IN_YEAR}"
DAY_BEHIND = r"(?P<nth>(?i:st|nd|rd|th))?(?![\w%°$/]|[.,:]\d|[-–]\d)"
MONTH_BEHIND = rf"(?P<nth>(?i:st|nd|rd|th))?\s+(?:day\s+)?(?P<of>of\s+)?(?P<m>{MONTH})(?:{_IN_YEAR})?"
WORD_DAYS = {"twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31, "thirty-second": 32}
WORD_DATES = tuple(rf"{word}\s+(?:day\s+)?of\s+(?P<m>{MONTH})(?:{_IN_YEAR})?" for word in WORD_DAYS)
"""Dates whose day is a word; each begins with its letters, so that a search stays fast."""
FIGURES = (
    r"(?P<y>(?:1[5-9]|20)\d\d)(?P<s>[-/.])(?P<m>0?2|0?4|0?6|0?9|11)(?P=s)(?P<d>29|3\d)(?![\w/-]|\.\d)",
    r"(?P<d>29|3\d)(?P<s>[-/.])(?P<m>0?2|0?4|0?6|0?9|11)(?P=s)(?P<y>(?:1[5-9]|20)\d\d)(?![\w/-]|\.\d)",
    r"(?P<m>0?2|0?4|0?6|0?9|11)(?P<s>[-/])(?P<d>29|3\d)(?P=s)(?P<y>(?:1[5-9]|20)\d\d)(?![\w/-]|\.\d)",
)
"""Dates in figures only, by what stands where."""
DATED = (
    r"\b(?i:on|by|until|till|since|from|before|after|through|to|between|dated|about|around|late|early|of|and|"
    rf"the|its|his|her|their|a|an|this|that|last|next|or|as)\s+\Z|{WEEKDAY},?\s+\Z|[,(—–:]\s*\Z|(?:\A|\n)\W*\Z"
)
"""Before a month and a number: both are a date."""
MONTH_ALONE = r"\b(?:in|during|for|throughout|In|During|For)\s+\Z"
"""Before a month: what follows counts something else ("in June 31 people")."""
AFTER_DAY = (
    r"\s*(?:[,.;:)\]”\"’'—–!?<]|\Z|\n|-\s)|\s+(?:at|in|on|and|or|to|the|a|an|that|this|when|where|which|as|by|for|"
    r"from|with|was|were|is|are|has|had|will|would|but|after|before|until|deadline|meeting|vote|he|she|they|it|"
    r"we|I|of|because|if|while|said|announced)\b"
)
"""Behind the number of a day that no year follows."""
COUNTED = (
    r"\s+(?:(?:other|more|new|young|armed|innocent)\s+)?(?:percent|per cent|people|persons|men|women|"
    r"children|points?|runs?|votes?|goals?|cases|deaths|days|years|months|weeks|hours|minutes|miles|kilometers|"
    r"kilometres|million|billion|thousand|soldiers|civilians|(?!deadline|meeting)[a-z]{3,}s)\b"
)
"""Behind a number: it counts these."""
SPOKEN_OF = r"no such (?:day|date)|not exist|n[o’']t exist|fictional|imaginary|non-?existent|never comes?"
"""In a sentence about a day that no calendar has."""

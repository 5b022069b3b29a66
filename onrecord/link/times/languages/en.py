"""English words and forms of time expressions; all lower-case, data only, no logic.

In a form, a space stands for any white space within a paragraph and `<name>` for a fragment, which gives its
value under that name; `<name2>` is the same fragment a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3,
    "thurs": 3, "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": 1, "springtime": 1, "summer": 2, "summertime": 2, "autumn": 3, "fall": 3, "winter": 4}
UNITS = {
    "day": ("day", 1), "days": ("day", 1), "week": ("week", 1), "weeks": ("week", 1), "fortnight": ("week", 2),
    "fortnights": ("week", 2), "month": ("month", 1), "months": ("month", 1), "quarter": ("quarter", 1),
    "quarters": ("quarter", 1), "year": ("year", 1), "years": ("year", 1), "decade": ("decade", 1),
    "decades": ("decade", 1), "century": ("century", 1), "centuries": ("century", 1),
}  # fmt: skip
"""Word -> unit, and how many of it."""

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
NUMBERS = {word: number for number, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split(), 1)} | {
    "a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_FIRSTS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
ORDINALS = {word: number for number, word in enumerate(_FIRSTS.split(), 1)} | {
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "final": -1, "last": -1,
}  # fmt: skip
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

HOLIDAYS = {
    # name -> month and day; month, weekday and which one; or days from Easter Sunday
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "valentine's day": (2, 14),
    "st. patrick's day": (3, 17), "saint patrick's day": (3, 17), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "may day": (5, 1), "juneteenth": (6, 19), "fourth of july": (7, 4),
    "4th of july": (7, 4), "bastille day": (7, 14), "halloween": (10, 31), "veterans day": (11, 11),
    "armistice day": (11, 11), "remembrance day": (11, 11), "all saints' day": (11, 1),
    "international women's day": (3, 8), "human rights day": (12, 10), "earth day": (4, 22),
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1), "columbus day": (10, 0, 2), "presidents' day": (2, 0, 3),
    "presidents day": (2, 0, 3), "martin luther king jr. day": (1, 0, 3), "martin luther king day": (1, 0, 3),
    "mother's day": (5, 6, 2), "father's day": (6, 6, 3),
    "easter sunday": (0,), "easter monday": (1,), "easter": (0,), "good friday": (-2,),
    "palm sunday": (-7,), "ash wednesday": (-46,), "maundy thursday": (-3,), "pentecost": (49,),
    "ascension day": (39,),
}  # fmt: skip
EVENTS = {
    # what is called by its day alone -> the day that is meant, in texts written since
    "9/11": (2001, 9, 11),
    r"(?:september|sept\.?) 11(?:th)?(?= (?:terror|attack|hijack|commission|memorial))": (2001, 9, 11),
    r"(?:january|jan\.?) 6(?:th)?(?= (?:attack|riot|insurrection|committee|commission|hearing|assault|siege))": (
        2021,
        1,
        6,
    ),
    r"(?:october|oct\.?) 7(?:th)?(?= (?:attack|massacre|assault))": (2023, 10, 7),
}
ELECTION_DAYS = ("election day",)
"""In the United States the Tuesday after the first Monday of November, of even years where none is stated."""

DEICTIC = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "last evening": -1, "today": 0,
    "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "this very day": 0,
    "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip

LAST = frozenset({"last"})
JUST = frozenset({"this past", "past", "the past", "this last"})
NEXT = frozenset({"next"})
COMING = frozenset({"this coming", "coming", "the coming", "this upcoming", "the upcoming", "this next"})
THIS = frozenset(
    {"this", "the current", "current", "this current", "the present", "our current", "its current"}
)
SAME = frozenset(
    {"that", "that same", "the same", "that very", "later that", "earlier that", "later the same"}
)
BEFORE = frozenset({"the previous", "the preceding", "the prior"})
AFTER = frozenset({"the following", "the next", "the subsequent", "the ensuing"})
LATEST = frozenset({"the latest", "the most recent", "the just-ended", "the latest reported"})
"""What may stand before a unit, a weekday, a month or a season, by which one it means."""

LATER = frozenset({"later", "after", "after next"})
EXACTLY = frozenset({"exactly", "precisely"})
JOINED = re.compile(r"\s?(?:,|,?\s(?:and|or|to|through|until)|-|–|—)\s?(?:on\s)?$")
"""Between two weekdays of one row."""
PARTS_OF_DAY = frozenset({"night", "evening", "morning", "afternoon"})

SPELLED_YEARS = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two": 2000}

YEAR_FILLERS = frozenset({"the", "year", "and", "hundred", "oh", "fiscal", "calendar", "thousand"})
YEAR_WORDS = re.compile(r"(?<!the)\s(?:(?:fiscal|calendar|financial) )?year$")
LATER_YEAR = re.compile(
    r"(?:\s?[-–—]\s?|,\s|\s(?:and|to|or|through|until|till)\s)(?:the\s)?"
    r"(?:(?:\d{1,2}|[A-Z][a-z]{2,8}\.?|spring|summer|autumn|fall|winter)(?:,?\s(?:and\s|to\s|of\s)?|[-–—])){1,6}"
    r"(1\d{3}|20\d\d)\b(?![-–,]?\d)"
)
"""Behind "August 27" in "August 27 and September 14, 2020"."""
LONGER = re.compile(r"(?:six|nine|6|9)[ -]months?|half|(?:fiscal|full) year|annual")
"""Between a quarter and "a year earlier": what is compared is longer."""
COMPARED_WITH = re.compile(r"\b(?:from|than|with|against|over|versus|to)\s$")
"""Between a month and "a year earlier": its figures are compared."""
FULL_STOP = re.compile(r"[.!?][”\"’]?\s")
BESIDE = re.compile(r"(?:,?\s(?:and|then|again|first|later|or))*,?\s(?:on|in|from)\s")
"""Between a year and a date of that year."""
APPOSED = re.compile(r",\s(?:on|in)\s(?:[A-Z]|\d)")
"""Behind "a day earlier": the date itself."""
IN_THE_YEAR = frozenset("in since during until from by of".split())


def _words(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_TENS = "(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
_ONE = "(?:one|two|three|four|five|six|seven|eight|nine)"
_BELOW = (
    f"(?:{_TENS}(?:-{_ONE})?|(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve|{_ONE})(?![a-z])"
)
_NTH = _words(word for word in ORDINALS if ORDINALS[word] > 0)
_YEAR = r"(?:1\d{3}|20\d\d)(?![\w%]|[.,:]\d|-\d{3})"
_SHORT = r"['’‘`]\d\d(?!\w)"
_SPELLED = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty)[ -](?:hundred )?(?:and )?(?:oh[ -])?{_BELOW}"
    rf"|two thousand(?:(?: and)? {_BELOW})?)(?!\w)"
)
_ZONE = (
    r"(?:gmt|utc|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|bst|cest|cet|msk|hours|hrs|local time"
    r"|(?:eastern|central|mountain|pacific|moscow|kyiv|kiev|local)(?: standard| daylight)?(?: time)?)(?!\w)"
)

FRAGMENTS = {
    "month": r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?!\w)\.?)(?!\w)",
    "weekday": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\w)",
    "dayname": r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\.?)(?!\w)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%°$]|[.,:]\d)",
    "dayword": rf"(?:(?:twenty|thirty)-(?:{_NTH})|{_NTH})(?![\w-])",
    "year": _YEAR,
    "short": _SHORT,
    "spelled": _SPELLED,
    "inyear": rf"(?:(?:fiscal(?: year)? |fy ?|the year |calendar )?(?:{_YEAR}|{_SHORT}|{_SPELLED})"
    r"|(?:last|this|next|the same|that same|that|the previous|the following|the past|the current)"
    r" (?:fiscal |calendar |financial )?year(?!\w))",
    "rel": f"(?:{_words(LAST | JUST | NEXT | COMING | THIS | SAME | BEFORE | AFTER | LATEST)})",
    "edge": r"(?:(?:very )?(?:early|late|later|earlier|mid|sometime|some time)(?: in| on)?[ -]"
    r"|end-|(?:the )?(?:very )?(?:beginning|start|end|middle|close|early part|latter part|latter half) of )",
    "part": r"(?:(?:early|late|mid)[ -])?(?:morning|afternoon|evening|night|noon|midnight|lunchtime)(?!\w)",
    "clock": r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){0,2} ?[ap]\.? ?m(?!\w)(?:(?<=\.m)\.)?"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:])|(?:[01]\d|2[0-3])[0-5]\d(?= (?:hours|hrs|gmt|utc))"
    r"|noon(?!\w)|midnight(?!\w)|(?:[1-9]|1[0-2]) o['’]clock|\d\d? (?:in the (?:morning|afternoon|evening)|at night))"
    rf"(?: (?:in the (?:morning|afternoon|evening)|at night))?(?: ?\({_ZONE}\)|,? {_ZONE})*",
    "number": rf"(?:\d{{1,3}}|an?|{_BELOW}|(?:a|one) hundred)(?![\w.,])",
    "unit": r"(?:day|weekend|week|month|quarter|year|decade|century)(?!\w)",
    "units": r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)(?!\w)",
    "nth": rf"(?:{_NTH}|\d{{1,2}}(?:st|nd|rd|th)|last|final)",
    "season": rf"(?:{_words(SEASONS)})(?!\w)",
    "holiday": "(?:"
    + _words([*HOLIDAYS, *ELECTION_DAYS]).replace("'", "['’]?").replace(".", r"\.?")
    + r")(?!\w)",
    "deictic": f"(?:{_words(DEICTIC)})(?!\\w)",
    "approx": r"(?:exactly|precisely|nearly|almost|about|around|roughly|some|approximately|only|just over|just"
    r"|over|more than|less than|a little over|a little more than|at least|barely|well over) ",
    "to": r"(?: ?[-–—] ?| to | through | until | and )",
}
"""Name in a form -> its pattern."""

_TAIL = r"(?:(?:,? in the|,)? <part>)?(?:,? (?:at |around |about )?<clock2>)?"
_FISCAL = "(?:(?:fiscal|calendar|financial|marketing|academic|school|budget) )?"

FORMS: tuple[tuple[str, str, str], ...] = (
    # name; classes of trigger words; pattern. Of those that fit at a place, the first is taken.
    ("iso", "n", r"(?P<y>\d{4})(?P<sep>[-/])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])"
     r"(?:(?:t| )\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-])"),
    ("event", "nmw", "(?:" + "|".join(EVENTS) + r")(?!\w)"),
    ("numeric", "n", r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\w/-]|[.,]\d)"),
    ("nth_weekday", "w", r"(?:the )?<nth> <weekday> (?:of|in) (?:<rel> month|<month>(?:,? (?:of )?<inyear>)?)"),
    ("month_day", "mwc", r"(?:(?:around |about )?<clock>,? (?:on )?)?(?:<dayname>,? (?:the )?)?(?:(?:early|late|mid)[ -](?:on )?)?(?:(?!that )<rel> )?<month> (?:the )?"
     r"(?:<day>(?:<to><day2>(?! (?:percent|people|years|days)))?|<dayword>)(?:,? (?:of |in )?<inyear>)?" + _TAIL),
    ("day_month", "mwc", r"(?:(?:around |about )?<clock>,? (?:on )?)?(?:<dayname>,? )?(?:the )?(?:<day>(?:<to><day2>)?|<dayword>)(?: day)?[ -](?:of )?"
     r"<month>(?:(?:,? (?:of |in )?|-)(?:the year of our lord,? )?<inyear>)?" + _TAIL),
    ("day_of", "u", r"the (?:<day>|<dayword>) of <rel> month"),
    ("month_range", "m", r"<month> ?[-–—/] ?<month2>(?:,? (?:of |in )?<inyear>)?"),
    ("week_of_month", "u", r"(?:the )?<nth> (?P<unit>weekend|week) (?:of|in) (?:<rel> month|<month>(?:,? (?:of )?<inyear>)?)"),
    ("week_of", "u", r"the (?P<unit>weekend|week) of (?:<month> <day>|<day2> <month2>)(?:,? <inyear>)?"),
    ("month", "m", r"<edge>?(?:<rel> )?(?:(?:early|late|mid)[ -])?<month>(?:,? (?:of |in )?<inyear>)?"),
    ("weekday_of", "w", r"<edge>?<weekday>(?: <part2>)?,? (?:of )?<rel> week" + _TAIL),
    ("weekday", "wc", r"(?:(?:around |about )?<clock>,? (?:on |of )?)?(?:the early hours of (?:on )?)?<edge>?(?:(?!that (?!same|very))<rel> )?<weekday>" + _TAIL),
    ("deictic", "dpcw", r"(?:(?:around |about )?<clock>,? )?(?:(?:early|late|later|earlier) )?<deictic>" + _TAIL),
    ("that_part", "p", r"<rel> (?P<part>morning|afternoon|evening|night)(?!\w)(?:,? (?:at |around |about )?<clock2>)?"),
    ("yearago_part", "u", r"(?:the |its )?(?:comparable )?(?:year-ago|year-earlier|year-before|prior-year|previous-year)"
     r"(?: fiscal)?(?: <nth>[ -](?P<unit>quarter|half)| (?P<unit2>quarter|half|period|month))?(?!\w| (?:\d|two|three|six|nine))"),
    ("same_part", "u", r"(?:the )?(?:same|comparable|corresponding) (?P<unit>quarter|period|month|half|time|week)"
     r"(?:,? (?:of |in |a )?(?:<inyear>|(?:the )?(?P<ago>year)[ -](?:ago|earlier|before)))"),
    ("part", "un", r"<edge>?(?:the (?!\w{1,12}-(?:quarter|half)))?(?:<inyear>(?:['’]s)? )?(?:fiscal |financial )?"
     r"<nth>[ -](?:fiscal[ -])?(?P<unit>quarter|half)(?!\w)(?P<fiscal> fiscal)?"
     r"(?:,? (?:of |in )?(?:<inyear2>|(?P<theyear>(?:the|its|their) (?:fiscal |calendar )?year)(?!\w)))?"),
    ("part_code", "q", r"(?:(?P<unit>[qh])(?P<nth>[1-4])|(?P<nth2>[1-4])(?P<unit2>[qh]))(?:,?(?: of)? <inyear>|/<inyear2>)?(?!\w)"),
    ("year_code", "n", r"<inyear>[ -](?P<unit>[qh])(?P<nth>[1-4])(?!\w)"),
    ("year_part", "nu", r"the <inyear>(?:['’]s)? (?P<unit>quarter|period|half)(?!\w)"),
    ("ago", "u", r"<approx>?<number>[ -](?:full |whole )?<units>(?: or so)?[ -]ago(?:,? (?P<same>today|tomorrow|on <weekday>|(?:last )?<weekday2>))?"),
    ("half_ago", "u", r"<approx>?half a (?P<unit>century|decade) ago(?!\w)"),
    ("away", "u", r"<approx>?<number> <units>,? (?P<way>earlier|later|previously|before|after)(?!\w| than)"),
    ("from_now", "u", r"<approx>?<number> <units> (?:from (?:now|today|this date|<weekday>)|hence)(?!\w)"),
    ("neighbour", "u", r"(?:the )?<unit> (?P<way>before last|after next)(?!\w)"),
    ("beside", "up", r"the (?P<unit>day|night|evening|morning|week|weekend|month|year) (?P<way>before|after|earlier)(?= ?[,.;:)!?\"”\n]|$| that\b)"),
    ("unit", "u", r"<edge>?<rel> (?:fiscal |calendar |financial |marketing |academic |school )?<unit>"),
    ("edge_of", "u", r"<edge>(?:the|its|the fiscal|the calendar|the current|the company['’]s) (?:fiscal |calendar |financial )?<unit>"),
    ("the_part", "u", r"the (?:full )?(?P<unit>quarter|weekend)(?!\w)"),
    ("year_end", "u", r"(?:around )?(?:the )?(?:<inyear> )?(?P<unit>year|month|quarter)(?:['’]s)?[ -]end(?!\w)(?: <inyear2>)?"),
    ("season", "s", r"<edge>?(?:(?:the|<rel>) )?(?:(?:early|late|mid)[ -]?)?<season>(?:,? (?:of )?<inyear>(?P<until>[-–/]\d\d(?:\d\d)?)?)?"),
    ("year_season", "n", r"(?:the )?<inyear> (?P<season>spring|summer|autumn|winter)(?!\w)"),
    ("holiday", "h", r"(?:(?!that )<rel> )?<holiday>(?P<more> (?:week|weekend)(?!\w))?(?:,? (?:of |in )?<inyear>)?"),
    ("decade", "n", r"<edge>?(?:the )?(?:(?:early|late|mid)[ -]?(?:to[ -](?:early|late|mid)[ -])?)?(?P<decade>(?:1\d|20)\d0)['’]?s(?!\w)"),
    ("short_decade", "n", r"<edge>?(?:the )?(?:(?:early|late|mid)[ -]?)?['’‘`]?(?P<decade>[2-9]0)['’]?s(?!\w)"),
    ("word_decade", "y", rf"<edge>?(?:the )?(?:(?:early|late|mid)[ -])?(?P<hundred>nineteen[ -]|eighteen[ -])?(?P<decade>{_words(DECADES)})(?!\w)"),
    ("century", "u", r"<edge>?(?:the )?(?:(?:early|late|mid)[ -])?<nth>[ -]century(?!\w)(?P<era> bce?| b\.c\.)?"),
    ("year_range", "n", r"(?:(?:the )?(?:fiscal|fy|(?:(?:fiscal|financial|tax|academic|school) )?year)[ -]?)?(?P<year>1\d{3}|20\d\d)(?P<dash> ?[-–—/] ?)(?P<until>\d{4}|\d\d)(?!\w|[.,]\d|[-–/]\d)"),
    ("year", "n", r"<edge>?(?:(?:the )?(?P<sure>(?:(?:fiscal|financial|tax|academic|school|calendar) )?year|fiscal|fy|calendar)[ -]?)?(?:(?:early|late|mid|post|pre)[ -])?<year>(?P<era> bce?| b\.c\.)?"),
    ("fiscal", "n", r"(?:(?:fiscal|fy) ?|(?P<skip>the class of |in |since |of ))<short>"),
    ("spelled_year", "y", r"(?:the year )?<spelled>"),
    ("clock", "ncp", r"(?:around |about )?<clock>"),
)  # fmt: skip
"""The forms of a time expression."""

HINTS = {
    "weekday_of": ("week",), "week_of_month": ("week",), "week_of": ("week",), "day_of": ("month",),
    "year_end": ("end",), "part": ("quarter", "half"), "year_part": ("quarter", "period", "half"),
    "same_part": ("same", "comparable", "corresponding"), "yearago_part": ("year-", "-year"), "half_ago": ("half",),
    "ago": ("ago",), "from_now": ("from", "hence"), "neighbour": ("before", "after"), "fiscal": ("'", "’", "‘", "`"),
    "away": ("earlier", "later", "previously", "before", "after"), "beside": ("before", "after", "earlier"),
    "month_range": ("-", "–", "—", "/"), "that_part": ("same", "that", "the", "previous", "next"),
    "edge_of": ("of", "in", "early", "late", "mid"),
    "year_season": ("spring", "summer", "autumn", "winter"), "century": ("century",),
}  # fmt: skip
"""Name of a form -> letters of which some stand in every expression of it."""

TRIGGERS = (
    # class of the words, pattern of the word that shows that an expression may stand here
    ("h", FRAGMENTS["holiday"]),
    ("m", r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
     r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b"),
    ("w", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?=[.,])"),
    ("d", r"(?:today|yesterday|tomorrow|tonight)\b"),
    ("p", r"(?:morning|afternoon|evening|night)\b"),
    ("u", r"(?:years?|months?|weeks?|weekend|days?|quarters?|half|decades?|century|centuries|fortnight)\b"),
    ("s", r"(?:spring|summer|autumn|fall|winter|springtime|summertime)\b"),
    ("y", r"(?:seventeen|eighteen|nineteen)[ -]\w{2,12}|twenty[ -](?:oh|ten|eleven|twelve|\w{3,6}teen|twenty)\b|two thousand\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b"),
    ("c", r"(?:noon|midnight)\b|\d{1,2}(?:[:.]\d\d){0,2} ?[ap]\.? ?m\b|\d{1,2}:\d\d\b|\d{4} (?:hours|hrs|gmt|utc)\b|\d{1,2} o['’]clock"),
    ("q", r"(?:[qh][1-4]|[1-4][qh])\b"),
    ("n", r"fy(?:1\d|20)\d\d\b|(?:1\d|20)\d\d(?:s\b|['’]s\b|\b)|['’‘`]?[2-9]0s\b|['’‘`]\d\d\b|\d{1,2}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)\b|9/11\b"),
)  # fmt: skip
"""Tried at every word: the cheap look that decides where the forms are tried at all."""

TRIGGER_WORDS = (
    *MONTHS, *WEEKDAYS, *UNITS, *SEASONS, *DEICTIC, *PARTS_OF_DAY, *DECADES, *HOLIDAYS, *ELECTION_DAYS, *SPELLED_YEARS,
    *"today tonight weekend half noon midnight fy q1 q2 q3 q4 h1 h2".split(),
)  # fmt: skip
"""The words that a trigger may begin with, beside those that begin with a digit or an apostrophe."""

OPENERS = frozenset(
    (
        "the a an this that these last next past coming upcoming current present same previous preceding prior "
        "following subsequent ensuing latest most recent just-ended very early earlier late later mid middle "
        "beginning start end close part latter half of in on some sometime time exactly precisely nearly almost "
        "about around roughly approximately only just over more less than little at least barely well fiscal "
        "financial tax academic school calendar comparable corresponding year-ago year-earlier year-before prior-year previous-year "
        "its their our his flat full whole fy hours to hundred night day morning class post pre early-to-late "
        "company company's company’s st year's year’s year years week month half-year period quarter and before after"
    ).split()
) | NUMBERS.keys() | ORDINALS.keys()  # fmt: skip
"""The words that may stand in an expression before the word that triggers it, beside digits."""

"""English words that tell how far two dates lie apart: no logic."""

from __future__ import annotations

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = (
    {word: place for place, word in enumerate([*_ONES, *_TEENS], 1)}
    | {word: 10 * place for place, word in enumerate(_TENS, 2)}
    | {f"{ten}-{one}": 10 * i + j for i, ten in enumerate(_TENS, 2) for j, one in enumerate(_ONES, 1)}
    | {"a": 1, "an": 1}
)
_NUMBER = (
    rf"(?P<n>\d{{1,3}}|(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES)})|{'|'.join([*_TEENS, *_TENS, *_ONES])}|an?)"
)

DAYS = {
    "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5,
    "century": 36525.0,
}  # fmt: skip
"""How many days a unit has on average."""
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"

BEHIND = frozenset({"after", "following", "since", "later", "afterward", "afterwards"})
"""Sides on which the later date is meant."""
ALONE = frozenset({"later", "earlier", "afterward", "afterwards", "previously", "beforehand"})
"""Sides with no date of their own behind them."""
AGO = "ago"

HINTS = tuple(
    rf"{unit}(?:\s+to\s+the\s+day)?\s+(?P<side>before|after|later|earlier|prior\s+to|ahead\s+of|following|since|"
    r"previously|afterwards?|beforehand|ago)\b(?!\s+(?:than|last))"
    for unit in ("days?", "weeks?", "fortnights?", "months?", "years?", "decades?", "century", "centuries")
)
"""The unit and side of a distance; each begins with plain letters, so that a search stays fast."""
COUNT = (
    r"(?:(?P<exact>exactly|precisely)\s+|(?P<rough>nearly|almost|about|around|roughly|some|approximately|barely|"
    r"just\s+over|just\s+under|over|more\s+than|less\s+than|under|fewer\s+than|at\s+least|well\s+over|"
    r"a\s+little\s+(?:over|more\s+than)|not\s+quite|close\s+to|only\s+about|slightly\s+(?:over|more\s+than))\s+)?"
    rf"(?:(?:just|only|barely|scarcely|fully|a\s+full|full)\s+)?\b{_NUMBER}[\s-]+(?:(?:full|whole|short|long)\s+)?\Z"
)
"""What stands before the unit; it ends where the unit begins."""
NO_POINT = (
    r"(?:\b(?:within|every|each|first|last|next|past|for|than|up\s+to|to|or|half|another|the|these|those|his|her|"
    r"its|their|our|final|in|over|during|until|by|between|lasts?|lasted|took|takes|spent|serv\w+|years?|months?|"
    r"weeks?|days?|several|few|couple|point|minus|plus)\s+|(?:years?|months?|weeks?|days?|hours?)(?:,|,?\s+and)\s+|"
    r"\d[.,]|(?<!\d\d\d)\d\s?[–—-]\s?)\Z"
)
"""Before a count: it is a length or a part of a longer count, and reaches no date."""

BREAKS = (
    r"[.;:?!()\n]|\b(?:who|which|that|when|while|but|because|said|says|whose|where|if|until|whether|although|"
    r"though|than|since|after|before|told|and\s+(?:then|later))\b"
)
"""Between a date and a distance: another clause begins."""
LINKED = (
    r"(?:\s|,|\(|[–—-]|\b(?:came|was|is|occurred|happened|took\s+place|fell|followed|and|this|that|it|or))*\Z"
)
"""Between a date and the distance that it dates."""
OPENS = (
    r"\W*(?:(?:On|In|By|Then|And|But|Early|Late|on|in|early|late|the|about|around|from|[Ii]t\s+was)\W+)*\Z"
)
"""Before the first date of a sentence."""
LEADS = (
    r"\W*(?:(?:And|But|Then|So|Yet|Only|Just|Some|About|Exactly|Nearly|Almost|just|only|some|exactly)\W+)*\Z"
)
"""Before a distance with which a sentence begins."""
APPOSED = r"(?:,?\s+(?:on|in|by)\s+|,\s+|\s*\((?:(?:on|in)\s+)?|\s+[–—-]\s+)(?:the\s+|about\s+|around\s+|early\s+|late\s+)?\Z"
"""Between "three days later" and the date that it is."""
OF_DATE = r"[^,.;:?!()\n–—]{0,90}?\b(?:of|on|in|the|his|her|its|their|from|this)\s+\Z|\s+\Z"
"""Between "a week before" and the date of what it is before."""

RANGE_BETWEEN = r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+|early\s+|late\s+)?(?:in\s+|on\s+)?\Z"
"""Between the two dates of a range."""
RANGE_OPENS = r"\b(?:from|between|From|Between)\s+(?:the\s+|early\s+|late\s+|about\s+)?\Z"
"""Before the first of them."""
IN_ONE = r"\d\s*(?:[-–—]|to|through|until|and)\s*(?:[A-Z][a-z]+\.?\s+)?\d"
"""A date that is a range by itself."""
_MOST = rf"\d{{1,3}}|(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES)})|{'|'.join([*_TEENS, *_TENS, *_ONES])}"
COUNTED = (
    r"(?P<rough>nearly|almost|about|around|roughly|some|over|more\s+than|less\s+than|just\s+over|just\s+under|"
    rf"at\s+least)?\s*\b(?P<n>{_MOST}|an?)"
)
LASTED = (
    r"(?:,\s*(?:or\s+|for\s+|over\s+|in\s+|a\s+(?:period|span|total|stretch)\s+of\s+|lasting\s+|that\s+is,?\s+)?|"
    r"\s*\(|\s*[–—-]\s*(?:a\s+(?:period|span|total)\s+of\s+)?|\s+(?:for|lasted|is|was)\s+"
    rf"(?:a\s+(?:period|span|total)\s+of\s+)?){COUNTED}[\s-]+(?P<unit>day|week|month|year|decade)s?"
    r"(?=\s*(?:[,.;:)–—]|\Z|\n)|\s+(?:of|long|in\s+all|in\s+total|altogether)\b)"
)
"""Behind a range: how long it is said to be."""
LASTING = (
    rf"(?P<n>{_MOST}|a|one)(?:-(?P<unit>day|week|month|year|decade)(?:-long)?"
    r"(?P<noun>(?:\s+[A-Za-z][\w’'-]*){1,4}?),?(?:\s+(?:held|lasting|running|scheduled|planned|set|taking\s+place|"
    r"was|is|lasted|ran|runs|took\s+place))?(?:\s+(?:from|between|on|of|for)\s+|\s+|\s*\()|"
    r"\s+(?P<unit2>day|week|month|year|decade)s?(?:,?\s+from\s+|\s+between\s+|\s*\((?:from\s+)?|,\s+))"
    r"(?:the\s+|early\s+|late\s+)?\Z"
)
"""Before a range: how long what fills it is said to be."""
NO_LENGTH = (
    r"\b(?:old|sentence|warranty|extension|break|delay|deadline|supply|forecast|average|anniversary|or|per|"
    r"notice|of|than|and|after|before|until|since|low|high|record|view|history|mark|limit|by|in|bond|note|bonds|"
    r"notes|yield|yields|treasury)\b"
)
"""Among the words between a length and a range: the range is not what is so long."""
LENGTH_BEFORE = r"\b(?:first|last|next|past|final|every|each|another|than|within|to|or|and|least|most)\s+\Z"
"""Before a length: it is not that of the range."""
RANGE_HINTS = ("day", "week", "month", "year", "decade")

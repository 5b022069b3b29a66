"""English words that count time from an event: words and patterns, no logic."""

from __future__ import annotations

from onrecord.link.languages.en_clocks import CARDINALS, CENTENARIES, ORDINALS, TENS

UNITS = {word: number for word, number in CARDINALS.items() if number < 10}
SPANS = {"quarter of a century": 25, "quarter-century": 25, "half a century": 50, "half-century": 50,
         "century": 100, "decade": 10}  # fmt: skip
"""Lengths that are counted in years."""

_HUNDRED = rf"(?:(?:(?:an?|{'|'.join(UNITS)})[ -])?hundred(?:[ -]and)?[ -])?"
_TEN = rf"{_HUNDRED}(?:(?:{'|'.join(TENS)})-)?"
_ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|(?:(?:an?|{'|'.join(UNITS)})[ -])?hundredth|{_TEN}(?:{'|'.join(ORDINALS)}))"
_CARDINAL = rf"(?:\d{{1,3}}(?:,\d{{3}})?|\d{{4}}|{_HUNDRED}(?:{'|'.join(TENS)})(?:-\w+)?|{_HUNDRED}(?:{'|'.join(CARDINALS)}))"

_MIDDLE = r"(?:(?!anniv)\w+[ -]){0,2}?"
ANNIVERSARY = (
    rf"(?P<n>{_ORDINAL}|{_CARDINAL}[ -]years?)[ -]{_MIDDLE}anniversary(?:\s+(?:since|of|from)\s+(?P<of>))?"
)
CENTENARY = rf"(?P<n>{'|'.join(CENTENARIES)})\s+of\s+(?P<of>)"
NO_RHYTHM = r"(?<!every )(?<!each )"  # "once every three years since" counts nothing
SINCE = (
    rf"(?:(?P<n>{_CARDINAL})\s+(?P<unit>day|week|month|year|decade)s?|"
    r"(?P<long>(?:a\s+)?quarter[ -](?:of\s+a\s+)?century|half(?:\s+a\s+|-)century|a\s+century|a\s+decade))"
    r"\s+(?:on\s+)?(?P<side>since|after|before|into|from)\s+(?P<of>)"
)
AGO = (
    rf"(?:(?P<n>{_CARDINAL})\s+(?P<unit>year|decade)s?|"
    r"(?P<long>(?:a\s+)?quarter[ -](?:of\s+a\s+)?century|half(?:\s+a\s+|-)century|a\s+century|a\s+decade))"
    r"\s+(?:ago|on)\b(?=,|\s+[–—]|\s+(?:today|this|on\s+(?-i:[A-Z]))|\s+(?:the|a)\s|\s+(?-i:[A-Z])|[.;])"
)
OF_FREEDOM = rf"(?P<n>{_CARDINAL})\s+(?P<unit>year)s\s+of\s+(?P<own>(?:its\s+)?independence)\b"
DAY_OF = (
    rf"(?:(?P<n>{_ORDINAL})\s+(?P<unit>day|week|month|year)|(?P<unit2>day)\s+(?P<m>\d{{1,4}}))\s+"
    r"(?:of|since|in|into)\s+(?P<of>)"
)
RUNNING = (
    rf"(?P<n>{_ORDINAL})\s+(?:(?:consecutive|straight|successive)\s+(?P<unit>day|week|month|year|time)|"
    r"(?P<unit2>day|week|month|year|time)\s+(?:running|in\s+a\s+row))"
)
"""The forms of a count; `of`, where it fits, stands where the name of the event begins."""
_SIDES = r"\s+(?:since|after|before|into|on\s+from)\b"
_OF = r"\s+(?:(?:of|in)\b|\d{1,4}\s+(?:of|since|in|into)\b)"
HINTS = (
    ("anniversary", r"nniversary\b"),
    ("anniversary", r"NNIVERSARY\b"),
    ("centenary", r"entenary\s+of\b"),
    ("centenary", r"entennial\s+of\b"),
    ("running", r"consecutive\b"),
    ("running", r"straight\b"),
    ("running", r"successive\b"),
    ("running", r"running\b"),
    ("running", r"row\b(?<=\sa\srow)"),
    *(("since", rf"{unit}s?{_SIDES}") for unit in ("day", "week", "month", "year", "decade")),
    ("since", rf"century{_SIDES}"),
    *(("ago", rf"{unit}\s+(?:ago|on)\b") for unit in ("years", "decades?", "century")),
    ("freedom", r"years\s+of\s+(?:its\s+)?independence\b"),
    ("of", rf"day{_OF}"),
    ("of", rf"Day{_OF}"),
)
"""What every count has, by its form; each begins with plain letters, so that a search stays fast."""

DOINGS = (
    (r"\b(?:died|passed\s+away)\b", ("death of {}",)),
    (r"\b(?:was|were)\s+assassinated\b", ("assassination of {}",)),
    (r"\b(?:was|were)\s+(?:killed|murdered|shot(?:\s+dead)?)\b",
     ("killing of {}", "murder of {}", "assassination of {}", "death of {}")),
    (r"\b(?:was|were)\s+executed\b", ("execution of {}",)),
    (r"\b(?:fell|collapsed|came\s+down)\b", ("fall of {}",)),
    (r"\b(?:was|were)\s+(?:founded|created|established|formed)\b", ("founding of {}",)),
    (r"\b(?:was|were)\s+(?:overthrown|ousted)\b", ("overthrow of {}", "ouster of {}")),
    (r"\b(?:was|were)\s+released\b", ("release of {}",)),
    (r"\b(?:gained|won|declared|proclaimed|achieved|regained|restored|became)\s+(?:its\s+)?independen(?:ce|t)\b",
     ("independence of {}",)),
    (r"\b(?:began|started|broke\s+out|erupted|struck|happened|occurred|took\s+place|was\s+signed|"
     r"were\s+signed|was\s+adopted|was\s+passed|hit|exploded)\b", ("{}",)),
)  # fmt: skip
"""What happened to whom, as a verb, and as the names of facts say it."""
INVADED = r"\b(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)(?:\s+\w+)?\s+invaded\s+(?P<whom>[A-Z][\w’'-]+)"
WHEN_AGO = r"\s*(?:(?:today|this\s+\w+|on\s+[A-Z]\w+day),?\s+)?,?\s*"
TITLE = r"\b(?:President|Prime\s+Minister|Chancellor|Pope|King|Queen|General|Dr\.?|Sir|Senator)\s+"
REMEMBERS = (
    r"\b(?:remember(?:s|ed)?|mourn(?:s|ed)?|commemorate[sd]?|mark(?:s|ed)?|recall(?:s|ed)?|honou?r(?:s|ed)?|"
    r"celebrate[sd]?)\s+(?:the\s+(?:victims|dead|survivors|anniversary)\s+of\s+)?(?=the\s|its\s|[A-Z])"
)
COUNTRY = r"\b[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}\b"
OWN = r"\b(?:its|their|the\s+country['’]s|the\s+nation['’]s)\s+independence\b"
"""Whose independence it is stands before."""

OWNER = (
    r"(?P<name>[A-Z][\w.’'-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w.’'-]*){0,5}|"
    r"the\s+[a-z]+(?:\s+[a-z]+)?)['’]s?\s+\Z"
)
"""Whose anniversary it is, before the number ("NATO's", "the treaty's")."""
NAME_ENDS = (
    r"[,;:!?()\[\]“”\"|–—]|\n\s*\n|(?<![A-Z])(?<!vs)(?<!Dr)(?<!Mr)(?<!Mrs)(?<!St)\.(?=\s|\Z)|\s(?:is|was|were|are|"
    r"be|been|will|would|has|have|had|at|next|last|this|when|which|that|who|whose|as|to|while|but|today|"
    r"yesterday|tomorrow|tonight|since|after|before|during|by|or|on|from|where|because|it|we|they|he|she|I|"
    r"you|marked|marks|held|celebrated|could|should|may|can|if|than|more|over|under|amid|despite|until|till|"
    r"so|not|also|without|within|took|came|began|broke|passed|reached|fell|comes|falls)\b|\sin\s+(?=\d|[A-Z]\w+\s+\d)|"
    r"\s(?:and|with|for)\s+(?=[a-z])"
)
"""Where the name of an event ends at the latest."""
AND = r"\sand\b"
BETWEEN = r"\bbetween\b"
"""In a name with "between" an "and" belongs to it; elsewhere it ends the name."""
NO_NAME = frozenset(
    "it that this them these those which he she they one day date event events such so what birth death its "
    "his her their our my your".split()
)
"""Words that name no event by themselves."""

ON_BEHIND = (
    r"[,\s]*(?:\(|\b(?:on|in|falls?\s+on|fell\s+on|falling\s+on|is\s+on|was\s+on|(?:was|is)\s+marked\s+(?:on|in)|"
    r"(?:is|was)\s+(?:celebrated|observed|commemorated)\s+(?:on|in)|"
    r"which\s+(?:(?:is|was)\s+(?:marked|kept|celebrated|observed|commemorated|held)\s+(?:on|in)|(?:is|was|falls|fell)\s+on))\s+)"
    r"(?:the\s+)?\Z"
)
"""Between a count and the date that it is tied to."""
DEICTIC = r"(?i:next|last|this|today|tomorrow|yesterday|later\s+this|earlier\s+this)\b"
"""How a date begins that may stand behind a count with no word between ("the 75th anniversary next year")."""
ON_BEFORE = (
    r"[,\s–—-]*(?:\b(?:is|was|marks|marked|will\s+mark|will\s+be|saw|being)\s+)?"
    r"(?:\b(?:the|its|our|their|also)\s+)*\Z"
)
"""Between a date and the count that is tied to it."""
_MONTHLIKE = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
NEXT_NAME = rf"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTHLIKE}|I\b)[A-Z]"
"""Right behind the name of a fact: the name goes on, and is another's ("the United Nations Convention")."""
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)

BORN = r"\b(?:[Bb]orn|birth)\b[^.;!?\n]{0,60}?\Z"
"""Between "born" and the date of it."""
_YEARS_OLD = rf"(?P<n>\d{{1,3}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(UNITS)}))?)"
_NO_AGE = r"\b(?!\s*(?:%|[:.,]\d|percent|per\s+cent|p\.?m|a\.?m|o['’]clock|days|weeks|months|points|minutes))"
AGES = (
    r"(?P<verb>\b(?:died|dies|passed\s+away|was\s+killed|drowned|succumbed|turned|turns|was|be(?:came|comes))\b)"
    rf"[^.;!?\n]{{0,100}}?\b(?:aged|at\s+(?:the\s+)?age\s+(?:of\s+)?|at)\s*{_YEARS_OLD}{_NO_AGE}",
    r"(?P<verb>\b(?:lived|lives))\s+to\s+(?:be\s+|the\s+(?:ripe\s+)?(?:old\s+)?age\s+of\s+|age\s+)?(?:nearly\s+)?"
    rf"{_YEARS_OLD}{_NO_AGE}",
    rf"(?P<verb>\b(?:reached|reaching))\s+(?:the\s+age\s+of|age)\s+{_YEARS_OLD}{_NO_AGE}",
    rf"(?P<verb>\b(?:turned|turns|turning)\b)\s+{_YEARS_OLD}{_NO_AGE}(?!\s*years)",
    r"(?P<verb>\b(?:his|her|their|the)\b)\s+(?P<n>\d{1,3}(?=st|nd|rd|th)|"
    rf"(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(ORDINALS)}))(?:st|nd|rd|th)?\s+birthday\b",
    rf"(?P<verb>\b(?:[Aa]ged|[Aa]t\s+(?:the\s+)?age(?:\s+of)?))\s+(?:only\s+|just\s+)?{_YEARS_OLD}{_NO_AGE}",
    r"(?P<verb>(?:\b(?:[Hh]e|[Ss]he|who|[A-Z][a-z]+)|(?<=\d),)\s+was)\s+(?:only\s+|just\s+|barely\s+|already\s+|still\s+|then\s+)?"
    rf"{_YEARS_OLD}(?:\s+years\s+old\b|(?=,|\s+when\b|\s+at\s+the\s+time\b|\.(?:\s|\Z)|\Z))",
    rf"(?P<verb>(?:(?<=[.!?]\s)|(?<=\n)|\A)At)\s+(?:only\s+|just\s+)?{_YEARS_OLD}(?=,)",
    rf"(?P<verb>\b){_YEARS_OLD}-year-old(?=\s+(?:[A-Z]\w+|he|she)\b)",
)
"""How old somebody was; the date of it stands in the same sentence."""
DIED = r"\b(?:died|dies|passed\s+away|was\s+killed|drowned|succumbed|lived|death)\b"
HE = r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b"
LIFE = r"(?:1\d|20)\d\d\s?[–—-]\s?(?:1\d|20)\d\d"
BETWEEN_LIFE = r"\s?[–—-]\s?|[;,]\s?(?:died|d\.)\s?(?:on\s|in\s)?"
BORN_IN = r"\((?:born|b\.)\s(?:in\s|on\s)?\Z"
ADJACENT = r",?\s*\Z"
KIN = (
    r"\b(?:father|mother|parents?|wife|husband|brothers?|sisters?|sons?|daughters?|child|children|uncle|aunt|"
    r"grand\w+|cousin|nephew|niece|partner|friend|widow|widower|baby|twin)\b"
)
"""In a sentence: the age may be of somebody else."""
THING = r"\b[Tt]he\s+(?:[A-Z][\w’'-]*\s+){0,4}\(\Z"
"""Before the years in brackets: they are of a thing."""

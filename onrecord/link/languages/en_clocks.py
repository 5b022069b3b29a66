"""English words of day counts, anniversaries and public events: words only, no logic."""

from __future__ import annotations

# Words dropped before a name is compared with what a text prints.
STOPS = frozenset(
    "the a an of in on at by to for and or from against with its their his her our your this that s".split()
)

# Runs of words -> the one word they are compared as; the longest run wins.
SAME: dict[tuple[str, ...], str] = {
    ("second", "world", "war"): "ww2",
    ("world", "war", "ii"): "ww2",
    ("world", "war", "two"): "ww2",
    ("world", "war", "2"): "ww2",
    ("ww", "ii"): "ww2",
    ("wwii",): "ww2",
    ("first", "world", "war"): "ww1",
    ("world", "war", "i"): "ww1",
    ("world", "war", "one"): "ww1",
    ("world", "war", "1"): "ww1",
    ("wwi",): "ww1",
    ("soviet", "union"): "soviet",
    ("ussr",): "soviet",
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("great", "britain"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("nazi", "germany"): "nazism",
    ("hitler", "germany"): "nazism",
    ("september", "11"): "9/11",
    ("september", "11th"): "9/11",
    ("sept", "11"): "9/11",
    ("sept", "11th"): "9/11",
    ("11", "september"): "9/11",
    ("full", "scale"): "full-scale",
    ("fullscale",): "full-scale",
    ("south", "korean"): "south-korea",
    ("south", "korea"): "south-korea",
    ("north", "korean"): "north-korea",
    ("north", "korea"): "north-korea",
}

# Word -> the word it is compared as: people and adjectives of a country, events that go by several words.
ALIKE: dict[str, str] = {
    form: word
    for word, forms in {
        "russia": "russian russians russia moscow's kremlin's",
        "ukraine": "ukrainian ukrainians ukraine's",
        "us": "u.s american america",
        "uk": "u.k british britain",
        "un": "u.n",
        "eu": "e.u",
        "soviet": "soviets u.s.s.r",
        "germany": "german germans",
        "nazism": "nazis",
        "poland": "polish",
        "france": "french",
        "italy": "italian",
        "spain": "spanish",
        "portugal": "portuguese",
        "hungary": "hungarian",
        "romania": "romanian",
        "bulgaria": "bulgarian",
        "serbia": "serbian",
        "croatia": "croatian",
        "slovenia": "slovenian",
        "slovakia": "slovak",
        "czech": "czechs",
        "greece": "greek",
        "turkey": "turkish türkiye turkiye",
        "cyprus": "cypriot",
        "finland": "finnish",
        "sweden": "swedish",
        "norway": "norwegian",
        "denmark": "danish",
        "estonia": "estonian",
        "latvia": "latvian",
        "lithuania": "lithuanian",
        "belarus": "belarusian belarussian",
        "moldova": "moldovan",
        "georgia": "georgian",
        "armenia": "armenian armenians",
        "azerbaijan": "azerbaijani azeri",
        "kazakhstan": "kazakh kazakhstani",
        "uzbekistan": "uzbek",
        "kyrgyzstan": "kyrgyz",
        "tajikistan": "tajik",
        "turkmenistan": "turkmen",
        "israel": "israeli israelis",
        "palestine": "palestinian palestinians",
        "gaza": "gazan gazans",
        "iran": "iranian",
        "iraq": "iraqi",
        "syria": "syrian",
        "lebanon": "lebanese",
        "egypt": "egyptian",
        "libya": "libyan",
        "tunisia": "tunisian",
        "algeria": "algerian",
        "morocco": "moroccan",
        "sudan": "sudanese",
        "ethiopia": "ethiopian",
        "kenya": "kenyan",
        "nigeria": "nigerian",
        "ghana": "ghanaian",
        "zimbabwe": "zimbabwean",
        "rwanda": "rwandan",
        "china": "chinese",
        "taiwan": "taiwanese",
        "japan": "japanese",
        "korea": "korean",
        "vietnam": "vietnamese",
        "cambodia": "cambodian",
        "indonesia": "indonesian",
        "philippines": "philippine filipino",
        "malaysia": "malaysian",
        "myanmar": "burmese",
        "india": "indian",
        "pakistan": "pakistani",
        "bangladesh": "bangladeshi",
        "nepal": "nepalese nepali",
        "afghanistan": "afghan",
        "mexico": "mexican",
        "brazil": "brazilian",
        "argentina": "argentine argentinian",
        "chile": "chilean",
        "colombia": "colombian",
        "venezuela": "venezuelan",
        "peru": "peruvian",
        "cuba": "cuban",
        "haiti": "haitian",
        "canada": "canadian",
        "australia": "australian",
        "founding": "foundation establishment creation formation founded established",
        "beginning": "start outbreak onset began begins started broke started-off launch",
        "fall": "collapse downfall breakup break-up disintegration dissolution",
        "end": "ending conclusion ended",
        "chernobyl": "chornobyl",
        "harbor": "harbour",
        "theater": "theatre",
        "mobilization": "mobilisation",
        "nationalization": "nationalisation",
        "programme": "program",
        "zelensky": "zelenskyy zelenskiy",
        "odessa": "odesa",
        "donbas": "donbass",
        "organization": "organisation",
        "dday": "d-day",
    }.items()
    for form in forms.split()
}

# What may stand before the name of an event without changing which event it is.
BEGINNINGS = frozenset({"beginning"})
ENDINGS = frozenset({"end", "victory", "defeat", "triumph"})
LEADS = frozenset(
    "signing adoption founding launch proclamation declaration opening day date "
    "events tragedy tragic failed bloody "
    "deadly historic great terrible illegal unprovoked brutal unjustified barbaric "
    "ongoing current devastating "
    "horrific heinous terrorist terror infamous entry force conclusion ratification full-scale "
    "people peoples soldiers heroes".split()
)

# A word that, right after the name of an event, makes it the name of something else.
ELSE = frozenset(
    "museum memorial commission report film book movie documentary committee "
    "exhibition survivor survivors victim "
    "victims veteran veterans monument cemetery fund series novel play song square "
    "street avenue stadium hospital "
    "university foundation trial hearing investigation inquiry edition festival concert prize award club "
    "team match game syndrome strip border museum's parade debate exhibit".split()
)

# Heads that name an event only together with what the rest of the text is about.
BARE_WARS = frozenset({"war", "invasion", "conflict", "hostilities", "fighting", "full-scale", "bombardment"})

ORDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
CARDINALS: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        1,
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
CENTENARIES: dict[str, int] = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "sesquicentennial": 150,
    "tercentenary": 300,
    "semicentennial": 50,
}

TENS: dict[str, int] = {word: number for word, number in CARDINALS.items() if 20 <= number < 100}

_TEN = rf"(?:(?:{'|'.join(TENS)})-)?"
_ORDINAL = rf"(?:\d{{1,4}}(?:st|nd|rd|th)|{_TEN}(?:{'|'.join(ORDINALS)}))"
_CARDINAL = rf"(?:\d{{1,4}}(?:,\d{{3}})?|{_TEN}(?:{'|'.join(CARDINALS)})|an?)"

# What begins a clock; each pattern ends where the name of the event begins. The first word of each is rare.
PATTERNS: dict[str, str] = {
    "anniversary": rf"(?P<n>{_ORDINAL}|{_CARDINAL}[ -]years?)[ -](?:\w+[ -]){{0,2}}?"
    r"anniversary\s+(?:since|of|from)\s+",
    "centenary": rf"(?P<n>{'|'.join(CENTENARIES)})\s+of\s+",
    "day": rf"(?:(?P<n>{_ORDINAL})\s+(?:consecutive\s+)?day|day\s+(?P<m>\d{{1,4}}))\s+"
    r"(?:of|since|in|into)\s+",
    "after": rf"(?P<n>{_CARDINAL})[ -](?P<unit>day|week|month|year)s?\s+(?:on\s+)?"
    r"(?P<side>since|after|into|from|before)\s+",
}
# A clock that stands after the name: "Victory's 75th anniversary", "the war's 100th day".
TRAILING = rf"(?:['’]s?|\bin\s+its)\s+(?P<n>{_ORDINAL})\s+(?P<what>anniversary|day)\b"
# How many days the war has lasted, with no name: "after 500 days of war".
LASTED = r"(?P<n>\d{1,4}(?:,\d{3})?)\s+days?\s+of\s+(?:the\s+)?"
# What every clock has, in small letters; each part begins with a letter, so that a search stays fast.
_SINCE = r"s?\s+(?:on\s+)?(?:since|after|into|from|before)\b"
HINT = (
    rf"anniversary|cent(?:enar|enni)|week{_SINCE}|month{_SINCE}|year{_SINCE}|"
    rf"day(?:{_SINCE}|\s+\d|s?\s+of\b|\b(?<=(?:st|nd|rd|th|ve|[\s\S]\s)\sday))"
)

FUTURE = (
    r"\b(?:will|ahead of|upcoming|forthcoming|preparing|prepares?|preparations|plans? to|on the eve of|"
    r"scheduled|(?:is|are) (?:due|set|expected|going) to|before the)\b"
)
TODAY = r"\b(?:today|tonight|this morning)\b"
THIS_WEEK = (
    r"\b(?:yesterday|tomorrow|this (?:week|weekend)|(?:on|this|last|next) (?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s)\b"
)
NEARBY = (
    r"\b(?:today|tomorrow|yesterday|this (?:week|month|year)|marks|marking|celebrates|commemorates|"
    r"(?:on|this|last|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day)\b"
)
NOT_PAST = (
    r"\b(?:will|would|until|till|by|scheduled|plans?|planned|expected|next|due|expires?|target|goal|forecast|"
    r"projected|deadline|if|should|could|before|through|upcoming|election|elections)\b"
)
PAST = (
    r"\b(?:was|were|had|did|said|told|took|began|became|came|went|made|gave|won|lost|died|held|met|left|"
    r"found|fell|rose|\w{3,}ed)\b"
)
THIS_YEAR = r"\b(?:so far (?:in|this year,?)|this year,?|current year,?)\s+\(?(?P<year>(?:19|20)\d\d)\b"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = "|".join(WEEKDAYS)

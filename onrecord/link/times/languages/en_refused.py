"""English words that show that a number or a name is no time; all lower-case, data only, no logic."""

from __future__ import annotations

import re

COUNTED = frozenset(
    (
        "people persons men women children troops soldiers civilians workers jobs employees members students "
        "votes seats dollars euros pounds rubles roubles yen yuan shares points tons tonnes barrels bushels miles "
        "kilometers kilometres km meters metres feet acres hectares homes houses cases deaths dead others units "
        "cars vehicles tanks aircraft rounds games hits pages words volts watts megawatts mw calories degrees "
        "percent million billion trillion thousand hundred times kilograms kg pounds lbs gallons liters litres "
        "m ft kg square cubic followers subscribers likes viewers users villages families prisoners refugees fighters missiles drones police officers delegates "
        "years months weeks days hours minutes seconds copies passengers residents inmates players fans"
    ).split()
)
"""After a number of four digits: it counts something."""

NEW_SENTENCE = re.compile(r"\.\s+(?:On|At|The|In|By|About|Around|Early|Late|Last|Next|This|That)\s")
"""Within "5 p.m. On Wednesday": two expressions."""

NUMBERED = frozenset(
    (
        "no nr number room page pages flight route highway resolution act article chapter section paragraph order "
        "decree law case docket bill rule form line model series windows office agenda vision expo euro boeing "
        "airbus area level top about nearly almost some roughly approximately least most than over under "
        "eur usd gbp chf aud cad hkd inr jpy rmb rs nasdaq russell apollo channel title suite box apartment zip code version resolution resolutions"
    ).split()
)
"""Before a number of four digits: it is a name or an amount."""

IN_YEAR = frozenset(
    (
        "in since until till by of from to and before after during through between circa year early late mid "
        "around back throughout or for the a that this its their his her"
    ).split()
)
"""Before a number of four digits: it may be an old year too."""

IN_SEASON = frozenset(
    "in during over for by through until till since throughout before after of from to between around into".split()
)
"""Before "the summer" or "May": it is a time."""

IN_MONTH = IN_SEASON | frozenset("and or next last late early mid until this or end every each on".split())

NOT_DAYS = frozenset(
    "mr mrs ms miss dr prof bloody black super cyber fat palm ash holy spy tgi joe casual giving good".split()
)
NOT_AFTER_DAYS = frozenset(
    "times telegraph express mirror post herald mail school schools sport night football league bulletin".split()
)
EVERY = frozenset("every each any most some all many other alternate".split())
"""Before a weekday, month or unit: it names no single one."""

DREAMED = frozenset("better brighter new".split())
"""Before "tomorrow": the future."""
TODAYS = frozenset("world youth society generation standards young kids children youngsters".split())
"""After "today's": the present age."""

USUAL = frozenset("weekdays weekends daily nightly every each mondays sundays saturdays weekday".split())
"""Shortly before a time of day: it comes again and again."""

SPORT = re.compile(
    r"\b(?:touchdowns?|field goals?|free throws?|rebounds?|nba|nfl|wnba|quarterback|halftime|half-time|innings?"
    r"|playoffs?|kickoff|three-pointers?|turnovers|lay-?ups?|season-high|end zone|scored)\b"
)
"""Around "the third quarter": it is one of a match."""
WEATHER = re.compile(r"\b(?:highs?|lows?|temperatures?|degrees|mercury)\b")
"""Before "the 80s": how warm it is."""
OVER = frozenset("over in within during for throughout across".split())
"""Before "the next year": it is a length of time."""

IN_OLD_YEAR = IN_YEAR - {"to", "for", "a", "and", "or", "of"}
OF_YEAR = frozenset({"of", "to", "and"})
CIRCA = re.compile(r"\bca?\. $")
STREET = re.compile(r"[^\S\n][A-Z][a-z]{1,20} (?:St|Ave|Road|Rd|Blvd|Street|Avenue|Boulevard|Drive|Lane)\b")
SPELLED_COUNTS = ("two", "twenty")
"""A number that begins so is a year only where a word before it says so."""
AGED = re.compile(r"\b(?:his|her|their|my|your|our|its) (?:early |late |mid-?)?$")
"""Before "80s": somebody's age."""
DOUBTFUL_MONTHS = frozenset({"may", "march"})
ON = IN_SEASON | {"on", "at", "last", "this", "next", "every"}
FEEBLE = frozenset("and or by for to of from with after before between over around".split())
"""Before "April Jones": no sign that a month is meant."""
NAMES_TOO = frozenset({"jan", "april", "may", "june", "august"})
USUAL_PARTS = re.compile(
    r"(?:,? (?:and|or|to|through) \w{3,6}day){0,4}\s(?:mornings|afternoons|evenings|nights)\b"
)
QUOTE_ENDS = re.compile(r"[,.]?[”\"]")
OF, THE, FROM, THAT = "of", "the", "from", "that"
AGES = frozenset({"today", "tomorrow"})
OF_SOMETHING = frozenset({"of", "in", "from"})
"""Behind "the fall": what fell."""
AFTER_ITS_TIME = frozenset({"in", "when", "that", "on"})
ADJECTIVES = frozenset({"christmas", "easter", "may day", "halloween", "thanksgiving", "new year's"})
"""Feasts that stand before other nouns as often as for a day: "Christmas tree"."""
AFTER_NOUN = frozenset("and in at with but that when as to this by for on is was".split())
AT = frozenset({"at", "on"})
VAGUE = re.compile(r"(?:\b(?:half|quarter|couple|dozens?|few|and)|/\d|\d) (?:of )?$")
"""Before "years ago": nobody can say how many."""
BEFORE_SOMETHING = frozenset({"before", "after"})
ENDS = re.compile(r"\s?(?:[,.;:)!?\"”]|$)")
HOURS = re.compile(r"\bfrom [^.\n]{1,12} (?:to|until|through) $")
UNTIL_TIMES = frozenset({"to", "until", "through"})
NOT_BEFORE_CLOCK = frozenset({"a", "an", "the", "every", "each", "daily", "high"})
CLOCK_MARKS = re.compile(
    r"[ap]\.? ?m|noon|midnight|clock|night|morning|evening|gmt|utc|\b[eptc][sd]?t\b|time|hours|hrs"
)
AT_CLOCK = frozenset("at by until from around about since before after".split())
NOT_CENTURIES = frozenset({"second", "last", "final"})

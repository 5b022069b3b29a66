"""A guard only refuses: it never makes a time of what no form took for one."""

from __future__ import annotations

import re
from types import ModuleType

_BEFORE = re.compile(r"[\w’'&%-]+")
_USUAL = re.compile(r"(?:,? (?:and|or|to|through) \w+day| and)*\s(?:mornings|afternoons|evenings|nights)\b")
_HOURS = re.compile(r"\bfrom [^.\n]{1,12} (?:to|until|through) $")
_NEXT = re.compile(r"[^\S\n]*\n?[^\S\n]*([\w’'&%-]+)")


def previous(text: str, start: int) -> str:
    """The word right before a place, as printed, or "" where a mark stands between."""
    end = start
    while end and text[end - 1] in " \t\u00a0\n" and start - end < 3:
        end -= 1
    at = end
    while at and (text[at - 1].isalnum() or text[at - 1] in "’'&%-") and end - at < 30:
        at -= 1
    return text[at:end]


def following(text: str, end: int) -> str:
    """The word right behind a place, as printed, or "" where a mark stands between."""
    match = _NEXT.match(text, end)
    return match[1] if match else ""


def time(data: ModuleType, form: str, match: re.Match[str], text: str, low: str) -> bool:
    """Whether what fits a form is a time expression indeed."""
    start, end = match.span()
    if (
        start
        and low[start].isdigit()
        and (low[start - 1] in "./$£€#@" or low[max(start - 2, 0) : start] == "0,")
    ):
        return False
    check = _CHECKS.get(form)
    return check is None or check(data, match, text, low)


def _year(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    if match["edge"] or match["sure"]:
        return True
    if low[match.end() : match.end() + 1] in ("/", "_", "@"):
        return False
    at, end = match.span("year")
    before, after = previous(low, match.start()), following(text, end)
    if low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha():
        return False  # "2000-meter"; years have no such compounds worth the risk
    if low[at - 1 : at] in ("-", "–", "—") and low[at - 2 : at - 1].isdigit() and not before[:4].isdigit():
        return False
    if after in data.COUNTED or before in data.NUMBERED:
        return False
    number = int(match["year"])
    if re.match(
        r"[^\S\n][A-Z][a-z]+ (?:St|Ave|Road|Rd|Blvd|Street|Avenue|Boulevard|Drive|Lane)\b",
        text[end : end + 40],
    ):
        return False
    if 1900 <= number <= 2049:
        plural = after.endswith("s") and after.islower() and len(after) > 3
        return not plural or before in data.IN_YEAR or not before
    bracketed = text[at - 1 : at] == "(" and text[end : end + 1] in ")-–"
    return number >= 1000 and (
        before in data.IN_YEAR - {"to", "for", "a", "and", "or", "of"}
        or bracketed
        or (before in ("of", "to", "and") and number >= 1500 and not after.islower())
    )


def _month(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    at, end = match.span("month")
    if not text[at].isupper():
        return False
    if match["inyear"] or match["rel"] or match["edge"]:
        return not (match["month"] == "may" and match["rel"] in ("that",))
    before, after = previous(low, match.start()), following(text, end)
    if before in data.EVERY:
        return False
    if before in data.IN_MONTH:
        return True
    if match["month"] in ("may", "march") or len(match["month"]) == 3:
        return False
    name = after[:1].isupper() and after.lower() not in data.WEEKDAYS
    previous_name = (
        previous(text, match.start())[:1].isupper()
        and previous(text, match.start()).lower() not in data.IN_MONTH
    )
    return not name and not (previous_name and match["month"] in ("april", "june", "august"))


def _month_day(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    at, end = match.span("month")
    if not text[at].isupper():
        return False
    after = following(low, match.end())
    day = match["day"]
    if day and match.end() == match.end("day") and (after in data.COUNTED or after == "%"):
        return False
    return True


def _weekday(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    at, end = match.span("weekday")
    if not text[at].isupper():
        return False
    if match["rel"] or match["clock"]:
        return True
    if _USUAL.match(low, end):
        return False
    before, after = previous(low, match.start()), following(low, end)
    return (
        before not in data.EVERY
        and before not in data.NOT_DAYS
        and not (after in data.NOT_AFTER_DAYS and text[end + 1 : end + 2].isupper())
    )


def _deictic(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    at = match.start("deictic")
    before = previous(text, match.start())
    named = text[at].isupper() and before[:1].isupper()
    if before == "of" and match["deictic"] in ("today", "tomorrow"):
        return False
    return not named and not (match["deictic"] == "today" and _age(data, low, match.end()))


def _age(data: ModuleType, low: str, end: int) -> bool:
    """Whether "today" is followed by "'s world" or the like."""
    return low[end : end + 2] in ("'s", "’s") and following(low, end + 2) in data.TODAYS


def _season(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    at, end = match.span("season")
    rest = following(text, end)
    if match["inyear"]:
        return True
    if text[at].isupper() and rest[:1].isupper():
        return False  # the Winter Olympics
    if match["rel"]:
        return match["rel"] in data.LAST | data.JUST | data.NEXT | data.COMING or rest not in ("in", "of")
    before = previous(low, match.start())
    the = low.startswith("the", match.start()) or bool(match["edge"])
    return the and before in data.IN_SEASON and rest not in ("of", "in", "from")


def _unit(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    rel, unit = match["rel"], match["unit"]
    at = match.start("unit")
    if text[at].isupper() and text[at + 1].islower() and text[match.start()].isupper():
        return False  # "This Week", a programme
    before = previous(low, match.start())
    after = following(low, match.end())
    if low[match.end() : match.end() + 1] == "-" and low[match.end() + 1 : match.end() + 2].isalpha():
        return False  # "last year-end", "next week-long"
    if after == "of" or (rel in data.SAME and after in ("in", "when", "that", "on")):
        return False
    if rel in data.JUST:
        return unit == "weekend" or (rel == "this past" and unit in ("week", "month", "year"))
    if rel in data.COMING:
        return unit == "weekend" or rel.startswith("this")
    if rel == "last":
        return unit != "day" and (unit == "century" or before != "the")
    if rel == "this":
        return unit != "day"
    if rel == "the next" and before in data.OVER:
        return False
    if rel == "next" and before == "the":
        return False
    if rel in data.LATEST and unit == "day":
        return False
    return True


def _part(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    nth, unit = match["nth"], match["unit"]
    number = data.ORDINALS.get(nth) or int(re.sub(r"\D", "", nth) or 0)
    dated = match["inyear"] or match["inyear2"] or match["theyear"]
    if number < 0:
        return bool(dated)
    if unit == "half":
        return number <= 2 and bool(dated or "-half" in match[0])
    return number <= 4


def _the_part(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    before, after = previous(low, match.start()), following(low, match.end())
    if match["unit"] == "weekend":
        return before in data.IN_SEASON | {"at", "on"}
    return before in data.IN_SEASON | {"ended", "ending"} and after not in ("of", "century")


def _ago(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    before = previous(low, match.start())
    if before in ("couple", "few", "dozen", "half", "and", "quarter") or low[
        match.start() - 1 : match.start()
    ] in ("/", "."):
        return False
    return not re.search(
        r"(?:half|quarter|couple|dozens?|few) (?:of )?$", low[max(0, match.start() - 14) : match.start()]
    )


def _away(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    if not _ago(data, match, text, low):
        return False
    if match["way"] in ("before", "after"):
        return bool(re.match(r"\s*(?:[,.;:)!?\"”]|$)", low[match.end() : match.end() + 3]))
    return True


def _clock(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    clock = match["clock"]
    if _HOURS.search(low, max(0, match.start() - 24), match.start()) or (
        previous(low, match.start()) == "from" and following(low, match.end()) in ("to", "until", "through")
    ):
        return False  # opening hours
    if previous(low, match.start()) in ("a", "an", "the", "every", "each", "daily"):
        return False
    if any(word in data.USUAL for word in low[max(0, match.start() - 60) : match.start()].split()):
        return False
    if re.search(
        r"[ap]\.? ?m|noon|midnight|clock|night|morning|evening|gmt|utc|[eptc][sd]?t|time|hours|hrs", clock
    ):
        return not (clock in ("noon", "midnight") and previous(low, match.start()) == "high")
    return previous(low, match.start()) in (
        "at",
        "by",
        "until",
        "from",
        "around",
        "about",
        "since",
        "before",
        "after",
    )


def _short_decade(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    before = low[max(0, match.start() - 12) : match.start()]
    marked = "the" in match[0] or match["edge"] or match[0][0] in "'’‘`"
    own = re.search(r"\b(?:his|her|their|my|your|our|its) (?:early |late |mid-?)?$", before)
    return bool(marked) and not own and following(low, match.end()) not in ("percent", "degrees")


def _holiday(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    at, end = match.span("holiday")
    before, after = previous(low, match.start()), following(text, end)
    if not text[at].isupper() and not text[at].isdigit():
        return False
    if before not in data.IN_SEASON and previous(text, match.start())[:1].isupper():
        return False  # "Holocaust Remembrance Day"
    if match["inyear"] or match["more"]:
        return True
    if before in data.EVERY:
        return False
    return not (
        after[:1].isupper()
        or (
            match["holiday"] in ("christmas", "easter", "may day")
            and after[:1].islower()
            and after
            not in ("and", "in", "at", "with", "but", "that", "when", "as", "to", "this", "by", "for", "on")
        )
    )


def _year_range(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    first, until = int(match["year"]), match["until"]
    before = previous(low, match.start())
    bracketed = low[match.start() - 1 : match.start()] == "("
    if first < 1900 and not bracketed and before not in data.IN_YEAR:
        return False
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    return first < last <= first + 200 and 1000 <= last <= 2100


def _neighbour(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    return match["unit"] != "day"


def _edge_of(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    if match["unit"] == "day" and match["edge"].startswith("the"):
        return False  # "at the end of the day" is mostly a figure of speech
    return following(low, match.end()) != "of"


def _century(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    return match["nth"] not in ("second", "last", "final") and not match["era"]


def _yearago(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    return bool(match["unit"] or match["unit2"]) or not match[0].startswith(("the", "its"))


def _spelled(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    if following(low, match.end()) in data.COUNTED:
        return False
    if match["spelled"].startswith(("two", "twenty")):
        return match[0].startswith("the") or previous(low, match.start()) in (
            "in",
            "since",
            "by",
            "of",
            "from",
        )
    return True


def _numeric(data: ModuleType, match: re.Match[str], text: str, low: str) -> bool:
    return match["sep"] != "." or len(match["y"]) == 4


_CHECKS = {
    "year": _year,
    "month": _month,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_range": _month_day,
    "weekday": _weekday,
    "weekday_of": lambda data, match, text, low: text[match.start("weekday")].isupper(),
    "deictic": _deictic,
    "season": _season,
    "unit": _unit,
    "part": _part,
    "the_part": _the_part,
    "ago": _ago,
    "away": _away,
    "from_now": _ago,
    "clock": _clock,
    "short_decade": _short_decade,
    "holiday": _holiday,
    "year_range": _year_range,
    "neighbour": _neighbour,
    "edge_of": _edge_of,
    "century": _century,
    "numeric": _numeric,
    "yearago_part": _yearago,
    "spelled_year": _spelled,
}

"""A guard only refuses: it never makes a time of what no form took for one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

_NEXT = re.compile(r"[^\S\n]{0,8}\n?[^\S\n]{0,8}([\w’'&%-]{1,30})")
_LONGEST = 30
_OF_IT = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Place:
    """What fits a form, where it stands.

    Attributes:
        data: the language's data.
        match: of the form.
        text, low: the document's text as printed, and level: in lower case, a line end being a space.
    """

    data: ModuleType
    match: re.Match[str]
    text: str
    low: str

    def before(self, start: int | None = None) -> str:
        """The word right before, as printed, or "" where a mark stands between."""
        end = self.match.start() if start is None else start
        floor = max(end - 3, 0)
        while end > floor and self.text[end - 1].isspace():
            end -= 1
        at, floor = end, max(end - _LONGEST, 0)
        while at > floor and (self.text[at - 1].isalnum() or self.text[at - 1] in "’'&%-"):
            at -= 1
        return self.text[at:end]

    def after(self, end: int | None = None) -> str:
        """The word right behind, as printed, or "" where a mark stands between."""
        found = _NEXT.match(self.text, self.match.end() if end is None else end)
        return found[1] if found else ""

    def behind(self, length: int) -> str:
        """The next code points behind, in lower case."""
        return self.low[self.match.end() : self.match.end() + length]

    def within(self, length: int) -> str:
        """The last code points before, in lower case."""
        return self.low[max(0, self.match.start() - length) : self.match.start()]

    def capital(self, name: str) -> bool:
        """Whether a fragment begins with a capital letter or a digit."""
        first = self.text[self.match.start(name)]
        return first.isupper() or first.isdigit()

    def compound(self) -> bool:
        """Whether it goes on with a hyphen and a letter: "2000-meter", "week-long"."""
        rest = self.behind(2)
        return rest[:1] == "-" and rest[1:].isalpha()


def time(data: ModuleType, form: str, match: re.Match[str], text: str, low: str) -> bool:
    """Whether what fits a form is a time expression indeed."""
    start = match.start()
    if start and low[start].isdigit() and low[start - 1] in "./$£€#@":
        return False
    place = Place(data, match, text, low)
    if data.NEW_SENTENCE.search(text, start, match.end()):
        return False
    check = _CHECKS.get(form)
    return check is None or check(place)


def _year(place: Place) -> bool:
    data, match = place.data, place.match
    if match["edge"] or match["sure"]:
        return True
    at, end = match.span("year")
    before, after = place.before().lower(), place.after(end)
    if place.compound() or place.behind(1) in ("/", "_", "@"):
        return False
    if before.isdigit() and len(before) == 3:
        return False  # a telephone's number
    if (
        place.low[at - 1 : at] in ("-", "–", "—")
        and place.low[at - 2 : at - 1].isdigit()
        and not before[:4].isdigit()
    ):
        return False  # the end of a number: "555-1990"
    if (
        after.lower() in data.COUNTED
        or before in data.NUMBERED
        or data.STREET.match(place.text, end, end + 40)
    ):
        return False
    if 1900 <= int(match["year"]) <= 2049:
        plural = after.endswith("s") and after.islower() and len(after) > 3
        return not plural or before in data.IN_YEAR or not before
    bracketed = place.text[at - 1 : at] == "(" and place.text[end : end + 1] in (")", "-", "–")
    if bracketed or before in data.IN_OLD_YEAR or data.CIRCA.search(place.within(5)):
        return True
    return before in data.OF_YEAR and int(match["year"]) >= 1500 and not after.islower()


def _year_range(place: Place) -> bool:
    match = place.match
    first, until = int(match["year"]), match["until"]
    last = int(until) if len(until) == 4 else first // 100 * 100 + int(until)
    sure = place.within(1) == "(" or place.before().lower() in place.data.IN_YEAR
    return first < last <= min(first + 200, 2100) and (first >= 1900 or sure)


def _spelled(place: Place) -> bool:
    if place.after().lower() in place.data.COUNTED:
        return False
    if place.match["spelled"].startswith(place.data.SPELLED_COUNTS):
        return place.match[0].startswith("the") or place.before().lower() in place.data.IN_THE_YEAR
    return True


def _word_decade(place: Place) -> bool:
    """ "in her early thirties" tells an age."""
    start = place.match.start("decade")
    return not place.data.AGED.search(place.low[max(0, start - 20) : start])


def _short_decade(place: Place) -> bool:
    match = place.match
    marked = match["edge"] or match[0].startswith("the") or match[0][0] in "'’‘`"
    aged = place.data.AGED.search(place.within(20))
    if place.data.WEATHER.search(place.within(60)):
        return False
    return bool(marked) and not aged and place.after().lower() not in place.data.COUNTED


def _month(place: Place) -> bool:
    data, match = place.data, place.match
    if not place.capital("month"):
        return False
    before, after = place.before(), place.after(match.end("month"))
    if match["rel"] == data.THAT:  # "he said that May would come"
        sure = place.text[match.start()].isupper() or before.lower() in data.IN_SEASON
        return sure or bool(data.ENDS.match(place.low, match.end()))
    if match["inyear"] or match["rel"] or match["edge"]:
        return True
    if before.lower() in data.EVERY:
        return False
    surnamed = after[:1].isupper() and after.lower() not in data.WEEKDAYS | data.MONTHS
    if before.lower() in data.FEEBLE and match["month"] in data.NAMES_TOO and surnamed:
        return False
    if before.lower() in data.IN_MONTH:
        return True
    if match["month"] in data.DOUBTFUL_MONTHS or len(match["month"]) == 3:
        return False
    named = before[:1].isupper() and before.lower() not in data.DETERMINERS
    return not surnamed and not (named and match["month"] in data.NAMES_TOO)


def _month_day(place: Place) -> bool:
    match = place.match
    if not place.capital("month"):
        return False
    bare = match["day"] and match.end() == match.end("day")
    return not (bare and place.after().lower() in place.data.COUNTED)


def _weekday(place: Place) -> bool:
    data, match = place.data, place.match
    if not place.capital("weekday"):
        return False
    if match["rel"] or match["clock"]:
        return True
    end = match.end("weekday")
    if data.USUAL_PARTS.match(place.low, end):
        return False
    before, after = place.before(), place.after(end)
    if before[:1].isupper() and match.end() == end and data.QUOTE_ENDS.match(place.text, end):
        return False  # a programme's name, “Fox News Sunday”
    if before.lower() in data.EVERY or before.lower() in data.NOT_DAYS:
        return False
    return not (after.lower() in data.NOT_AFTER_DAYS and after[0].isupper())


def _deictic(place: Place) -> bool:
    data, word, before = place.data, place.match["deictic"], place.before()
    if word in data.AGES and (before.lower() == data.OF or before.lower() in data.DREAMED):
        return False
    if (
        word in data.AGES
        and place.behind(2) in ("'s", "’s")
        and place.after(place.match.end() + 2) in data.TODAYS
    ):
        return False
    # "Russia Today", "the Today show"
    return not (place.capital("deictic") and (before[:1].isupper() or before in data.DETERMINERS))


def _season(place: Place) -> bool:
    data, match = place.data, place.match
    rest = place.after(match.end("season"))
    if match["inyear"]:
        return True
    if place.capital("season") and rest[:1].isupper():
        return False  # the Winter Olympics
    if match["rel"]:
        return match["rel"] not in data.THIS | data.SAME or rest not in data.OF_SOMETHING
    the = match[0].startswith(data.THE) or match["edge"]
    return bool(the) and place.before().lower() in data.IN_SEASON and rest not in data.OF_SOMETHING


def _holiday(place: Place) -> bool:
    data, match = place.data, place.match
    before, after = place.before(), place.after(match.end("holiday"))
    if not place.capital("holiday"):
        return False
    if before[:1].isupper() and before.lower() not in data.ON:
        return False  # "Holocaust Remembrance Day"
    if match["inyear"] or match["more"]:
        return True
    if before.lower() in data.EVERY or after[:1].isupper():
        return False
    return match["holiday"] not in data.ADJECTIVES or not after[:1].islower() or after in data.AFTER_NOUN


def _unit(place: Place) -> bool:
    data, match = place.data, place.match
    rel, unit = match["rel"], match["unit"]
    initials = place.text[match.start()] + place.text[match.start("unit")]
    if initials.isupper() and not place.text[match.start("unit") + 1].isupper():
        return False  # "This Week", a programme
    after, before = place.after().lower(), place.before().lower()
    if place.compound() or after == data.OF or (rel in data.SAME and after in data.AFTER_ITS_TIME):
        return False
    if rel in data.JUST:
        return unit == "weekend" or (rel.startswith("this") and unit in ("week", "month", "year"))
    if rel in data.COMING:
        return unit == "weekend" or rel.startswith("this")
    if rel in data.LAST:  # "the last year" is a length of time
        return unit != "day" and (unit == "century" or before != data.THE)
    if rel in data.NEXT:
        return bool(before != data.THE)
    if rel in data.AFTER:
        return before not in data.OVER
    return unit != "day" or rel not in data.THIS | data.LATEST


def _edge_of(place: Place) -> bool:
    # "at the end of the day" is mostly a figure of speech
    figure = place.match["unit"] == "day" and place.match["edge"].split()[-1] == place.data.OF
    return not figure and place.after().lower() != place.data.OF


def _part(place: Place) -> bool:
    match = place.match
    word = match["nth"]
    nth = int(re.sub(r"\D", "", word)) if word[0].isdigit() else place.data.ORDINALS[word]
    dated = match["inyear"] or match["inyear2"] or match["theyear"]
    if nth < 0:
        return bool(dated)
    if match["unit"] == "half":  # a match has halves too, a year's profits a first-half
        return nth <= 2 and bool(dated or "-" in match[0])
    return nth <= 4 and (bool(dated) or not _sport(place))


def _sport(place: Place) -> bool:
    """Whether a match is spoken of."""
    around = place.low[max(0, place.match.start() - 150) : place.match.end() + 150]
    return bool(place.data.SPORT.search(around))


def _part_code(place: Place) -> bool:
    """ "Q1:" at the head of a line is a question."""
    start = place.match.start()
    label = place.text[max(0, start - 1) : start] in ("", "\n") and place.behind(1) in (":", ".", ")")
    return not label and place.capital("unit" if place.match["unit"] else "nth2")


def _the_part(place: Place) -> bool:
    before, after = place.before().lower(), place.after().lower()
    if place.match["unit"] == "weekend":
        return before in place.data.IN_SEASON or before in place.data.AT or place.behind(2) in _OF_IT
    return before in place.data.IN_SEASON and after != place.data.OF


def _year_ago(place: Place) -> bool:
    return bool(place.match["unit"] or place.match["unit2"]) or not place.match[0].startswith(place.data.THE)


def _ago(place: Place) -> bool:
    return place.within(1) not in ("/", ".") and not place.data.VAGUE.search(place.within(16))


def _away(place: Place) -> bool:
    if place.match["way"] in place.data.BEFORE_SOMETHING and not place.data.ENDS.match(
        place.low, place.match.end()
    ):
        return False  # "two days before the vote"
    return _ago(place)


def _clock(place: Place) -> bool:
    data, before = place.data, place.before().lower()
    if data.HOURS.search(place.within(24)) or (before == data.FROM and place.after() in data.UNTIL_TIMES):
        return False  # opening hours
    if before in data.NOT_BEFORE_CLOCK or any(word in data.USUAL for word in place.within(60).split()):
        return False
    return bool(data.CLOCK_MARKS.search(place.match["clock"])) or before in data.AT_CLOCK


def _century(place: Place) -> bool:
    return place.match["nth"] not in place.data.NOT_CENTURIES and not place.match["era"]


_CHECKS: dict[str, Callable[[Place], bool]] = {
    "year": _year,
    "year_range": _year_range,
    "spelled_year": _spelled,
    "short_decade": _short_decade,
    "word_decade": _word_decade,
    "century": _century,
    "month": _month,
    "month_day": _month_day,
    "day_month": _month_day,
    "event": lambda place: place.match[0][0].isdigit() or place.text[place.match.start()].isupper(),
    "month_range": lambda place: place.capital("month"),
    "weekday": _weekday,
    "weekday_of": lambda place: place.capital("weekday"),
    "deictic": _deictic,
    "season": _season,
    "holiday": _holiday,
    "unit": _unit,
    "edge_of": _edge_of,
    "neighbour": lambda place: place.match["unit"] != "day",
    "part": _part,
    "part_code": _part_code,
    "the_part": _the_part,
    "yearago_part": _year_ago,
    "ago": _ago,
    "away": _away,
    "from_now": _ago,
    "clock": _clock,
    "numeric": lambda place: place.match["sep"] != "." or len(place.match["y"]) == 4,
}

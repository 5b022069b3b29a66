"""A date is kept as precisely as it was stated: never rounded up, and an impossible one is no date."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta, timezone

from onrecord.model import When
from onrecord.text.months import MONTHS, ZONES

_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
_ZONE = r"(?:\s*\(?(?P<zone>[+\-−]\d{2}:?(?:\d{2})?|[A-Za-z]{1,5})\b\)?)?"
_CLOCK = (
    rf"(?:[\s,]+(?:at\s+|um\s+|à\s+|-\s+|\|\s+)?{_TIME}{_HALF}"
    rf"(?:\s*(?:Uhr|hrs?))?{_ZONE}(?:\s*\([A-Z]{{2,5}}\))?)?"
)
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_MONTH = r"(?P<name>[^\W\d_]{3,12})\.?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})(?:-(?P<month>\d{{2}})(?:-(?P<day>\d{{2}})(?:[T ]\s*{_TIME}{_ZONE})?)?)?",
        rf"(?P<year>\d{{4}})/(?P<month>\d{{2}})/(?P<day>\d{{2}}){_CLOCK}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
        r"(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?:(?P<second>\d{2})(?:\.\d+)?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?"
        rf"(?P<year>\d{{4}}){_CLOCK}",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})\s+{_TIME}{_ZONE}\s+(?P<year>\d{{4}})",  # C's asctime
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}){_CLOCK}",
        rf"(?P<first>\d{{1,2}})[/-](?P<other>\d{{1,2}})[/-](?P<year>\d{{4}}){_CLOCK}",
    )
)


def when(value: object) -> When | None:
    """What date a stated value means, or None where it means none or is impossible.

    Args:
        value: an ISO 8601, RFC 2822 or printed date as str; a datetime or date; seconds or milliseconds
            since 1970, or a bare year, as a number.

    Returns:
        EDTF level 0. A time to the minute cannot be written in level 0: `edtf` then is the day, and
        `earliest` and `latest` hold the minute. A time without a zone is taken as UTC for these two.
        Numbers that may be day/month or month/day ("5/8/2023") are no date.
    """
    try:
        if isinstance(value, datetime):
            return _instant(value.replace(microsecond=0), 1)
        if isinstance(value, date):
            return _calendar(value.year, value.month, value.day)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return _number(value)
        if isinstance(value, str) and len(value) <= 120:
            return _printed(" ".join(value.split()))
    except (ValueError, OverflowError):
        pass
    return None


def refined(candidates: list[When]) -> When | None:
    """The most precise candidate that says the same as the first one, only closer."""
    best = candidates[0] if candidates else None
    for other in candidates[1:]:
        if best and best.earliest <= other.earliest and other.latest <= best.latest and other != best:
            best = other
        elif best and _same_day(best, other) and "T" in other.edtf and "T" not in best.edtf:
            best = other  # 23:30 at -04:00 is the next day in UTC, and still the day that was printed
    return best


def year_of(month: int, day: int, around: date) -> int | None:
    """The year that puts a day of the calendar nearest to a known date (31 December to 1 January: last year).

    Texts are seldom dated ahead of their publication, so a later day counts as twice as far.

    Args:
        month, day: as printed, without a year.
        around: when the text was published.

    Returns:
        The year, or None for a day that no year near has (31 June).
    """
    years = range(max(MINYEAR, around.year - 1), min(MAXYEAR, around.year + 1) + 1)
    real = [y for y in years if 1 <= month <= 12 and 1 <= day <= monthrange(y, month)[1]]

    def far(year: int) -> int:
        days = (date(year, month, day) - around).days
        return 2 * days if days > 0 else -days

    return min(real, key=far, default=None)


def _same_day(one: When, other: When) -> bool:
    return len(one.edtf) == 10 and other.edtf.startswith(one.edtf) and one.earliest[11:19] == "00:00:00"


def _number(value: int | float) -> When | None:
    if 1000 <= value <= 2999 and value == int(value):
        return _calendar(int(value))
    if 10**7 <= value < 10**8:
        return _printed(str(int(value)))
    if 10**11 <= value < 10**14:
        value /= 1000
    if 10**8 <= value < 10**11:
        return _instant(datetime.fromtimestamp(int(value), UTC), 1)
    return None


def _printed(value: str) -> When | None:
    for form in _FORMS:
        if match := form.fullmatch(value):
            found = _from_parts(match.groupdict())
            if found:
                return found
    return None


def _from_parts(parts: dict[str, str | None]) -> When | None:
    year, month, day = int(parts["year"] or 0), _month(parts), int(parts.get("day") or 0)
    if "first" in parts:
        first, other = int(parts["first"] or 0), int(parts["other"] or 0)
        if first <= 12 and other <= 12 and first != other:
            return None
        day, month = max(first, other), min(first, other)
    if month is None or year < 1000:
        return None
    if not parts.get("hour"):
        monthly = bool(parts.get("month") or parts.get("name") or "first" in parts)
        daily = bool(parts.get("day") or "first" in parts)
        return _calendar(year, month if monthly else None, day if daily else None)
    return _timed(parts, year, month, day)


def _timed(parts: dict[str, str | None], year: int, month: int, day: int) -> When | None:
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    if half := parts.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    offset, known = _offset(parts.get("zone"))
    if not known:  # a zone nobody can place: the day is sure, the hour is not
        return _calendar(year, month, day)
    zone = None if offset is None else timezone(timedelta(minutes=offset))
    moment = datetime(year, month, day, hour, minute, int(parts.get("second") or 0), tzinfo=zone)
    return _instant(moment, 1 if parts.get("second") else 60)


def _month(parts: dict[str, str | None]) -> int | None:
    """The month's number; 1 where none is stated, None where the name is no month."""
    if name := parts.get("name"):
        return MONTHS.get(name.lower())
    return int(parts.get("month") or 1)


def _offset(zone: str | None) -> tuple[int | None, bool]:
    """Minutes east of UTC (None: no zone stated), and whether the zone is known."""
    if not zone:
        return None, True
    if zone[0] in "+-−":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return (minutes if zone[0] == "+" else -minutes), minutes <= 14 * 60
    minutes_east = ZONES.get(zone.lower())
    return minutes_east, minutes_east is not None


def _calendar(year: int, month: int | None = None, day: int | None = None) -> When:
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    if day is not None:
        edtf, last = first.isoformat(), first
    elif month is not None:
        edtf = f"{year:04}-{month:02}"
        last = date(year, month, monthrange(year, month)[1])
    else:
        edtf, last = f"{year:04}", date(year, 12, 31)
    return When(edtf, f"{first.isoformat()}T00:00:00Z", f"{last.isoformat()}T23:59:59Z")


def _instant(moment: datetime, seconds: int) -> When:
    """A moment known to `seconds` (1 or 60)."""
    start = (moment if moment.tzinfo is None else moment.astimezone(UTC)).replace(tzinfo=None)
    end = start + timedelta(seconds=seconds - 1)
    edtf = moment.date().isoformat()
    if seconds == 1:
        edtf = moment.isoformat()
        edtf = edtf[:-6] + "Z" if edtf.endswith("+00:00") else edtf
    return When(edtf, f"{start.isoformat()}Z", f"{end.isoformat()}Z")

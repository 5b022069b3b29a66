"""A paper named by a number has one date ("Resolution 9187 of 3 May 2010"); the number stands before it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from onrecord.check.dated import Dated, claim_of, key_of, statement_of
from onrecord.check.languages import en_dates as words
from onrecord.model import Claim, Matter, Span
from onrecord.text.edtf import days

_BEFORE = 300  # code points before a date in which the paper's name stands
_TIES = (" of", " dated", "\nof", "\ndated")
_NAME = re.compile(words.NUMBERED)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_LEAST = 1000  # smaller numbers are given again every year


def papers(matter: Matter) -> Iterator[Claim]:
    """The dates of numbered papers in a document."""
    text = matter.document.text
    for time in matter.times:
        start = time.span.start
        if not text[max(0, start - 8) : start].rstrip().endswith(_TIES) or time.basis != "as printed":
            continue
        between = days(time.when.edtf)
        if between is None or between[0] != between[1] or not _YEAR.search(time.span.of(text)):
            continue
        found = _NAME.search(text, max(0, start - _BEFORE), start)
        if found is None or not _sole(found["number"]):
            continue
        name = " ".join(f"{found['name']} {found['number']}".split())
        last = found["name"].split()[-1].casefold()
        if last not in words.PAPERS | words.ORDERS:
            continue
        act = "adopt" if last == "resolution" else "paper"
        day = between[0].isoformat()
        dated = Dated(act, name, "", day, day, 0, True, time.span.of(text), time.basis, name)
        span = Span(found.start("name"), time.span.end)
        key = key_of(act, name)
        yield claim_of(matter, key, span, json.dumps(dated, ensure_ascii=False), statement_of(matter, span))


def _sole(number: str) -> bool:
    """Whether a number is given once: a long one, or one with its year ("95/46")."""
    return "/" in number or (number.isdecimal() and int(number[:9]) >= _LEAST)

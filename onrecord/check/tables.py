"""A line of totals is compared with the lines right above it, column by column where none is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.languages import en_totals as en
from onrecord.model import Finding, Matter, Shown, Span, finding

_TOTAL_LINE = re.compile(en.TOTAL_LINE, re.I)
_CELLS = re.compile(r"\||\t|\s{3,}")
_NUMBER = re.compile(r"^[\s*_$€£]*(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s*(%|[a-z]+)?[\s*_.]*$", re.I)
_LABELLED = re.compile(
    r"^\s*(?:[-*•]\s+|\d+[.)]\s+)?[*_]*(?P<label>[^:|\t\d][^:|\t]{0,60})[*_]*:[*_]*\s*(?P<value>.+)$"
)
_RULE = re.compile(r"^[\s|:+=-]*$")
_MOST = 60  # lines of a table


def summed(matter: Matter) -> Iterator[Finding]:
    """Lines of totals that are not the sum of the lines above them."""
    text = matter.document.text
    lower = text.lower()
    if len(lower) != len(text):
        return
    place = lower.find(en.TOTAL)
    while place >= 0:
        begin = text.rfind("\n", 0, place) + 1
        stop = text.find("\n", place)
        end = stop if stop >= 0 else len(text)
        if _TOTAL_LINE.match(text, begin, end) and end - begin < 300:
            yield from _table(matter, begin, end)
        place = lower.find(en.TOTAL, max(end, place + 1))


def _table(matter: Matter, begin: int, end: int) -> Iterator[Finding]:
    text = matter.document.text
    totals = _row(text[begin:end])
    if not totals:
        return
    rows: list[dict[int, tuple[float, int]]] = []
    first, place = begin, begin
    while place > 0 and len(rows) < _MOST:
        before = text.rfind("\n", 0, place - 1) + 1
        line = text[before : place - 1]
        place = before
        if not line.strip() or _RULE.match(line):
            if rows and not line.strip() and "|" not in text[begin:end]:
                continue
            if rows or not line.strip():
                if _RULE.match(line) and line.strip():
                    continue
                break
            continue
        row = _row(line)
        if not row or _TOTAL_LINE.match(line):
            break
        rows.append(row)
        first = before
    yield from _compared(matter, totals, rows, Span(first, end))


def _row(line: str) -> dict[int, tuple[float, int]]:
    """The numbers of a line by column, with how many decimals they have."""
    if "|" in line or "\t" in line:
        cells = _CELLS.split(line)
    else:
        match = _LABELLED.match(line)
        cells = ["", match["value"]] if match else []
    found = {}
    for column, cell in enumerate(cells):
        if number := _NUMBER.match(cell):
            decimals = len(number[2]) - 1 if number[2] else 0
            found[column] = (float(number[1].replace(",", "") + (number[2] or "")), decimals)
    return found


def _compared(
    matter: Matter, totals: dict[int, tuple[float, int]], rows: list[dict[int, tuple[float, int]]], span: Span
) -> Iterator[Finding]:
    if len(rows) < 2:
        return
    for column, (total, decimals) in totals.items():
        if not all(column in row for row in rows):
            continue
        added = sum(row[column][0] for row in rows)
        digits = max([decimals, *(row[column][1] for row in rows)])
        slack = 0.5 * 10**-digits * (len(rows) + 1) if digits or total in (100, 100.0) else 0
        if abs(added - total) > slack + 1e-9 and abs(added - total) < 0.5 * abs(total):
            yield finding(
                "total",
                f"The lines above the total add up to {added:,.{digits}f}, "
                f"the total given is {total:,.{decimals}f}.",
                [Shown(matter.document.id, span)],
                f"{' + '.join(f'{row[column][0]:,g}' for row in reversed(rows))} = {added:,.{digits}f}.",
                0.9,
            )

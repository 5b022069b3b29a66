"""Templates print what they are given, escaped; a name that nothing was given for is an error."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from onrecord import __version__, export
from onrecord.show import addresses, chains, lines, markup
from onrecord.show.contract import Answer

TEMPLATES = Path(__file__).parent / "templates"


def printed(answer: Answer, around: Mapping[str, Any]) -> str:
    """The page in HTML."""
    values = {**around, "title": answer.title, "data": answer.data, **answer.view}
    text = environment().get_template(answer.template).render(values)
    # A lone surrogate of a source has no UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def prepare() -> None:
    """Read every template, so that no page waits for its own."""
    for name in environment().list_templates():
        environment().get_template(name)


@cache
def environment() -> Environment:
    """The templates, with what all of them may use."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(
        at=addresses, version=__version__, marked=markup.marked, Mark=markup.Mark, words=export.words
    )
    made.globals.update(
        line_of=lines.line, decided_as=lines.changed, decision_of=lines.numbered, sure=lines.sure
    )
    made.globals.update(formats=export.formats)
    made.globals.update(chain_steps=chains.steps, chain_sentence=chains.sentence)
    made.filters.update(number=number, day=day, plural=plural, moment=moment)
    return made


def number(value: float) -> str:
    """A number as people read it: 9,187."""
    return f"{value:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 statement", "9,187 statements"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def day(edtf: str | None) -> str:
    """A date for people: "8 May 2023", "May 2023", "2023", "unknown"; what is no plain date stays EDTF."""
    if not edtf:
        return "unknown"
    months = "January February March April May June July August September October November December".split()
    date, _, time = edtf.partition("T")
    parts = date.split("-")
    try:
        year, month, number = (int(part) for part in [*parts, "0", "0"][:3])
        if len(parts) > 3 or len(parts[0]) != 4 or (month and not 1 <= month <= 12):
            return edtf
    except ValueError:
        return edtf
    named = f"{months[month - 1]} {year}" if month else str(year)
    return (f"{number} {named}" if number else named) + (f", {time}" if time else "")


def moment(made: str) -> str:
    """A moment in UTC for people: "22 November 2026, 17:03 UTC"; it is given as ISO 8601."""
    return f"{day(made[:10])}, {made[11:16]} UTC" if len(made) > 15 else made


def attachment(name: str) -> str:
    """The header that has a file saved under this name, whatever characters it holds."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name) or "onrecord"
    whole = quote(name.encode("utf-8", "replace"), safe="")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}"

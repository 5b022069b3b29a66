"""A timeline holds what has a date; what has none is counted, and no text in it is read as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.api import Told
from onrecord.export.lines import words
from onrecord.export.moments import Moment, Parts, published, said
from onrecord.export.plain import clean, escape, flat, json_text, web_address
from onrecord.export.sources import mention, sentence, speaker_name
from onrecord.export.views import View

LONGEST = 1500  # code points of a statement that a slide holds
UNNAMED = "Unnamed speaker"
_PARAGRAPHS = re.compile(r"\s*\n\s*\n\s*")


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """One event a statement, in order; a slide that opens the timeline says how many are left out."""
    events = undated = 0
    yield b'{"scale": "human", "events": [\n'
    for told in things:
        shown = event(told)
        if shown is None:
            undated += 1
            continue
        yield (",\n" * bool(events) + json_text(shown)).encode()
        events += 1
    title = {"text": {"headline": _title(view), "text": _summary(view, events, undated)}}
    yield f'\n], "title": {json_text(title)}}}\n'.encode()


def event(told: Told) -> dict[str, Any] | None:
    """One statement as an event, on the day on which it was made, else published; None without either."""
    made = said(told)
    when = made or published(told.document, told.inferred)
    if when is None:
        return None
    printed, speaker = mention(told), speaker_name(told) or UNNAMED
    headline = f"“{printed}”" if printed and speaker == UNNAMED else speaker
    shown: dict[str, Any] = {
        "unique_id": f"statement-{told.statement.id}",
        "group": escape(speaker),
        "start_date": _date(when.first),
        "display_date": escape(_display(when, made is not None)),
        "text": {"headline": escape(headline), "text": _text(told)},
    }
    if when.last:
        shown["end_date"] = _date(when.last)
    return shown


def _date(parts: Parts) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), parts, strict=False))


def _display(when: Moment, made: bool) -> str:
    about = "about " if when.about else ""
    return f"{'' if made else 'published '}{about}{when.iso().replace('/', ' to ')}"


def _text(told: Told) -> str:
    document = told.document
    quoted = clean(words(document, told.statement))
    if len(quoted) > LONGEST:
        quoted = quoted[:LONGEST].rstrip() + " … [cut]"
    title = flat(document.title or document.path)
    url = web_address(document.url)
    source = f'<a href="{escape(url)}">{escape(title)}</a>' if url else escape(title)
    outlet = f"{escape(flat(document.outlet))}, " if document.outlet else ""
    shown = _PARAGRAPHS.sub("<br><br>", escape(quoted))
    return f"<blockquote>{shown}</blockquote><p>{escape(sentence(told))}</p><p>{outlet}{source}</p>"


def _title(view: View) -> str:
    return escape(f"Statements in {view.about()['record']}")


def _summary(view: View, events: int, undated: int) -> str:
    about = view.about()
    rest = f" {undated:,} without a date {'is' if undated == 1 else 'are'} left out." if undated else ""
    shown = f"{events:,} statement{'' if events == 1 else 's'}.{rest}"
    return f"<p>{shown}</p><p>{escape(about['filter'])}; {escape(about['made'][:10])}</p>"

"""A chain runs from the mouth to the page; a link that is missing is drawn dashed, and never made up."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord import api
from onrecord.api import Place, ShownStatement, Told
from onrecord.errors import UsageError
from onrecord.plot import flows, steps
from onrecord.plot.counting import NOBODY, UNKNOWN, looking, record_name, scope
from onrecord.plot.flows import Flow
from onrecord.plot.pictures import Asked, Look, Picture, counted, flat, named
from onrecord.plot.steps import Step

if TYPE_CHECKING:
    import altair as alt

LOOKED_AT = 5000  # statements that were passed on: the newest


def count(record: Place, asked: Asked) -> Picture:
    """Through whom one statement came; or, of all that a filter lets through, who was reported through whom.

    Raises:
        RecordError: the record cannot be opened.
        UsageError: the filter or the id means nothing.
    """
    return _one(record, asked.id) if asked.id is not None else _all(record, asked)


def _one(record: Place, id: str) -> Picture:
    shown = api.show(record, id)
    if not isinstance(shown, ShownStatement):
        raise UsageError("this is no statement", id, "take one from the list that `statements` prints")
    found = _steps(shown.told)
    words = " … ".join(span.of(shown.document.text) for span in shown.statement.content)
    notes = [f"“{flat(words, 160)}”", f"{record_name(record)} · statement {shown.statement.id}"]
    if any(step.missing for step in found):
        notes.append("dashed: not named, or no text of it in this record")
    rows = tuple((number + 1, *step) for number, step in enumerate(found))
    columns = ("step", "role", "name", "note", "missing")
    return Picture("chain", "From the mouth to the page", tuple(notes), columns, rows, {"one": True})


def _steps(told: Told) -> list[Step]:
    """Who passed a statement on, with what is missing where somebody should stand."""
    document = told.document
    stations = api.stations(told)
    found = []
    if told.statement.speaker is None:
        found.append(Step("speaker", NOBODY, "", True))
    relays = 0
    for one in stations:
        note, missing = "", False
        if one.role == "speaker" and one.span is not None:
            printed = one.span.of(document.text)
            note = f"printed as “{flat(printed, 60)}”" if printed != one.name else ""
        elif one.role == "relay":
            # Only of the first relay is it known whether a text of its own is in the record.
            missing = relays == 0 and told.held is False
            note = "no text of it in this record" if missing else ""
            relays += 1
        elif one.role == "outlet":
            note = flat(document.title or "", 80)
        found.append(Step(one.role, named(one.name), note, missing))
    if not stations or stations[-1].role != "outlet":
        found.append(Step("outlet", UNKNOWN, flat(document.title or document.path, 80), True))
    return found


def _all(record: Place, asked: Asked) -> Picture:
    """Statements that were passed on, from speakers through relays to outlets."""
    wanted = replace(asked.filter, limit=LOOKED_AT, offset=0)
    with looking(record, asked) as (store, overview):
        every = overview.crossed(store, asked.filter, "mode").statements
        passed = overview.relayed(store, wanted)
    kept = flows.fewer(Counter(_flow(told) for told in passed.items))
    said = f"{passed.total:,} of {counted(every, 'statement')} came through somebody who is named"
    notes = [f"{said} · {scope(record, asked.filter)}"]
    if passed.total > len(passed.items):
        notes.append(f"the newest {len(passed.items):,} of these are counted")
    if any(flow.missing for flow in kept):
        notes.append("dashed: no text of whom it came through is in this record")
    order = sorted(kept, key=lambda flow: (-kept[flow], flow))
    rows = tuple((flow.speaker, flow.relay, flow.outlet, flow.missing, kept[flow]) for flow in order)
    columns = ("speaker", "through", "outlet", "missing", "statements")
    return Picture("chain", "Who was reported through whom", tuple(notes), columns, rows, {"one": False})


def _flow(told: Told) -> Flow:
    stations = api.stations(told)
    first = stations[0] if stations and stations[0].role == "speaker" else None
    relays = [one.name for one in stations if one.role == "relay"]
    outlet = next((one.name for one in stations if one.role == "outlet"), None)
    if not relays and outlet is not None:
        relays = [outlet]  # the relay is the outlet itself
    return Flow(
        named(first.name) if first else NOBODY,
        named(" → ".join(relays)),
        named(outlet) if outlet else UNKNOWN,
        told.held is False,
    )


def draw(picture: Picture, look: Look) -> alt.LayerChart:
    """Boxes and arrows for one statement, bands for many."""
    if picture.shape["one"]:
        return steps.draw(
            [
                Step(str(role), str(name), str(note), bool(missing))
                for _, role, name, note, missing in picture.rows
            ],
            look,
        )
    found = {
        Flow(str(speaker), str(relay), str(outlet), bool(missing)): int(number or 0)
        for speaker, relay, outlet, missing, number in picture.rows
    }
    return flows.draw(found, look)

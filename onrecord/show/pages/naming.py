"""Nothing is decided about a speaker before it was shown what will change; every decision can be undone."""

from __future__ import annotations

from typing import Any

from onrecord import api, export
from onrecord.errors import UsageError
from onrecord.show import addresses, lines
from onrecord.show.contract import Action, Answer, Asked, Done, Page

CANDIDATES = 12  # others that are offered for a merge
EXAMPLES = 3  # statements of each side


def same(asked: Asked) -> Answer:
    """With whom a speaker may be one: others by name, or one other beside it with what will change."""
    row = _row(asked, asked.path["id"])
    other = asked.get("with")
    words = asked.get("q")
    chosen = _row(asked, other) if other else None
    if chosen and chosen.entity.id == row.entity.id:
        raise UsageError("these are one already", row.entity.name, "choose another")
    found: list[api.SpeakerRow] = []
    if chosen is None:
        given = words or row.entity.name.split()[-1]
        listing = asked.site.overview.speakers(asked.store, given, CANDIDATES + 1, 0)
        found = [one for one in listing.items if one.entity.id != row.entity.id][:CANDIDATES]
    data = {
        "speaker": export.speaker_line(row),
        "other": export.speaker_line(chosen) if chosen else None,
        "candidates": [export.speaker_line(one) for one in found],
    }
    view = {
        "row": row,
        "other": chosen,
        "found": found,
        "words": words,
        "examples": {one.entity.id: _examples(asked, one) for one in (row, chosen) if one},
        "section": "/speakers",
        "sure": lines.sure,
    }
    return Answer("speaker_same.html", f"Is {row.entity.name} somebody else too?", data, view)


def other(asked: Asked) -> Answer:
    """A spelling that may be somebody else's, with what will change."""
    row = _row(asked, asked.path["id"])
    form = asked.get("form") or ""
    shown = asked.site.overview.speaker(asked.store, row.entity.id)
    spelling = next((one for one in shown.spellings if one.form == form), None)
    data: dict[str, Any] = {"speaker": export.speaker_line(row), "form": form}
    view = {"row": row, "form": form, "spelling": spelling, "shown": shown, "section": "/speakers"}
    return Answer("speaker_other.html", f"Is “{form}” somebody else?", data, view)


def merge(asked: Asked) -> Done:
    """Decide that two speakers are one, called as the one that is kept."""
    one, two = asked.path["id"], asked.sent("other")
    kept, gone = (two, one) if asked.sent("keep") == "other" else (one, two)
    numbers = api.merge(asked.site.record, kept, [gone], asked.author)
    said = f"{_name(asked, gone)} is {_name(asked, kept)} from now on."
    return Done(said, {"decisions": numbers, "entity": kept}, _back(asked, addresses.speaker(kept)))


def apart(asked: Asked) -> Done:
    """Decide that two speakers are not one."""
    one, two = asked.path["id"], asked.sent("other")
    number = api.apart(asked.site.record, one, two, asked.author)
    said = f"{_name(asked, one)} and {_name(asked, two)} stay two."
    return Done(said, {"decisions": [number]}, _back(asked, addresses.speaker(one)))


def rename(asked: Asked) -> Done:
    """Decide what a speaker is called."""
    number = api.rename(asked.site.record, asked.path["id"], asked.sent("name"), asked.author)
    said = f"It is called {asked.sent('name')} from now on."
    return Done(said, {"decisions": [number]}, addresses.speaker(asked.path["id"]))


def named(asked: Asked) -> Done:
    """Decide that a form of a name denotes a speaker."""
    form = asked.sent("name")
    number = api.name(asked.site.record, asked.path["id"], form, [], asked.author)
    said = f"“{form}” is {_name(asked, asked.path['id'])} from now on."
    return Done(said, {"decisions": [number]}, _back(asked, addresses.speaker(asked.path["id"])))


def split(asked: Asked) -> Done:
    """Decide that a spelling is somebody else's."""
    form, documents = asked.sent("form"), asked.sent("documents").split()
    number, new = api.split(asked.site.record, asked.path["id"], form, documents, asked.author)
    said = f"“{form}” is somebody else from now on."
    return Done(said, {"decisions": [number], "entity": new}, addresses.speaker(new))


def _row(asked: Asked, id: str) -> api.SpeakerRow:
    return asked.store.speaker(id)


def _name(asked: Asked, id: str) -> str:
    return _row(asked, id).entity.name


def _examples(asked: Asked, row: api.SpeakerRow) -> list[api.Told]:
    return list(api.told(asked.store, api.Filter(entity=row.entity.id, limit=EXAMPLES)))


def _back(asked: Asked, otherwise: str) -> str:
    return asked.sent("back") or otherwise


PAGES = (Page("/speaker/{id}/same", same), Page("/speaker/{id}/other", other))
ACTIONS = (
    Action("/speaker/{id}/merge", merge),
    Action("/speaker/{id}/apart", apart),
    Action("/speaker/{id}/rename", rename),
    Action("/speaker/{id}/name", named),
    Action("/speaker/{id}/split", split),
)

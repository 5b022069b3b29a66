"""A decision is written only over the one that its page showed; else what was decided meanwhile is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

from onrecord import api, export
from onrecord.errors import OvertakenError, UsageError
from onrecord.show import lines, printing
from onrecord.show.contract import Action, Answer, Asked, Done, Page
from onrecord.show.pages.correcting import correction, editor, window
from onrecord.show.pages.search import hits

KINDS = ("statement", "finding")
SUGGESTED = 8  # speakers
MOST = 500  # things that one form decides of
VERBS = {"accept": "Accepted", "reject": "Rejected", "note": "Noted", "correct": "Corrected"}


def accept(asked: Asked) -> Done | Answer:
    """Accept one thing, or several that were shown together, after asking."""
    return _several(asked) if asked.sent("several") == "ask" else _decided(asked, "accept")


def reject(asked: Asked) -> Done | Answer:
    """Reject a thing: lists leave it out from then on."""
    return _decided(asked, "reject")


def note(asked: Asked) -> Done | Answer:
    """Write a note beside a thing, which stays as decided or undecided as it is."""
    return _decided(asked, "note")


def correct(asked: Asked) -> Done | Answer:
    """Say which words a statement has, or who speaks."""
    return _decided(asked, "correct")


def undo(asked: Asked) -> Done | Answer:
    """Undo decisions by their numbers, or the one that a line shows; what stood before holds again."""
    refs = asked.all_sent("number") or [asked.sent("seen")]
    if not all(refs):
        raise UsageError("nothing was decided of it", asked.sent("id"), "decide first")
    about = _about(asked.store, set(refs))
    api.unreview(asked.site.record, refs)
    said = "Undone." if len(refs) == 1 else f"{len(refs)} decisions undone."
    changed = [{"kind": event.kind, "id": event.id} for event in about]
    return Done(said, {"undone": refs, "changed": changed}, _back(asked))


def line(asked: Asked) -> Answer:
    """The lines of some things as they are now, for a page that shows them already."""
    ids = list(dict.fromkeys(value for name, value in asked.query if name == "id"))[:MOST]
    kind, _ = _of(asked.get("kind"), "")
    shown = [_shown(asked.store, kind, id) for id in ids]
    back = asked.get("back") or "/"
    words = dict(parse_qsl(back.partition("?")[2])).get("q") if back.startswith("/?") else None
    found = hits(words, [one for one in shown if isinstance(one, api.Told)])
    data = {
        "kind": kind,
        "lines": [{"id": id, "review": _told(kind, one)} for id, one in zip(ids, shown, strict=True)],
    }
    whole = {value for name, value in asked.query if name == "whole"}
    view = {"shown": shown, "hits": found, "back": back, "sure": lines.sure, "whole": whole}
    return Answer("line.html", "Lines", data, view)


def asking_note(asked: Asked) -> Answer:
    """The form for a note."""
    kind, id = _of(asked.get("kind"), asked.get("id"))
    shown = _shown(asked.store, kind, id)
    data = {"kind": kind, "id": id, "review": _told(kind, shown)}
    view = {"shown": shown, "review": shown.review, "back": asked.get("back") or "/"}
    return Answer("note.html", "Note", data, view)


def asking_correction(asked: Asked) -> Answer:
    """The form for a correction: the passage, the words in it, and who speaks."""
    kind, id = _of(asked.get("kind"), asked.get("id"))
    if kind != "statement":
        raise UsageError("only statements are corrected", id, "accept or reject it, or write a note")
    shown = api.show(asked.store, id)
    if not isinstance(shown, api.ShownStatement):
        raise UsageError("there is no statement of this id", id, "take one of a list")
    data = {"kind": kind, "id": id, "statement": export.line(shown.told)}
    view = {"review": shown.told.review, "back": asked.get("back") or "/", **editor(asked.store, shown)}
    return Answer("correct.html", "Correct", data, view)


def suggested(asked: Asked) -> Answer:
    """Speakers whose name or office begins with what was typed so far, the loudest first."""
    typed = asked.get("q") or ""
    words = [word for word in typed.split() if any(map(str.isalnum, word))]
    found: Sequence[api.SpeakerRow] = ()
    if words:
        query = " ".join(word.strip('"*') + "*" for word in words)
        found = asked.site.overview.speakers(asked.store, query, SUGGESTED, 0).items
    data = {"speakers": [export.speaker_line(row) for row in found]}
    return Answer("suggested.html", "Speakers", data, {"found": found, "typed": typed})


def _several(asked: Asked) -> Answer:
    ids = _ids(asked)
    view = {"ids": ids, "seen": asked.all_sent("seen"), "back": _back(asked)}
    return Answer("several.html", "Accept several", {"ids": ids}, view)


def _decided(asked: Asked, verb: str) -> Done | Answer:
    ids = _ids(asked)
    kind, _ = _of(asked.sent("kind"), ids[0])
    seen = dict(zip(ids, (number or None for number in asked.all_sent("seen")), strict=False))
    try:
        made = _written(asked, verb, ids, seen)
    except OvertakenError as error:
        return _meanwhile(asked, kind, error.where)
    said = VERBS[verb] if len(ids) == 1 else f"{len(ids)} {kind}s {VERBS[verb].lower()}"
    data = {"kind": kind, "ids": ids, "decisions": [api.reference(review) for review in made]}
    return Done(f"{said}.", data, _back(asked))


def _written(asked: Asked, verb: str, ids: list[str], seen: dict[str, str | None]) -> Sequence[api.Judged]:
    """Write a decision; gives what holds then."""
    record, author, note = asked.site.record, asked.author, asked.sent("note")
    if verb == "accept":
        return api.accept(record, ids, author, note, seen)
    if verb == "reject":
        return api.reject(record, ids, author, note, seen)
    if verb == "note":
        return api.note(record, ids, author, note, seen)
    shown = api.show(asked.store, ids[0])
    if not isinstance(shown, api.ShownStatement):
        raise UsageError("there is no statement of this id", ids[0], "take one of a list")
    change = correction(asked, shown.told, window(shown.told, shown))
    return [api.correct(record, ids[0], change, author, note, seen)]


def _meanwhile(asked: Asked, kind: str, id: str) -> Answer:
    """What is answered where somebody decided after the page was shown: what holds by now."""
    shown = _shown(asked.store, kind, id)
    review = shown.review
    said = "The decision that you saw was undone meanwhile."
    if review is not None:
        said = f"{review.author} {lines.changed(review)} this at {printing.moment(review.made)}, meanwhile."
    if len(asked.all_sent("id")) > 1:
        said = f"One of the lines was decided meanwhile, so none was accepted: {said}"
    data = {"error": said, "kind": kind, "id": id, "review": _told(kind, shown)}
    view = {"shown": shown, "review": review, "back": _back(asked)}
    return Answer("meanwhile.html", "Decided meanwhile", data, view, 409)


def _ids(asked: Asked) -> list[str]:
    ids = list(dict.fromkeys(asked.all_sent("id")))
    if not ids:
        raise UsageError("nothing is named", "id", "choose a line")
    if len(ids) > MOST:
        raise UsageError(f"{len(ids)} at once are too many", "id", f"decide of {MOST} at most")
    return ids


def _of(kind: str | None, id: str | None) -> tuple[str, str]:
    if kind not in KINDS:
        raise UsageError(f"nothing is called {kind!r} that can be decided of", "kind", "choose a line")
    return kind, id or ""


def _back(asked: Asked) -> str:
    back = asked.sent("back")
    return back if back.startswith("/") else "/"


def _shown(store: api.Record, kind: str, id: str) -> api.Told | api.FindingRow:
    found = store.told_of(id) if kind == "statement" else store.finding(id)
    if found is None:
        raise UsageError(f"there is no {kind} of this id", id or "an empty id", "take one of a list")
    return found


def _about(store: api.Record, refs: set[str]) -> list[api.Event]:
    """The decisions of these numbers."""
    found: list[api.Event] = []
    for event in api.history(store):
        if event.ref in refs:
            found.append(event)
        if len(found) == len(refs):
            break
    return found


def _told(kind: str, shown: api.Told | api.FindingRow) -> dict[str, Any] | None:
    """The decision that holds, as JSON tells it."""
    review = shown.review
    if review is None:
        return None
    number = lines.numbered(kind, review)
    return {
        "number": number,
        "verdict": review.verdict,
        "note": review.note,
        "author": review.author,
        "made": review.made,
    }


PAGES = (
    Page("/review/line", line),
    Page("/review/note", asking_note),
    Page("/review/correct", asking_correction),
    Page("/suggest/speakers", suggested),
)
ACTIONS = (
    Action("/review/accept", accept),
    Action("/review/reject", reject),
    Action("/review/note", note),
    Action("/review/correct", correct),
    Action("/review/undo", undo),
)

"""What is shown of a speaker says of every name and link whether it is a guess or somebody's decision."""

from __future__ import annotations

from itertools import groupby

from onrecord import api, export
from onrecord.show import addresses, lines
from onrecord.show.contract import Answer, Asked, Page
from onrecord.show.pages import sheets
from onrecord.show.pages.bars import bars
from onrecord.show.pages.history import event_line

STATEMENTS = 30  # statements of a speaker on a page
DOUBTS = 25  # pairs on a page
BESIDE = 8  # findings and decisions that are shown of a speaker
LARGEST = 50  # speakers that one question gives


def speakers(asked: Asked) -> Answer:
    """The speakers of which a name or an office has the words, those that say most first."""
    words = asked.get("q")
    size = asked.number("size", 1, LARGEST, LARGEST)
    found = asked.site.overview.speakers(asked.store, words, size, sheets.offset(asked, size))
    sheet = sheets.counted(asked, found.items, found.total, size)
    data = {**sheet.about(asked), "speakers": [export.speaker_line(row) for row in sheet.items]}
    if asked.get("doubtful") is not None:
        sheet = sheets.Sheet(
            sorted(sheet.items, key=_least_sure), sheet.number, size, sheet.total, sheet.more
        )
    doubts = sum(1 for _ in api.doubts(asked.store))
    view = {
        "sheet": sheet,
        "words": words,
        "doubts": doubts,
        "sure": lines.sure,
        "doubtful": asked.get("doubtful"),
    }
    return Answer("speakers.html", "Speakers", data, view)


def speaker(asked: Asked) -> Answer:
    """One speaker: names, offices, everything said over time, who reported it, who answered."""
    shown = asked.site.overview.speaker(asked.store, asked.path["id"])
    id = shown.row.entity.id
    filter = api.Filter(entity=id, limit=STATEMENTS, offset=sheets.offset(asked, STATEMENTS))
    found = asked.site.overview.statements(asked.store, filter)
    sheet = sheets.counted(asked, found.items, found.total, STATEMENTS)
    findings = list(api.findings(asked.store, api.FindingFilter(entity=id, limit=BESIDE + 1)))
    events = list(api.history(asked.store, BESIDE, 0, of=id))
    months = api.Tally(
        shown.row.statements, shown.row.documents, {}, shown.months, shown.loose, shown.undated
    )
    data = {
        **export.speaker_line(shown.row),
        "spellings": [one._asdict() for one in shown.spellings],
        "printed": [one._asdict() for one in shown.printed],
        "months": [list(pair) for pair in shown.months],
        "undated": shown.undated,
        **{name: [one._asdict() for one in getattr(shown, name)] for name in CONTACTS},
        "words": [one._asdict() for one in shown.words],
        "findings": [export.finding_line(row) for row in findings],
        "decisions": [event_line(event) for event in events],
        "said": {**sheet.about(asked), "statements": [export.line(told) for told in sheet.items]},
    }
    view = {
        "shown": shown,
        "row": shown.row,
        "sheet": sheet,
        "groups": [(month, list(told)) for month, told in groupby(sheet.items, key=_month)],
        "bars": bars(months, "/", (("entity", id),)),
        "contacts": [(CONTACTS[name], getattr(shown, name)) for name in CONTACTS if getattr(shown, name)],
        "findings": findings,
        "beside": BESIDE,
        "events": events,
        "section": "/speakers",
        "sure": lines.sure,
        "wikidata": addresses.wikidata(shown.row.entity.wikidata),
    }
    return Answer("speaker.html", shown.row.entity.name, data, view)


def doubts(asked: Asked) -> Answer:
    """Pairs of names of which only a person can say whether they are one, what most documents raise first."""
    every = list(api.doubts(asked.store))
    before = sheets.offset(asked, DOUBTS)
    sheet = sheets.counted(asked, every[before : before + DOUBTS], len(every), DOUBTS)
    data = {**sheet.about(asked), "doubts": [export.doubt_line(row) for row in sheet.items]}
    rows: dict[str, api.SpeakerRow] = {}
    for doubt in sheet.items:
        for id, _ in filter(None, (doubt.one, doubt.other)):
            if id not in rows:
                rows[id] = asked.store.speaker(id)
    view = {
        "sheet": sheet,
        "rows": rows,
        "section": "/speakers",
        "sure": lines.sure,
        "address": asked.address,
    }
    return Answer("doubts.html", "Who is who: doubts", data, view)


# What a list of contacts is called, by its name in `ShownSpeaker`.
CONTACTS = {
    "outlets": "Published by",
    "relays": "Passed on by",
    "addressed": "Speaks to",
    "answered": "Answers, in transcripts",
    "answered_by": "Is answered by, in transcripts",
    "groups": "Speaks as a member of",
    "members": "Speaks for these members",
    "fellows": "Speaks together with",
}


def _month(told: api.Told) -> str:
    """The month in which a statement's document was published, YYYY-MM, or the year, or ""."""
    when = told.document.published or (told.inferred.when if told.inferred else None)
    return when.edtf[:7] if when else ""


def _least_sure(row: api.SpeakerRow) -> float:
    return 1.0 if row.score is None else row.score


PAGES: tuple[Page, ...] = (
    Page("/speakers", speakers),
    Page("/speakers/doubts", doubts),
    Page("/speaker/{id}", speaker),
)

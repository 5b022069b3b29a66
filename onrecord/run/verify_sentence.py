"""The sentence says what stands in the record and where; whether it is true, or fair, is never said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from onrecord.model import Edit, Span, Speaker, When
from onrecord.record import Told
from onrecord.run.verified import Verified
from onrecord.run.verify_places import Judged
from onrecord.trace import Given

EMPTY = "There is no word to look for."
NOWHERE = "No document of this record holds these words, or most of them in this order."
COMMON = "These words are too few and too common in this record to be traced."
FEW = "Fewer than six words are traced only where they are a whole sentence or quotation. "

LONGEST = 240  # code points of words that are quoted in the sentence
TITLE = 120  # of a title
MEMBERS = 6  # members of a collective speaker that are named
GOES_ON = 160  # code points of what follows them in the fullest version
OFTEN = 10  # documents in which a formula stands at least
EDITS = 5  # changes that are named one by one
ALIKE = 0.8  # how much of the words stands where nearly the same stand earlier
FROM_FOLLOWING = 2  # words that must follow for a version to go on

_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,60}>")
_ESCAPED = re.compile(r"\\([\[\]_*()#.>-])")
_EDGES = " \u00a0\t\r\n,;:.!?–—-“”„«»\"'‘’…)("


def too_few(documents: int, first: Judged | None) -> str:
    """What is said of words that stand within longer sentences only, or nowhere."""
    if first is None:
        return FEW + "No document of this record has these words so, nor within a longer sentence."
    line = f"They stand within longer sentences of {_count(documents, 'document')} of this record."
    where = "There" if documents == 1 else "Earliest" if first.when else "One is"
    return f"{FEW}{line} {where}: {_placed(first)}."


def hinted(place: Judged) -> str:
    """What is said where no place holds most of the words, but one comes near."""
    words = _quoted(place.found.fit.span.of(place.found.document.text))
    return f"{NOWHERE} What comes nearest stands in {_source(place)}: {words}."


def answered(verified: Verified, asked: Given, shown: Sequence[Judged]) -> str:
    """The answer to given words that stand somewhere, or nearly.

    Args:
        verified: the answer without its sentence.
        asked: the given words.
        shown: the places, as in `verified.places`.
    """
    first, full, near = (shown[n or 0] for n in (verified.earliest, verified.fullest, verified.nearest))
    exact = verified.answer == "as given"
    parts = [
        f"{'These words' if exact else 'Nearly these words'} stand in "
        f"{_count(verified.documents, 'document')} of this record{_reports(verified)}.",
        f"{_first(verified, first)}: {_placed(first)}.",
    ]
    if exact:
        parts += [_left_out(first), *_nearly_earlier(first, shown)]
    else:
        parts += [_worded(near, first)]
    named = first if exact else near
    parts += [_formula(first, verified.documents), _fullest(full, named), *_cap(asked)]
    return " ".join(filter(None, parts))


def _first(verified: Verified, first: Judged) -> str:
    if verified.documents == 1:
        return "There"
    return "Earliest" if first.when else "The date of none is known; one is"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _reports(verified: Verified) -> str:
    if verified.reports == verified.documents:
        return ""
    return f" ({_count(verified.reports, 'report')}, copies counted once)"


# -- who, when, where


def _placed(place: Judged) -> str:
    """ "Anna Petrova, on 2023-05-08, in The Example ("Title", published 2023-05-09)"."""
    told = place.told
    statement = told.statement if told else None
    parts = []
    if told and statement and statement.speaker:
        parts.append(_speaker(told, statement.speaker))
    said = statement.said.when if statement and statement.said else None
    published = place.published
    if said:
        parts.append(f"{'' if parts else 'said '}{_on(said)}")
    if told and statement and statement.via:
        parts.append(f"through {' and '.join(_who(told, span) for span in statement.via)}")
    same_day = said is not None and published is not None and _day(said) == _day(published) is not None
    parts.append(f"in {_source(place, 'the same day' if same_day else None)}")
    line = ", ".join(parts)
    if statement is None:
        return f"{line}, where nobody is shown as the speaker"
    if statement.speaker is None:
        return f"{line}, where nobody is named as the speaker"
    return (
        f"{line}, where they are reported without quotation marks" if statement.mode == "indirect" else line
    )


def _speaker(told: Told, speaker: Speaker) -> str:
    who = told.people.get(speaker.span)
    name = who.name if who else speaker.name
    if name:
        return _plain(name)
    members = list(dict.fromkeys(_who(told, span) for span in speaker.members))
    if members:
        more = [f"{len(members) - MEMBERS} more"] if len(members) > MEMBERS else []
        return f"{_listed(members[:MEMBERS] + more)} jointly"
    return f"a speaker who is given only as {_quoted(speaker.span.of(told.document.text), 60)}"


def _who(told: Told, span: Span) -> str:
    who = told.people.get(span)
    return _plain(who.name if who else span.of(told.document.text))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _source(place: Judged, published: str | None = None) -> str:
    """ "The Example ("Title", published 2023-05-09)"; what is unknown is said to be."""
    document = place.found.document
    when = place.published
    if published:
        date = f"published {published}"
    elif when is None:
        date = "date unknown"
    else:
        date = f"published {_date(when)}"
        if document.published is None:
            date += ", as the text shows"
    title = document.title or document.path.rstrip("/").rpartition("/")[2]
    named = _quoted(title, TITLE)
    return f"{document.outlet} ({named}, {date})" if document.outlet else f"{named} ({date})"


def _day(when: When) -> str | None:
    found = _DAY.match(when.edtf)
    return found[0] if found and "/" not in when.edtf and ".." not in when.edtf else None


def _date(when: When) -> str:
    day = _day(when)
    if day:
        return day
    if "/" in when.edtf or ".." in when.edtf:
        return f"between {when.earliest[:10]} and {when.latest[:10]}"
    return when.edtf


def _on(when: When) -> str:
    if _day(when):
        return f"on {_day(when)}"
    return _date(when) if _date(when).startswith("between") else f"in {when.edtf}"


# -- what the words are


def _worded(place: Judged, first: Judged) -> str:
    """What stands there instead, and what the given wording changed."""
    words = _quoted(place.found.fit.span.of(place.found.document.text))
    where = "There the words are" if place is first else f"What is nearest stands in {_source(place)}"
    changes = _changes(place)
    return f"{where}: {words}.{f' The given wording {changes}.' if changes else ''}"


def _changes(place: Judged) -> str:
    text, given = place.found.document.text, place.asked.text
    named = [_change(edit, text, given) for edit in place.edits[:EDITS]]
    if len(place.edits) > EDITS:
        named.append(f"differs in {_count(len(place.edits) - EDITS, 'more place')}")
    return _listed(named) if named else ""


def _change(edit: Edit, text: str, given: str) -> str:
    there, here = edit.earlier.of(text), edit.later.of(given)
    if edit.kind == "question":
        return "makes a question an assertion" if "?" in there else "makes an assertion a question"
    if not here.strip():
        return f"leaves out {_quoted(there, 120)}"
    if not there.strip():
        return f"adds {_quoted(here, 120)}"
    return f"puts {_quoted(here, 80)} for {_quoted(there, 80)}"


def _left_out(place: Judged) -> str:
    """What an ellipsis or a bracket of the given words stands for, and a question made an assertion."""
    text, given = place.found.document.text, place.asked.text
    marked = [edit.earlier.of(text) for edit in place.edits if edit.kind != "question"]
    named = [_quoted(words, 120) for words in marked[:EDITS] if words.strip()]
    turned = [_change(edit, text, given) for edit in place.edits if edit.kind == "question"]
    line = f"What the given words mark as left out is {_listed(named)}." if named else ""
    return " ".join(filter(None, (line, *(f"The given wording {change}." for change in turned))))


def _nearly_earlier(first: Judged, shown: Sequence[Judged]) -> list[str]:
    """Where nearly these words stand before they stand as given."""
    others = [
        one
        for one in shown
        if not one.exact and one.when and one.found.fit.score >= ALIKE and one.order[0] < first.order[0]
    ]
    if not others or first.when is None:
        return []
    return [f"Nearly the same words stand earlier: {_placed(min(others, key=lambda one: one.order))}."]


def _formula(first: Judged, documents: int) -> str:
    often = first.formula is not None and documents >= OFTEN
    return "They are part of a formula of this record." if often else ""


def _fullest(full: Judged, named: Judged) -> str:
    """How the longest statement with the words goes on after them; `named` is the place named last."""
    if full.statement is None:
        return ""
    text, end = full.found.document.text, full.found.fit.span.end
    rest = " ".join(
        text[max(one.start, end) : one.end].strip() for one in full.statement.content if one.end > end
    ).strip(_EDGES.replace("(", ""))
    if len(rest.split()) < FROM_FOLLOWING:
        return ""
    version = "There the words go" if full is named else f"The fullest version, in {_source(full)}, goes"
    return f"{version} on: {_quoted(rest, GOES_ON)}."


def _cap(asked: Given) -> list[str]:
    return [] if asked.whole else [f"Only the first {asked.size:,} of the given words were looked for."]


def _plain(words: str) -> str:
    """Words on one line, without signs that take no room and what is left of a page's markup."""
    bare = _ESCAPED.sub(r"\1", _MARKUP.sub(" ", words))
    shown = (c if unicodedata.category(c)[0] != "C" else " " * c.isspace() for c in bare)
    return " ".join("".join(shown).split())


def _quoted(words: str, most: int = LONGEST) -> str:
    """Words in quotation marks, on one line, cut between words."""
    line = " ".join(words.split()).strip('“”„«»"')
    if len(line) > most:
        line = line[:most].rsplit(" ", 1)[0].rstrip(_EDGES) + " …"
    inner = line.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f'"{inner}"'

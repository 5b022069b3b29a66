"""Everything leaves in one shape: the same keys in the same order, and what is absent is None or empty."""

from __future__ import annotations

from typing import Any

from onrecord.api import (
    Decision,
    DoubtRow,
    Event,
    FailureRow,
    FamilyHop,
    FamilyRow,
    FindingRow,
    Listed,
    SpeakerRow,
    Stand,
    Told,
    Verified,
    Who,
    outlet,
    reference,
    stations,
)
from onrecord.model import Document, Edit, Linked, Said, Span, Speaker, Statement, Time, When

GAP = " … "  # stands between the pieces of words that their attribution cuts


def words(document: Document, statement: Statement) -> str:
    """The statement's words as they stand in the document, its pieces joined by " … "."""
    return GAP.join(document.text[start:end] for start, end in statement.content)


def told(document: Document, linked: Linked) -> list[Told]:
    """The statements of a document that is in no record: whom spans denote is known in the document alone."""
    people = {
        mention.span: Who(None, figure.name, figure.kind, evidence=mention.evidence)
        for figure in linked.figures
        if figure.name
        for mention in figure.mentions
    }
    return [Told(document, statement, people, linked.published) for statement in linked.statements]


def line(told: Told) -> dict[str, Any]:
    """One statement as the JSON object that `read`, `statements` and `export jsonl` print.

    Offsets are half-open ranges in code points of `document.text`; dates are EDTF strings.
    """
    document, statement, people = told.document, told.statement, told.people
    text = document.text
    return {
        "id": statement.id,
        "document": {
            "id": document.id,
            "path": document.path,
            "title": document.title,
            "outlet": document.outlet,
            "published": _edtf(document.published),
            "language": document.language,
            "published_inferred": _said(told.inferred),
        },
        "mode": statement.mode,
        "act": statement.act,
        "content": [list(span) for span in statement.content],
        "text": words(document, statement),
        "cue": _pair(statement.cue),
        "speaker": _speaker(text, statement.speaker, people),
        "addressee": _addressee(text, statement.addressee, people),
        "via": [_relay(text, span, people) for span in statement.via],
        "said": _said(statement.said),
        "rule": statement.rule,
        "score": round(statement.score, 4),
        "chain": chain(told),
        "primary_held": told.held,
        "review": _decided(told),
    }


def chain(told: Told) -> list[dict[str, Any]]:
    """Who passed the words on, from the mouth to the page: the speaker, the relays, the outlet last.

    Nobody stands twice in a row: a relay that is the outlet itself is the outlet, whose span is None.
    """
    return [
        {"name": one.name, "entity": one.entity, "span": _pair(one.span), "role": one.role}
        for one in stations(told)
    ]


def document_line(listed: Listed) -> dict[str, Any]:
    """One document as the JSON object that `documents` prints.

    `version` is 1 for the first text of its source, `words` are parted by white space, dates are EDTF.
    """
    document = listed.document
    return {
        "id": document.id,
        "path": document.path,
        "source": document.source,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "authors": list(document.authors),
        "kind": document.kind,
        "language": document.language,
        "published": _edtf(document.published),
        "updated": _edtf(document.updated),
        "fetched": _edtf(document.fetched),
        "version": listed.version,
        "words": listed.words,
        "statements": listed.statements,
        "digest": document.digest,
        "published_inferred": _said(listed.inferred),
    }


def failure_line(failure: FailureRow) -> dict[str, Any]:
    """One source that could not be read, as the JSON object that `documents --failed` prints.

    `recorded` is when it failed first, ISO 8601 in UTC.
    """
    return failure._asdict()


def speaker_line(row: SpeakerRow) -> dict[str, Any]:
    """One entity as the JSON object that `speakers` prints; `first` and `last` are days, YYYY-MM-DD."""
    entity = row.entity
    return {
        "entity": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "roles": [
            {"text": r.text, "from": r.first_day, "to": r.last_day, "documents": r.documents, "by": r.by}
            for r in row.roles
        ],
        "wikidata": entity.wikidata,
        "statements": row.statements,
        "documents": row.documents,
        "first": row.first,
        "last": row.last,
        "by": row.by,
        "score": None if row.score is None else round(row.score, 4),
    }


def doubt_line(row: DoubtRow) -> dict[str, Any]:
    """One doubt as the JSON object that `speakers --doubtful` prints."""
    return {
        "name": row.name,
        "one": {"entity": row.one[0], "name": row.one[1]} if row.one else None,
        "other": {"entity": row.other[0], "name": row.other[1]},
        "score": round(row.score, 4),
        "reason": row.reason,
        "documents": row.documents,
        "document": row.document,
    }


def decision_line(row: Decision) -> dict[str, Any]:
    """One decision as the JSON object that `speakers --decisions` prints; times are ISO 8601 in UTC."""
    return row._asdict()


def date_line(found: tuple[Document, Time]) -> dict[str, Any]:
    """One time expression as the JSON object that `dates` prints."""
    document, time = found
    return {
        "document": {"id": document.id, "path": document.path},
        "span": list(time.span),
        "text": time.span.of(document.text),
        "edtf": time.when.edtf,
        "basis": time.basis,
    }


def family_line(row: FamilyRow) -> dict[str, Any]:
    """One family as the JSON object that `traces` prints; `first` and `last` are days, YYYY-MM-DD."""
    return {
        "id": row.family.id,
        "kind": row.family.kind,
        "size": len(row.family.members),
        "reports": row.reports,
        "outlets": list(row.outlets),
        "first": row.first,
        "last": row.last,
        "members": [
            {
                "document": _place(row.documents[member.document]),
                "span": list(member.span),
                "statement": member.statement,
                "report": member.report,
            }
            for member in row.family.members
        ],
    }


def hop_line(found: FamilyHop) -> dict[str, Any]:
    """One hop as the JSON object that `traces --hops` prints."""
    hop = found.hop
    return {
        "family": found.family,
        "kind": hop.kind,
        "score": round(hop.score, 4),
        "order": hop.order,
        "earlier": {"document": _place(found.earlier), "span": list(hop.earlier_span)},
        "later": {"document": _place(found.later), "span": list(hop.later_span)},
        "edits": [edit_line(edit) for edit in hop.edits],
    }


def finding_line(row: FindingRow) -> dict[str, Any]:
    """One finding as the JSON object that `findings` prints; `reviewed` is None where nobody decided."""
    found, decided = row.finding, row.review
    return {
        "id": found.id,
        "check": found.check,
        "message": found.message,
        "explanation": found.explanation,
        "score": round(found.score, 4),
        "passages": [
            {
                "document": _place(one.document),
                "span": list(one.shown.span),
                "text": one.shown.span.of(one.document.text),
                "outlet": outlet(one.document),
                "published": _edtf(one.document.published),
                "statement": one.told.statement.id if one.told else None,
                "speaker": _speaker(one.document.text, one.told.statement.speaker, one.told.people)
                if one.told
                else None,
            }
            for one in row.exhibits
        ],
        "reviewed": None
        if decided is None
        else {
            "verdict": decided.verdict,
            "author": decided.author,
            "made": decided.made,
            "note": decided.note,
        },
    }


def review_line(row: Event) -> dict[str, Any]:
    """One decision as the JSON object that `review list` prints; times are ISO 8601 in UTC."""
    return row._asdict()


def _decided(told: Told) -> dict[str, Any] | None:
    """What a person decided of a statement, and what was found where that is no longer shown."""
    review, found = told.review, told.found
    if review is None:
        return None
    words = found and found.content != told.statement.content
    speaker = found and found.speaker != told.statement.speaker
    return {
        "ref": reference(review),
        "verdict": review.verdict,
        "note": review.note,
        "author": review.author,
        "made": review.made,
        "content_found": [list(span) for span in found.content] if found and words else None,
        "speaker_found": _pair(found.speaker.span) if found and speaker and found.speaker else None,
    }


def edit_line(edit: Edit) -> dict[str, Any]:
    """One change as it stands in a hop."""
    return {"kind": edit.kind, "earlier": list(edit.earlier), "later": list(edit.later)}


def verified_line(found: Verified) -> dict[str, Any]:
    """What `verify` answers, as a JSON object; the edits' `earlier` count in the place's text."""
    return {
        "words": found.words,
        "span": _pair(found.span),
        "answer": found.answer,
        "sentence": found.sentence,
        "documents": found.documents,
        "reports": found.reports,
        "earliest": found.earliest,
        "fullest": found.fullest,
        "nearest": found.nearest,
        "places": [_stand(stand) for stand in found.places],
    }


def _stand(stand: Stand) -> dict[str, Any]:
    document, told = stand.document, stand.told
    more = {"title": document.title, "outlet": document.outlet, "published": _edtf(document.published)}
    return {
        "document": _place(document) | more,
        "span": list(stand.span),
        "text": stand.span.of(document.text),
        "day": stand.day,
        "statement": told.statement.id if told else None,
        "speaker": _speaker(document.text, told.statement.speaker, told.people) if told else None,
        "family": stand.family,
        "score": round(stand.score, 4),
        "edits": [edit_line(edit) for edit in stand.edits],
    }


def _place(document: Document) -> dict[str, Any]:
    return {"id": document.id, "path": document.path}


def _pair(span: Span | None) -> list[int] | None:
    return list(span) if span and span.start < span.end else None  # one that is named, and nowhere mentioned


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _speaker(text: str, speaker: Speaker | None, people: dict[Span, Who]) -> dict[str, Any] | None:
    if speaker is None:
        return None
    who = people.get(speaker.span)
    return {
        "span": _pair(speaker.span),
        "text": speaker.span.of(text),
        "name": who.name if who else speaker.name,
        "entity": who.entity if who else None,
        "kind": (who.kind if who else None) or speaker.kind,
    }


def _addressee(text: str, span: Span | None, people: dict[Span, Who]) -> dict[str, Any] | None:
    if span is None:
        return None
    who = people.get(span)
    return {
        "span": list(span),
        "text": span.of(text),
        "name": who.name if who else None,
        "entity": who.entity if who else None,
    }


def _relay(text: str, span: Span, people: dict[Span, Who]) -> dict[str, Any]:
    who = people.get(span)
    return {
        "span": list(span),
        "name": who.name if who else span.of(text),
        "entity": who.entity if who else None,
    }


def _said(said: Said | None) -> dict[str, Any] | None:
    return None if said is None else {"edtf": said.when.edtf, "span": _pair(said.span), "basis": said.basis}

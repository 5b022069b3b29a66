"""Each person and each date of a document is listed once, and every pointer leads to something listed."""

from __future__ import annotations

from onrecord.api import Told
from onrecord.export.moments import moment
from onrecord.export.nesting import attributes
from onrecord.export.plain import flat, xml
from onrecord.model import Said, Span


class People:
    """Who is mentioned in the statements of one document, and when these were made.

    Args:
        prefix: what their XML ids begin with.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._ids: dict[str, str] = {}
        self._listed: list[str] = []
        self._spans: dict[Span, str] = {}
        self._events: dict[tuple[str, str], tuple[str, str]] = {}

    def speakers(self, told: Told) -> str:
        """Pointers to who speaks: of a collective the members that are named, too; "" for nobody."""
        speaker = told.statement.speaker
        if speaker is None:
            return ""
        found = [speaker.span, *speaker.members]
        return " ".join(dict.fromkeys(self.pointer(told, span) for span in found))

    def pointer(self, told: Told, span: Span | None) -> str:
        """A pointer to whom the span denotes; "" for None."""
        if span is None:
            return ""
        speaker, who = told.statement.speaker, told.people.get(span)
        mine = speaker if speaker and speaker.span == span else None
        name = who.name if who else mine.name if mine else None
        if name and flat(name):
            kind = (who.kind if who else None) or (mine.kind if mine else None)
            found = self._person(name, kind, who.entity if who else None)
        else:
            found = self._unnamed(span, told.document.text)
        self._spans.setdefault(span, found)
        return found

    def known(self, span: Span | None) -> str:
        """The pointer that was given for this span, or ""."""
        return self._spans.get(span, "") if span else ""

    def event(self, said: Said | None) -> str:
        """A pointer to the moment at which something was said; "" where it is unknown."""
        when = moment(said.when) if said else None
        if said is None or when is None:
            return ""
        shown, basis = when.iso(), flat(said.basis)
        if (shown, basis) not in self._events:
            id = f"{self._prefix}.w{len(self._events) + 1}"
            first, _, last = shown.partition("/")
            given = [("notBefore", first), ("notAfter", last)] if last else [("when", first)]
            head = attributes([("xml:id", id), ("type", "said"), *given])
            event = f"<event{head}><desc>{xml(basis or shown)}</desc></event>"
            self._events[shown, basis] = id, event
        return f"#{self._events[shown, basis][0]}"

    def events(self) -> str:
        """The moments, as events."""
        return "".join(event for _, event in self._events.values())

    def listed(self) -> str:
        """Everybody, as a list; "" where there is nobody."""
        return f"<listPerson>\n{''.join(self._listed)}</listPerson>" if self._listed else ""

    def _unnamed(self, span: Span, text: str) -> str:
        """Somebody whom words mention that name nobody; the same words elsewhere may mean somebody else."""
        key = f"\0\0{span.start}-{span.end}"
        if key not in self._ids:
            id = self._ids[key] = f"{self._prefix}.p{len(self._listed) + 1}"
            printed = xml(flat(span.of(text)))
            self._listed.append(f"<person{attributes([('xml:id', id)])}><p>“{printed}”</p></person>\n")
        return f"#{self._ids[key]}"

    def _person(self, name: str, kind: str | None, entity: str | None) -> str:
        shown = flat(name)
        key = entity or f"\0{shown}"
        if key not in self._ids:
            id = f"{self._prefix}.p{len(self._listed) + 1}"
            self._ids[key] = id
            number = f'<idno type="onrecord">{xml(entity)}</idno>' if entity else ""
            group = attributes([("xml:id", id), ("type", kind if kind == "group" else "")])
            if kind in ("body", "group"):
                element = f"<org{group}><orgName>{xml(shown)}</orgName>{number}</org>\n"
            else:
                element = f"<person{group}><persName>{xml(shown)}</persName>{number}</person>\n"
            self._listed.append(element)
        return f"#{self._ids[key]}"

"""A network of who is said to have said, passed on and answered: every node is named, every edge is counted.

Edges go the way that words go: from the speaker to those who reported, relayed or quoted them, to whom they
were said, and to whose turn they reply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from onrecord.api import Told, Who
from onrecord.export.lines import chain
from onrecord.export.plain import attribute, flat, xml
from onrecord.export.views import View
from onrecord.model import Span

REPORTED, RELAYED, ADDRESSED, QUOTED, REPLIED = "reported", "relayed", "addressed", "quoted", "replied"
NEAR = 200  # code points between two turns of which one replies to the other: a label stands there
Ends = tuple[str, str, str]  # the kind of an edge, and the ids of its two nodes
Days = tuple[str | None, str | None]  # the first and the last, ISO 8601; None is unknown


@dataclass(slots=True)
class Seen:
    """How often something was seen, and the first and the last day on which it was."""

    count: int = 0
    first: str | None = None
    last: str | None = None

    def see(self, days: Days) -> None:
        """Count once, on these days."""
        self.take(Seen(1, *days))

    def take(self, other: Seen) -> None:
        """Count what another counted."""
        first, last = other.first, other.last
        self.count += other.count
        self.first = min(filter(None, (self.first, first)), default=None)
        self.last = max(filter(None, (self.last, last)), default=None)


@dataclass(slots=True)
class Node:
    """A speaker, relay, outlet or addressee; `said` counts the statements that are its own."""

    label: str
    kind: str
    entity: str | None
    said: Seen = field(default_factory=Seen)
    seen: Seen = field(default_factory=Seen)


class Network:
    """The nodes and edges of statements, in the order in which they come."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[Ends, Seen] = {}
        self.statements = self.nameless = 0

    def add(self, told: Told) -> None:
        """Count one statement; where no speaker is named, only who passed it on."""
        self.statements += 1
        days = _days(told)
        speakers = [self._node(name, who, days) for name, who in _speakers(told)]
        self.nameless += not speakers
        for speaker in speakers:
            self.nodes[speaker].said.see(days)
        before = speakers
        links = [link for link in chain(told) if _counts(link)]
        for link in links:
            node = self._link(told, link, days)
            self._join(RELAYED if len(links) > 1 else REPORTED, before, node, days)
            before = [node]
        heard = told.people.get(told.statement.addressee) if told.statement.addressee else None
        if heard:
            self._join(ADDRESSED, speakers, self._node(heard.name, heard, days), days)

    def talk(self, statements: Sequence[Told]) -> None:
        """Count, of the statements of one document, who is quoted by whom, and who replies to whom."""
        open_: list[tuple[int, Told]] = []
        last: tuple[int, Told] | None = None
        for start, end, told in sorted(map(_hull, statements), key=lambda one: (one[0], -one[1])):
            while open_ and open_[-1][0] < end:
                open_.pop()
            if open_:
                self._said_to(QUOTED, told, open_[-1][1])
            open_.append((end, told))
            if told.statement.mode == "turn":
                if last and 0 <= start - last[0] <= NEAR:
                    self._said_to(REPLIED, told, last[1])
                last = end, told

    def _said_to(self, kind: str, told: Told, other: Told) -> None:
        days = _days(told)
        for name, who in _speakers(other):
            sources = [self._known(*one) for one in _speakers(told)]
            self._join(kind, sources, self._known(name, who), days)

    def joined(self) -> None:
        """Take a name that was linked to nobody for the one body or outlet that is called so."""
        called: dict[str, list[str]] = {}
        for id, node in self.nodes.items():
            if node.entity and node.kind in ("body", "outlet"):
                called.setdefault(_bare(node.label), []).append(id)
        for id in [id for id, node in self.nodes.items() if not node.entity]:
            ids = called.get(_bare(self.nodes[id].label), [])
            if len(ids) == 1:
                node = self.nodes.pop(id)
                self.nodes[ids[0]].seen.take(node.seen)
                self._renamed(id, ids[0])
                if node.kind == "outlet":
                    self.nodes[ids[0]].kind = node.kind

    def _renamed(self, old: str, new: str) -> None:
        for (kind, *ends), seen in list(self.edges.items()):
            if old in ends:
                del self.edges[kind, ends[0], ends[1]]
                source, target = (new if end == old else end for end in ends)
                if source != target:
                    self.edges.setdefault((kind, source, target), Seen()).take(seen)

    def _link(self, told: Told, link: dict[str, Any], days: Days) -> str:
        if link["role"] == "outlet":
            id = self._node(link["name"], told.outlet, days)
            self.nodes[id].kind = "outlet"
            return id
        return self._node(link["name"], told.people.get(Span(*link["span"])), days)

    def _known(self, name: str, who: Who | None) -> str:
        return f"entity:{who.entity}" if who and who.entity else f"name:{_bare(name)}"

    def _node(self, name: str, who: Who | None, days: Days) -> str:
        label, entity = flat(name), who.entity if who else None
        id = self._known(label, who)
        node = self.nodes.setdefault(id, Node(label, (who.kind if who else None) or "unknown", entity))
        node.seen.see(days)
        return id

    def _join(self, kind: str, sources: Iterable[str], target: str, days: Days) -> None:
        for source in sources:
            if source != target:
                self.edges.setdefault((kind, source, target), Seen()).see(days)


def pieces(view: View, things: Iterator[Any]) -> Iterator[bytes]:
    """The network of all statements of the view, in GEXF 1.3."""
    network = Network()
    for _, group in groupby(things, key=lambda told: told.document.id):
        statements = list(group)
        for told in statements:
            network.add(told)
        network.talk(statements)
    network.joined()
    about = view.about()
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield b'<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    said = f"{about['record']}: {about['filter']}. {network.statements:,} statements, of which "
    said += f"{network.nameless:,} name no speaker and are counted for those who passed them on."
    yield f'<meta lastmodifieddate="{view.made[:10]}">\n<creator>{xml(about["by"])}</creator>\n'.encode()
    yield f"<description>{xml(said)}</description>\n</meta>\n".encode()
    yield b'<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
    yield _HEAD.encode()
    yield f'<nodes count="{len(network.nodes)}">\n'.encode()
    for id, node in network.nodes.items():
        yield _node(id, node).encode()
    yield f'</nodes>\n<edges count="{len(network.edges)}">\n'.encode()
    for number, (ends, seen) in enumerate(network.edges.items()):
        yield _edge(number, ends, seen).encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


_HEAD = """<attributes class="node">
<attribute id="0" title="kind" type="string"/>
<attribute id="1" title="entity" type="string"/>
<attribute id="2" title="statements" type="integer"/>
<attribute id="3" title="first" type="string"/>
<attribute id="4" title="last" type="string"/>
</attributes>
<attributes class="edge">
<attribute id="5" title="kind" type="string"/>
<attribute id="6" title="statements" type="integer"/>
<attribute id="7" title="first" type="string"/>
<attribute id="8" title="last" type="string"/>
</attributes>
"""


def _node(id: str, node: Node) -> str:
    values = {0: node.kind, 1: node.entity, 2: node.said.count, 3: node.seen.first, 4: node.seen.last}
    return (
        f"<node id={attribute(id)} label={attribute(node.label)}{_span(node.seen)}>{_values(values)}</node>\n"
    )


def _edge(number: int, ends: Ends, seen: Seen) -> str:
    kind, source, target = ends
    values = {5: kind, 6: seen.count, 7: seen.first, 8: seen.last}
    return (
        f'<edge id="{number}" source={attribute(source)} target={attribute(target)} kind="{kind}" '
        f'label="{kind}" weight="{seen.count}"{_span(seen)}>{_values(values)}</edge>\n'
    )


def _values(values: dict[int, Any]) -> str:
    given = ((key, value) for key, value in values.items() if value is not None)
    shown = "".join(f'<attvalue for="{key}" value={attribute(str(value))}/>' for key, value in given)
    return f"<attvalues>{shown}</attvalues>"


def _span(seen: Seen) -> str:
    return f' start="{seen.first}" end="{seen.last}"' if seen.first and seen.last else ""


def _hull(told: Told) -> tuple[int, int, Told]:
    return told.statement.content[0].start, told.statement.content[-1].end, told


def _days(told: Told) -> Days:
    """The days of a statement: when it was made, else when its document was published."""
    document, made = told.document, told.statement.said
    when = made.when if made else document.published or (told.inferred.when if told.inferred else None)
    return (when.earliest[:10], when.latest[:10]) if when else (None, None)


def _speakers(told: Told) -> list[tuple[str, Who | None]]:
    """Who speaks, by name: of a collective the members that are known, else the whole.

    What names nobody in particular ("the minister") is no node: in another text it is somebody else.
    """
    speaker = told.statement.speaker
    if speaker is None:
        return []
    members = [told.people[span] for span in speaker.members if span in told.people]
    if members:
        return [(who.name, who) for who in members]
    who = told.people.get(speaker.span)
    return [(who.name, who)] if who and flat(who.name) else []


def _counts(link: dict[str, Any]) -> bool:
    """Whether a link of a chain is a node: an outlet, or a relay that is called by a name."""
    if link["role"] == "speaker" or not flat(link["name"]):
        return False
    return bool(link["role"] == "outlet" or link["entity"] or _cased(link["name"])[:1].isupper())


def _cased(name: str) -> str:
    return flat(name).removeprefix("The ").removeprefix("the ")


def _bare(name: str) -> str:
    return _cased(name).casefold()

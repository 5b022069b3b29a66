"""Each part finds what it is for; what two parts claim is kept once, by the part that knows more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.find.blocks import announced, pull_quotation, set_apart, signature
from onrecord.find.chain import chained
from onrecord.find.found import Found
from onrecord.find.headlines import headline
from onrecord.find.joint import Collective, clauses, collective
from onrecord.find.learned import confirmed, learned
from onrecord.find.lexicon import Lexicon, lexicon
from onrecord.find.marks import Quote, quotes
from onrecord.find.monologue import one_speaker
from onrecord.find.quoted import leftovers, unread
from onrecord.find.relays import relays
from onrecord.find.reported import Reported
from onrecord.find.scores import score
from onrecord.find.speakers import speaker
from onrecord.find.tokens import Tokens, tokens
from onrecord.find.turns import content_start, turns
from onrecord.model import Act, Document, Mode, Passage, Span, Speaker, Statement, statement_id

if TYPE_CHECKING:
    from onrecord.find.trained import Attribution, Model

_LETTERS = re.compile(r"[a-z]+")
_MARKS = re.compile(r"[“”„‟«»‹›‘‚\"＂]|''|``|'\S")
_DIRECT, _MIXED = 0.9, 0.1
# Who these are, or whose, changes from one paragraph to the next.
_NOT_CARRIED = frozenset("i we his her their its our my your who which that it this".split())
_RUNNING = ("paragraph", "list", "heading", "turn")  # kinds of passage that the model may read


class Finder:
    """Finds the statements of one document: first what layout shows, then what its running text reports.

    Where a model is to read the running text, `asked` says which paragraphs it is wanted for, and what it
    found in them is given to `answer` before the statements are taken.
    """

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self.document = document
        self.text = document.text
        self.passages = passages
        self.lex = lexicon(document.language)
        self.starts = [p.span.start for p in passages]
        self.out: list[Statement] = []
        self.carried: tuple[int, int] | None = None
        self.unclosed: tuple[Quote, Found | None] | None = None
        self.marks: list[Quote] = []  # outermost quotations of the passage at hand
        self.first = next((p.number for p in passages if p.kind != "furniture"), -1)
        self.own_words: set[int] = set()
        self.model: Model | None = None
        self.read: dict[int, list[Attribution]] = {}  # by number of the passage
        self.joint = collective(document, passages, self.lex) if self.lex else None
        self._turns()
        if not self.joint:
            self._monologue()

    def asked(self) -> list[Passage]:
        """The passages of running text that may report: those with a mark or with a cue's word."""
        if self.lex is None or self.lex.code != "en":
            return []
        return [
            p
            for p in self.passages
            if p.kind in _RUNNING and self._may_report(p.span) and (not self._own(p) or self._told(p))
        ]

    def words_of(self, passage: Passage) -> tuple[int, int]:
        """The passage without its label, in code points."""
        return content_start(self.text, passage), passage.span.end

    def _own(self, passage: Passage) -> bool:
        """Whether a passage is somebody's own words."""
        return passage.kind == "turn" or passage.number in self.own_words

    def _told(self, passage: Passage) -> bool:
        """Whether the rules see another's words within one's own: most there is "I think"."""
        assert self.lex is not None
        start, end = self.words_of(passage)
        marks = quotes(self.text, start, end)
        found = Reported(tokens(self.text, start, end, marks, self.lex), self.lex).statements()
        return any(not self._first_person(f) for f in found)

    def answer(self, model: Model, found: Sequence[tuple[Passage, list[Attribution]]]) -> None:
        """Take what the model found in each passage asked for."""
        self.model = model
        self.read = {passage.number: attributions for passage, attributions in found}

    def statements(self) -> list[Statement]:
        """Every statement, in the order of the text."""
        if self.joint:
            self._joint(self.joint)
        else:
            self._passages()
        self.out.sort(key=lambda s: (s.content[0], s.content[-1].end, s.id))
        return self.out

    # -- parts

    def _turns(self) -> None:
        for passage, content in turns(self.text, self.passages):
            assert passage.label is not None
            found = Found(list(content), None, passage.label, "turn:label")
            self._add(self._passage_at(content[0].start), found, "turn")

    def _joint(self, joint: Collective) -> None:
        assert self.lex is not None
        declared = {
            number: [(a.cue, a.source) for a in found if a.source] for number, found in self.read.items()
        }
        for passage, found in clauses(self.text, self.passages, joint, self.lex, declared):
            self._add(passage, found, "joint", joint)

    def _monologue(self) -> None:
        """The words of the one speaker whom a title names, up to the first label."""
        named = one_speaker(self.document, self.passages, self.lex) if self.lex else None
        if named is None:
            return
        spans: list[Span] = []
        first: Passage | None = None
        previous = -2
        for p in self.passages:
            if p.kind == "turn":
                break
            if (
                p.kind not in ("paragraph", "list", "block_quotation")
                or p.span.start <= named.start < p.span.end
            ):
                continue
            short = p.span.end - p.span.start < 80
            if first is None and short and self.text[p.span.end - 1] not in '.!?…”"':
                continue  # place, time and occasion, printed above the words
            if first is not None and spans and p.number == previous + 1:
                spans[-1] = Span(spans[-1].start, p.span.end)
            else:
                spans.append(p.span)
            first, previous = first or p, p.number
            self.own_words.add(p.number)
        if first is not None:
            found = Found(list(spans), None, named, "turn:title")
            self._add(first, found, "turn")

    def _passages(self) -> None:
        skip = -1
        for n, passage in enumerate(self.passages):
            if passage.kind == "furniture" or n == skip:
                continue
            signed = signature(self.text, self.passages[n + 1]) if n + 1 < len(self.passages) else None
            if signed:
                self.carried = signed
            if passage.kind == "block_quotation":
                pulled = pull_quotation(self.text, passage, self.lex)
                block = pulled or set_apart(self.text, passage, self.carried)
                if block:
                    self._add(passage, block, "direct")
                continue
            if self.lex and self._may_relay(passage):
                relayed = headline(self.text, passage.span, self.lex)
                if relayed:
                    self._add(passage, relayed)
                    continue
            self._running(passage)
            if self.lex and passage.kind != "turn":
                block = announced(self.text, self.passages, n, self.lex)
                if block and not block.content:
                    self.carried = block.source
                elif block:
                    self._add(self.passages[n + 1], block, "direct")
                    skip = n + 1

    def _may_relay(self, passage: Passage) -> bool:
        """A heading, the first passage, or one short line that no mark closes."""
        if passage.kind == "heading" or (passage.kind == "paragraph" and passage.number == self.first):
            return True
        words = passage.span.of(self.text)
        return passage.kind == "paragraph" and len(words) < 150 and words[-1].isalnum() and "\n" not in words

    def _running(self, passage: Passage) -> None:
        """Reported speech and quotations of a paragraph of running text."""
        start, end = content_start(self.text, passage), passage.span.end
        words = self.text[start:end]
        marks = quotes(self.text, start, end) if _MARKS.search(words) else []
        if not marks and not self._may_report(Span(start, end)):
            self.unclosed, self.marks = None, []
            if passage.kind in ("paragraph", "turn"):
                self.carried = None
            return
        self.marks = [q for q in marks if q.depth == 0]
        if self.lex is None:
            found = unread(self.text, marks)
        else:
            t = tokens(self.text, start, end, marks, self.lex)
            found, ruled = self._reported(passage, t, self.lex)
            found += leftovers(t, found, self.lex, self.carried)
            chained(t, found, self.lex, ruled, self.document.outlet)
        if self._own(passage):
            found = [f for f in found if not self._first_person(f)]
        found = self._chained(start, end, marks, found)
        named = [f for f in found if f.source and self.text[slice(*f.source)].lower() not in _NOT_CARRIED]
        self.carried = max(named, key=lambda f: f.content[0]).source if named else None
        for f in found:
            self._add(passage, f)

    def _reported(self, passage: Passage, t: Tokens, lex: Lexicon) -> tuple[list[Found], list[Found]]:
        """A paragraph's statements by its cues, and what the rules alone find where that is asked for."""
        read = self.read.get(passage.number) if self.model else None
        if read == [] and not self._own(passage) and not relays(lex.code).mentioned(t.words, t.lows):
            return [], []  # only relays ask for what the rules find besides
        ruled = Reported(t, lex).statements()
        if read is None or self.model is None:
            return ruled, ruled
        if self._own(passage):
            return confirmed(self.text, read, ruled, self.model.numbers), ruled
        return learned(t, read, ruled, lex, self.model.numbers), ruled

    def _may_report(self, span: Span) -> bool:
        words = span.of(self.text)
        if self.lex is None:
            return False
        return bool(_MARKS.search(words)) or not self.lex.gate.isdisjoint(_LETTERS.findall(words.lower()))

    def _first_person(self, found: Found) -> bool:
        """Within one's own words, "I think" and "we hope" only say again who speaks; "we said" is told."""
        if found.source is None or found.cue is None:
            return False
        source, cue = self.text[slice(*found.source)].lower(), self.text[slice(*found.cue)]
        if source == "we":
            return found.act != "said" or not cue.endswith(("ed", "said", "told"))
        return source in ("i", "you")

    def _chained(self, start: int, end: int, marks: list[Quote], found: list[Found]) -> list[Found]:
        """A quotation left open goes on where the next paragraph opens with a mark."""
        first = next((q for q in marks if q.depth == 0), None)
        if (
            self.unclosed
            and first is not None
            and first.start == start
            and first.mark == self.unclosed[0].mark
        ):
            owner = self.unclosed[1]
            own = next((f for f in found if any(s <= first.start < e for s, e in f.content)), None)
            if owner is not None and own is not None:
                if own.cue is None or own.rule.startswith("quotation"):
                    self._extend(owner, own)
                    found = [f for f in found if f is not own]
                    own = owner
                elif owner.cue is None:
                    own.content[:0] = owner.content
                    self._withdraw(owner)
            holder = own
        else:
            holder = None
        last = max((q for q in marks if q.depth == 0), key=lambda q: q.start, default=None)
        self.unclosed = None
        if last is not None and not last.closed:
            owner = next(
                (f for f in found if any(s <= last.start and last.end <= e for s, e in f.content)), None
            )
            self.unclosed = (last, owner or (holder if last is first else None))
        return found

    def _extend(self, owner: Found, own: Found) -> None:
        self._withdraw(owner)
        owner.content += own.content
        self._add(self._passage_at(owner.content[0][0]), owner)

    def _withdraw(self, found: Found) -> None:
        """Take back a statement added lately, for it has grown."""
        content = _merged(found.content)
        for n in range(len(self.out) - 1, -1, -1):
            if self.out[n].content == content:
                del self.out[n]
                return
            if self.out[n].content[-1].end < content[0].start:
                return

    def _passage_at(self, position: int) -> Passage:
        return self.passages[bisect_right(self.starts, position) - 1]

    # -- results

    def _add(
        self, passage: Passage, found: Found, mode: Mode | None = None, joint: Collective | None = None
    ) -> None:
        content = _merged(found.content)
        cue = Span(*found.cue) if found.cue else None
        mode = mode or self._mode(content)
        who = speaker(self.text, Span(*found.source), self.lex) if found.source else None
        if joint and who:
            who = Speaker(who.span, joint.name, "group", joint.members)
        act: Act = "thought" if found.act == "thought" else "intended" if found.act == "intended" else "said"
        addressee = Span(*found.addressee) if found.addressee else None
        self.out.append(
            Statement(
                id=statement_id(self.document.id, mode, cue, content),
                document=self.document.id,
                passage=passage.number,
                content=content,
                cue=cue,
                speaker=who,
                addressee=addressee,
                via=tuple(Span(*v) for v in found.via),
                said=None,
                mode=mode,
                act=act,
                rule=found.rule,
                score=score(found.rule, mode) if found.score is None else found.score,
            )
        )

    def _mode(self, content: tuple[Span, ...]) -> Mode:
        total = quoted = 0
        for span in content:
            total += span.end - span.start
            quoted += self._quoted(span)
        share = quoted / total if total else 0
        return "direct" if share > _DIRECT else "mixed" if share > _MIXED else "indirect"

    def _quoted(self, span: Span) -> int:
        """How many code points of a span stand in quotation marks."""
        if not self.marks or span.start < self.marks[0].start:
            if _MARKS.search(self.text, span.start, span.end) is None:
                return 0
            if not self.marks or span.end <= self.marks[0].start:
                return sum(q.end - q.start for q in quotes(self.text, *span) if q.depth == 0)
        at = bisect_right(self.marks, span.start, key=lambda q: q.start)
        covered = 0
        for q in self.marks[max(at - 1, 0) :]:
            if q.start >= span.end:
                break
            covered += max(0, min(q.end, span.end) - max(q.start, span.start))
        return covered


def _merged(content: list[tuple[int, int]]) -> tuple[Span, ...]:
    """In order, overlapping or touching spans as one."""
    out: list[Span] = []
    for start, end in sorted(content):
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, end))
        else:
            out.append(Span(start, end))
    return tuple(out)

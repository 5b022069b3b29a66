"""Speakers are resolved in the order of the text by what stands before; the doubtful stays as found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from onrecord.link.figures.cast import Draft
from onrecord.link.figures.descriptions import body_described, person_described
from onrecord.link.figures.groups import collective, counted
from onrecord.link.figures.interviews import interviews
from onrecord.link.figures.labels import Labels
from onrecord.link.figures.mentions import Printed
from onrecord.link.figures.phrases import Phrase, Phrases
from onrecord.link.figures.pronouns import GENDER, antecedent
from onrecord.link.figures.reading import Text
from onrecord.link.figures.words import Words
from onrecord.model import Document, Passage, Span, Speaker, Statement

Kind = Literal["person", "body", "group"] | None
Found = tuple[Draft | None, str, Kind, tuple[Span, ...]]  # figure, evidence, kind, members' spans
_I_AM = re.compile(r"[IMm](?<!\w.)(?:(?<=I)(?:['’]m| am)|(?<=[Mm])y name(?: is|['’]s))\s+(?=[A-ZÀ-Þ])")
_PRONOUNS = frozenset("he she they i we it you who him her them me us".split())
_NOBODY: Found = (None, "", None, ())


class Resolver:
    """Resolves the speakers, addressees and relays of one document."""

    def __init__(
        self,
        document: Document,
        passages: Sequence[Passage],
        statements: Sequence[Statement],
        words: Words | None,
    ) -> None:
        self.document, self.passages, self.statements, self.words = document, passages, statements, words
        self.read = Text(document, passages, words)
        self.text = document.text
        self.phrases = (
            Phrases(self.text, self.read.runs, words, self.read.common, self.read.cast.surnames)
            if words
            else None
        )
        self.labels = Labels(self.read.cast, words, self.read.titled)
        self.interviews = interviews(self.text, passages, self.read.timeline, self.read.titled, words)
        self.used: dict[int, Draft] = {}
        self._starts = [p.span.start for p in passages]
        self.labels.own = self._own_names()
        self._owners = self._turn_owners()
        self._spans: dict[Span, Found] = {}
        self._contents = sorted((c.start, c.end, n) for n, s in enumerate(statements) for c in s.content)

    def run(self) -> list[Statement]:
        """The statements with their speakers named."""
        out: dict[int, Statement] = {}
        pronouns = self._narrative()
        self._speaking()
        for n in sorted(range(len(self.statements)), key=self._place):
            while pronouns and pronouns[-1][0] <= self._place(n)[0]:
                self._follow(*pronouns.pop())
            out[n] = self._statement(n, self.statements[n])
        return [out[n] for n in range(len(self.statements))]

    def _speaking(self) -> None:
        """Who speaks somewhere under a full name is surely a person that a pronoun can denote."""
        for s in self.statements:
            if self.phrases is None or s.speaker is None or s.mode in ("turn", "joint"):
                continue
            draft = self.read.named.get(s.speaker.span.start)
            if draft and draft.kind == "person" and s.speaker.span.of(self.text).count(" ") < 3:
                draft.sure = True

    def _narrative(self) -> list[tuple[int, str]]:
        """Each he, she and "the president" of running text outside quotations, the last one first."""
        scan = self.read.scan
        if self.words is None:
            return []
        found = [(start, word) for start, word in scan.pronouns if word in ("he", "she")]
        if not found:
            return []  # nothing that would look back
        offices = {o for d in self.read.cast.people if d.full for o in d.offices} - self.words.kin
        found += _called(self.text, offices)
        return [
            (start, word)
            for start, word in sorted(found, reverse=True)
            if not scan.in_quotation(start) and self.passages[max(0, self._passage(start))].kind != "turn"
        ]

    def _follow(self, start: int, word: str) -> None:
        """Note whom a word of the narrative denotes, so that later ones can look back on it."""
        assert self.words is not None
        timeline, scan = self.read.timeline, self.read.scan
        draft: Draft | None
        if word in GENDER:
            draft = antecedent(self.text, start, word, timeline, self.words)
        else:
            assert self.phrases is not None
            phrase = self.phrases.read(Span(start, start + len(word)))
            draft = person_described(phrase, start, timeline, self.words)
        if draft:
            low = scan.sentences[max(0, scan.sentence(start))]
            first = not any(e.how != "other" for e in timeline.after(low, start))
            timeline.add(start, start + len(word), draft, "subject" if first else "other")

    def _place(self, n: int) -> tuple[int, int]:
        s = self.statements[n]
        return (s.speaker.span.start if s.speaker else s.content[0].start, n)

    def _statement(self, n: int, s: Statement) -> Statement:
        speaker = s.speaker
        if speaker:
            if s.mode == "joint":
                speaker = self._joint(speaker)
            elif s.mode == "turn" and s.rule != "turn:title":
                speaker = self._turn(speaker)
            else:
                speaker = self._speaker(n, speaker)
        for span in (*s.via, *([s.addressee] if s.addressee else [])):
            self._mentioned(n, span)
        return replace(s, speaker=speaker) if speaker is not s.speaker else s

    # -- kinds of speaker

    def _turn(self, speaker: Speaker) -> Speaker:
        draft, evidence = self.labels.resolve(speaker.span.of(self.text))
        if draft is None:
            return self._interview(speaker)
        self._use(draft, speaker.span, evidence)
        return replace(speaker, name=draft.name or speaker.name, kind=draft.kind)

    def _interview(self, speaker: Speaker) -> Speaker:
        """A label without a name: "Answer" is whoever the text presents as answering."""
        if self.words is None:
            return speaker
        lows = speaker.span.of(self.text).lower().split()
        draft, asker = self.interviews.get(speaker.span, (None, None))
        if draft:
            self._use(draft, speaker.span, "label: who is said to answer")
            return replace(speaker, name=draft.name, kind=draft.kind)
        if asker:
            return replace(speaker, name=" ".join(asker.of(self.text).split()), kind="person")
        if self.words.nameless.intersection(lows):
            return replace(speaker, name=None, kind="person")
        return speaker

    def _joint(self, speaker: Speaker) -> Speaker:
        draft, members = collective(self.text, speaker, self.read, self.phrases)
        self._use(draft, speaker.span, "collective speaker")
        for member, span in members:
            self._use(member, span, "named as a member")
        return replace(speaker, name=draft.name, kind="group", members=tuple(span for _, span in members))

    def _speaker(self, n: int, speaker: Speaker) -> Speaker:
        if self.phrases is None:
            return speaker
        found = self._spans.get(speaker.span)
        if found is None:
            found = self._spans[speaker.span] = self._phrase(n, self.phrases.read(speaker.span), speaks=True)
        draft, evidence, kind, members = found
        if draft is None:
            return replace(speaker, kind=kind) if kind and kind != speaker.kind else speaker
        if draft.kind != "group" or draft.name:
            self._use(draft, speaker.span, evidence)
        self.read.timeline.add(speaker.span.start, speaker.span.end, draft, "speaker")
        for member in draft.members:
            self.used[id(member)] = member
        return replace(
            speaker, name=draft.name or speaker.name, kind=draft.kind, members=members or speaker.members
        )

    def _mentioned(self, n: int, span: Span) -> None:
        """An addressee or relay: a figure only where it has a name."""
        if self.phrases is None or span in self._spans:
            return
        draft, evidence, _, _ = self._spans[span] = self._phrase(n, self.phrases.read(span), speaks=False)
        if draft and draft.name:
            self._use(draft, span, evidence)

    # -- phrases

    def _phrase(self, n: int, phrase: Phrase, speaks: bool) -> Found:
        """(figure, evidence, kind, member spans) of a noun phrase."""
        if phrase.shape == "pronoun":
            draft, evidence = self._pronoun(n, phrase)
            kind = (
                draft.kind
                if draft
                else "person"
                if phrase.lows[0] in GENDER or phrase.lows[0] == "i"
                else None
            )
            return draft, evidence, kind, ()
        if phrase.shape == "name" and phrase.name:
            draft, evidence = self._name(phrase.name, phrase)
            return (draft, evidence, draft.kind, ()) if draft else _NOBODY
        if phrase.shape == "names":
            return self._names(phrase)
        if phrase.shape == "body" and phrase.name:
            draft = self.read.cast.body(phrase.bare)
            self.read.bodies.append((phrase.span.start, draft))
            self.read.bodies.sort(key=lambda pair: pair[0])
            return draft, "name", "body", ()
        if phrase.shape == "description":
            return self._description(phrase, speaks)
        return _NOBODY

    def _name(self, p: Printed, phrase: Phrase | None) -> tuple[Draft | None, str]:
        draft = self.read.named.get(p.start)
        if draft is not None:
            return draft, draft.mentions.get(Span(p.start, p.end), "name")
        draft, evidence = self.read.denoted(p)
        if draft is None and len(p.lows) == 1 and not p.sure and not self.read.is_name(p):
            return None, ""
        if draft is None and (len(p.lows) > 1 or not self.read.cast.bearers(p)):
            draft = self.read.cast.full(p) if len(p.lows) > 1 else self.read.cast.named_alone(p)
            evidence = "full name" if len(p.lows) > 1 else "name alone"
        if draft:
            self.read.named[p.start] = draft
            draft.mention(Span(p.start, p.end), evidence)
        return draft, evidence

    def _names(self, phrase: Phrase) -> Found:
        members: list[Draft] = []
        spans: list[Span] = []
        for p in phrase.names:
            draft = self._name(p, None)[0] if p.kind == "person" else self.read.cast.body(" ".join(p.tokens))
            if draft:
                members.append(draft)
                spans.append(Span(p.start, p.end))
                draft.mention(spans[-1], "named in a group")
        return self._group(members, phrase.bare), "named together", "group", tuple(spans)

    def _group(self, members: list[Draft], name: str) -> Draft:
        called = (
            " and ".join(filter(None, [", ".join(m.name or "" for m in members[:-1]), members[-1].name]))
            if members
            else name
        )
        draft = self.read.cast.groups.setdefault(called, Draft("group", called))
        draft.members = tuple(members)
        return draft

    def _description(self, phrase: Phrase, speaks: bool) -> Found:
        assert self.words is not None
        w, at = self.words, phrase.span.start
        plural = phrase.noun in w.groups or phrase.noun in w.plurals or phrase.lows[0] in w.numbers
        if plural:
            members = counted(phrase, at, self.read.timeline, w)
            if members:
                group = self._group([d for d, _ in members], phrase.bare)
                return group, "the persons named before", "group", tuple(span for _, span in members)
            if phrase.noun in ("police", "authorities"):
                return None, "", "body", ()
            return (Draft("group", None) if speaks else None), "description of a group", "group", ()
        if phrase.noun in w.body_nouns and phrase.noun not in w.roles:
            if any(p.tokens for p in phrase.inner) and phrase.definite:
                body = self.read.cast.body(phrase.bare)
                self.read.bodies.append((at, body))
                return body, "name", "body", ()
            draft = body_described(phrase, at, self.read)
            return draft, "description: the body named before", "body", ()
        if phrase.noun not in w.roles and phrase.age is None:
            return None, "", None, ()
        person = person_described(phrase, at, self.read.timeline, w)
        if person is None and speaks:
            person = Draft("person", None, gender=w.gender.get(phrase.noun, ""))
            person.add_role(" ".join(phrase.span.of(self.text).split()), w)
            return person, "description of nobody named", "person", ()
        return person, "description: role matches", "person", ()

    def _pronoun(self, n: int, phrase: Phrase) -> tuple[Draft | None, str]:
        assert self.words is not None
        word, at = phrase.lows[0], phrase.span.start
        owner = self._owners.get(self._passage(at))
        around = self._around(n, at)
        if word in ("i", "me"):
            speaking = around[0] if around else owner
            return (speaking, "pronoun: whose words these are") if speaking else (None, "")
        if word in GENDER:
            quoted = self.read.scan.in_quotation(at)
            without = [d for d in ((*around, owner) if quoted else (owner,)) if d]
            draft = antecedent(self.text, at, word, self.read.timeline, self.words, without)
            if draft:
                if not draft.gender:
                    draft.gender = GENDER[word]
                draft.sure = True
            return draft, "pronoun: the most salient person before it"
        if word in ("they", "them"):
            return self._last_group(at)
        return None, ""

    def _last_group(self, at: int) -> tuple[Draft | None, str]:
        """They: the group that spoke or was named together in the two sentences before."""
        timeline = self.read.timeline
        here = timeline.scan.sentence(at)
        for event in timeline.before(at):
            if here - timeline.scan.sentence(event.start) > 2:
                break
            if event.draft.kind == "group":
                return event.draft, "pronoun: the group before it"
        return None, ""

    # -- whose words

    def _around(self, n: int, position: int) -> list[Draft]:
        """The speakers of the other statements whose words hold a position, the innermost first."""
        out = []
        at = bisect_right(self._contents, (position, 1 << 60, 0)) - 1
        for k in range(at, max(-1, at - 6), -1):
            start, end, m = self._contents[k]
            if start <= position < end and m != n and (s := self.statements[m].speaker):
                if (
                    s.span not in self._spans
                    and self.phrases
                    and s.span.of(self.text).lower() not in _PRONOUNS
                ):
                    self._spans[s.span] = self._phrase(m, self.phrases.read(s.span), speaks=True)
                draft = self._spans.get(s.span, _NOBODY)[0]
                if draft and self.statements[m].mode in ("direct", "mixed"):
                    out.append(draft)
        return out

    def _passage(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _own_names(self) -> dict[str, Draft]:
        """Who says in a turn "I'm Ada Berg", by the turn's label."""
        out: dict[str, Draft] = {}
        if not self.read.cast.transcript or self.words is None:
            return out
        for m in _I_AM.finditer(self.text):
            passage = self.passages[max(0, self._passage(m.start()))]
            draft = self.read.named.get(m.end())
            if passage.label and draft and len(draft.lows) > 1 and m.end() in draft.full:
                end = next((s.end for s in draft.mentions if s.start == m.end()), m.end())
                if self.text[end : end + 1] not in ("'", "’"):
                    out.setdefault(" ".join(passage.label.of(self.text).split()), draft)
        return out

    def _turn_owners(self) -> dict[int, Draft]:
        """By the number of a turn's passage, whose words it is."""
        out = {}
        for n, passage in enumerate(self.passages):
            if passage.kind == "turn" and passage.label:
                draft = self.labels.resolve(passage.label.of(self.text))[0]
                if draft:
                    out[n] = draft
        return out

    def _use(self, draft: Draft, span: Span, evidence: str) -> None:
        self.used[id(draft)] = draft.mention(span, evidence)


def _called(text: str, offices: Iterable[str]) -> list[tuple[int, str]]:
    """Each "the president" of a text for some offices, and where it starts."""
    found: dict[int, str] = {}
    for office in sorted(offices):
        printed = f"he {office}"
        at = text.find(printed, 1)
        while at > 0:
            end = at + len(printed)
            if (
                text[at - 1] in "Tt"
                and not _is_letter(text[at - 2 : at - 1])
                and not _is_letter(text[end : end + 1])
            ):
                found.setdefault(at - 1, text[at - 1 : end])
            at = text.find(printed, end)
    return list(found.items())


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"

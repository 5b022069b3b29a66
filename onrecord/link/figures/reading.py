"""A text is read once: its names become figures, and every place that names one becomes an event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from onrecord.link.figures.cast import Cast, Draft
from onrecord.link.figures.mentions import OF_A_BODY, Printed, printed, surname_alone
from onrecord.link.figures.pronouns import learn_genders
from onrecord.link.figures.roles import apposed, introduced
from onrecord.link.figures.scan import PARTICLES, Run, Scan, Token, scan
from onrecord.link.figures.timeline import Timeline
from onrecord.link.figures.words import Words, folded
from onrecord.model import Document, Passage, Span

_TITLE = re.compile(r"^title:\s*", re.M)
_NEXT_TITLE = re.compile(r"^[a-z_]+:", re.M)
_JOINED_BODY = re.compile(r"\s(?:of|for|on)\s(?:the\s|a\s)?")
_SHORT_FORM = re.compile(r"\s\(\"?“?(?P<short>[A-Z][A-Za-z.]{1,7})”?\"?\)")
_WITHIN_NAME = re.compile(r"(?:[A-Z][\w’'-]*\s(?:(?:of|and|for|on|the|in)\s)*)+\Z")
_INITIAL = re.compile(r"\b[A-Z]\w*")
_STATE = r"(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
_LISTED = re.compile(
    rf"\b(?P<office>[A-Za-z-]+s) of (?P<states>{_STATE}?(?:, {_STATE}?)*,? and {_STATE}?)(?=,? [A-Z])"
)
_LIST = re.compile(rf"s of {_STATE}(?:,| and) ")  # what every such list has
_COMMA_AND = re.compile(r"\s*(?:,\s+and|,|\band\b)\s+(?:the\s+)?")
_SINGULAR = re.compile(r"(?:ies|men|s)$")
_WHO = re.compile(r",?\s+(?:who|whose)\b")
_EMBEDDING = frozenset(
    "that whether than like as".split()
)  # what follows is a clause's subject, not the sentence's
_NEAR = 4  # sentences in which a name is near


class Text:
    """One text with its figures.

    Attributes:
        named: by the first code point of a printed name, the figure that it denotes.
        bodies: (start, figure) of every body named, in order.
        titled: figures in a title, with the role printed there.
    """

    def __init__(self, document: Document, passages: Sequence[Passage], words: Words | None) -> None:
        self.document, self.text, self.words = document, document.text, words
        self.scan: Scan = scan(self.text, [p.span.start for p in passages])
        self.timeline = Timeline(self.scan)
        self.cast = Cast(words)
        self.cast.transcript = sum(p.kind == "turn" for p in passages) > 1
        if words:
            self.cast.addressed = {
                office: gender
                for said, (office, gender) in words.addressed.items()
                if self.text.count(said) > 1
            }
        self.common = frozenset(self.text.split())  # a word in capitals is not asked for
        self.runs = list(self.scan.runs)
        if words:
            self.runs = _bodies_joined(self.text, list(_segments(self.scan.runs, words)), words)
        self.named: dict[int, Draft] = {}
        self.bodies: list[tuple[int, Draft]] = []
        self.titled: list[tuple[Draft, str]] = []
        self._titles = _title_spans(document, passages)
        self._headlines = [*self._titles, *(p.span for p in passages if p.kind == "heading")]
        first_words = next((p for p in passages if p.kind == "paragraph"), None)
        if first_words and _is_headline(first_words.span.of(self.text)):
            self._headlines.append(first_words.span)
        self._labels = {p.label.start for p in passages if p.label}
        self._label_ends = sorted({p.label for p in passages if p.label})
        if words:
            self._read(words)

    def _read(self, words: Words) -> None:
        found = [
            (run, printed(self.text, run.tokens, run.possessive, run.opens, words, self.common))
            for run in self.runs
        ]
        names = [p for _, p in found if p and p.kind == "person"]
        alone = {p.lows[0] for p in names if len(p.lows) == 1}
        whole: list[Printed] = []
        parts: list[Printed] = []
        for p in names:
            if len(p.lows) < 2:
                continue
            if not self._whole(p, alone):
                parts += self._pairs(p, alone)
            elif not self._shouted(p):
                whole.append(p)
        self.cast.learn([*whole, *parts])
        for p in whole:
            self._roles(p)
        self._titled_alone(names)
        last_sentence = -1
        first = True
        for n, (run, one) in enumerate(found):
            if one is None:
                continue
            p = surname_alone(self.text, one, run.tokens, self.cast.surnames, words)
            if not p.tokens:
                continue
            sentence = self.scan.sentence(p.start)
            if sentence != last_sentence:
                first, last_sentence = True, sentence
            if p.kind == "person" and len(p.lows) > 1 and self.cast.of_full(p) is None:
                first &= not self._headline(p, first)
            elif p.kind == "person":
                if self._person(p, first):
                    first = False  # the first name that is no object
            elif p.kind == "body":
                self._body(run, p, found[n + 1][1] if n + 1 < len(found) else None)
        self._listed(words)
        learn_genders(self.text, self.scan, self.timeline.events)

    # -- persons

    def _titled_alone(self, every: Iterable[Printed]) -> None:
        """Figures of which the text prints a title and a surname that no full name in it can bear."""
        for p in every:
            if p.kind != "person" or len(p.lows) != 1:
                continue
            if not p.titles:
                self._own(p)
                continue
            bearers = [d for d in self.cast.bearers(p) if not self.cast.conflicts(d, p)]
            if not bearers:
                bearers = [self.cast.named_alone(p)]
            if len(bearers) == 1:
                bearers[0].titled += 1
                bearers[0].gender = bearers[0].gender or p.gender
                if p.role and self.words and not bearers[0].full:
                    bearers[0].add_role(p.role, self.words)

    def _shouted(self, p: Printed) -> bool:
        """Whether a name stands in a label in capitals, which may leave names out ("MS. LINDE YOUNG")."""
        if p.whole not in self._labels and p.start not in self._labels:
            return False
        return all(token.isupper() for token in p.tokens)

    def _roles(self, p: Printed) -> None:
        """Note the roles and the age printed beside a full name, set off by commas."""
        draft = self.cast.of_full(p)
        if draft is None or self.words is None:
            return
        role, age = apposed(self.text, p.end, self.words)
        for one in (*introduced(self.text, p.whole, self.words), role):
            if one:
                draft.add_role(one, self.words)
                draft.sure = True
        draft.sure |= _WHO.match(self.text, p.end) is not None
        if age and not draft.age:
            draft.age, draft.sure = age, True

    def _own(self, p: Printed) -> None:
        """A bare surname is that of the one bearer introduced before it, for the whole text."""
        bearers = [d for d in self.cast.bearers(p) if d.full]
        before = [d for d in bearers if d.full[0] < p.start]
        settled = any(d.owns or (d.titled and d not in before) for d in bearers)
        if len(before) == 1 and len(bearers) > 1 and not settled:
            before[0].owns = True

    def _pairs(self, p: Printed, alone: Set[str]) -> Iterator[Printed]:
        """Full names in a headline's run: a given name, then a word that stands alone elsewhere."""
        assert self.words is not None
        given = self.words.given
        for k in range(len(p.lows) - 1):
            low = p.lows[k + 1]
            if k and not (p.lows[k - 1] in alone or p.lows[k - 1] in self.common):
                continue  # "Ada Lance Berg" with a given name that is not known for one
            if p.lows[k] in given and low in alone and low not in given and p.lows[k] not in self.words.roles:
                start = self.text.find(p.tokens[k], p.start)
                yield p._replace(
                    start=start, tokens=p.tokens[k : k + 2], lows=p.lows[k : k + 2], suffix="", titles=(),
                    role="", gender=given[p.lows[k]], kind="person", sure=True,
                )  # fmt: skip

    def _whole(self, p: Printed, alone: Set[str]) -> bool:
        """Whether a run is one full name: not several words of a headline, nor a common noun after a name."""
        assert self.words is not None
        if (not p.sure or len(p.lows) > 3) and p.lows[-1] in self.common:
            return False
        core = [w for w in p.lows if len(w.strip(".")) > 1 and w not in PARTICLES]
        if len(core) > 4 or (len(core) == 4 and not p.sure):
            return False
        headline = any(start <= p.start < end for start, end in self._headlines)
        if headline and not p.titles:
            return p.lows[-1] in alone or (len(core) <= 2 and p.lows[0] in self.words.given)
        return True

    def _person(self, p: Printed, first: bool) -> bool:
        """Link one printed name; whether it is its sentence's subject."""
        draft, evidence = self.denoted(p)
        if draft is None or p.start in self._labels or p.whole in self._labels:
            return False
        self.named[p.start] = draft
        draft.mention(Span(p.start, p.end), evidence)
        assert self.words is not None
        if p.role:
            draft.add_role(p.role, self.words)
        if any(start <= p.start < end for start, end in self._titles):
            self.titled.append((draft, p.role))
        subject = first and self._is_subject(p)
        self.timeline.add(p.start, p.end, draft, "subject" if subject else "other")
        return subject and draft.sure  # what is perhaps no person leaves the place free

    def _headline(self, p: Printed, first: bool) -> bool:
        """Link the names known elsewhere in a run of a headline's capitals; whether one is its subject."""
        subject, k = False, 0
        while k < len(p.tokens):
            for width in (4, 3, 2, 1):
                lows = p.lows[k : k + width]
                if len(lows) < width:
                    continue
                part = p._replace(tokens=p.tokens[k : k + width], lows=lows, suffix="", titles=(), gender="")
                draft = self.cast.of_full(part) if width > 1 else self.denoted(part)[0]
                if draft:
                    start = self.text.find(p.tokens[k], p.start)
                    end = start + len(p.tokens[k])
                    self.named.setdefault(start, draft)
                    self.timeline.add(start, end, draft, "subject" if first and not subject else "other")
                    subject, k = True, k + width - 1
                    break
            k += 1
        return subject

    def is_name(self, p: Printed) -> bool:
        """Whether a single capitalised word is a name: it stands within sentences, never in small letters."""
        if p.lows[0] in self.common:
            return False
        return any(not run.opens and any(t.word == p.tokens[0] for t in run.tokens) for run in self.runs)

    def denoted(self, p: Printed) -> tuple[Draft | None, str]:
        """The figure of a printed name, and the evidence."""
        whole = self.cast.of_full(p)
        if whole:
            return whole, "full name" if len(p.lows) > 1 else "surname alone"
        bearers = self.cast.bearers(p)
        bearers = [d for d in bearers if not self.cast.conflicts(d, p)]
        chosen = self.cast.choose(bearers, p, self.timeline.near(p.start, _NEAR) if len(bearers) > 1 else ())
        if chosen:
            chosen.forms[" ".join(p.tokens)] += 1
            if p.gender and not chosen.gender:
                chosen.gender = p.gender
            chosen.sure |= bool(p.titles) or (p.lows[-1] == chosen.lows[-1] and len(chosen.lows) > 1)
            given = len(p.lows) == 1 and len(chosen.lows) > 1 and chosen.lows[0] == p.lows[0]
            return chosen, "given name of a full name" if given else "surname of a full name"
        if not bearers and p.titles and p.sure:
            return self.cast.named_alone(p), "title and surname"
        return None, ""

    def _is_subject(self, p: Printed) -> bool:
        if p.possessive:
            return False
        before = self.text[max(0, p.whole - 14) : p.whole].rsplit(None, 1)
        if not before or self.words is None:
            return True
        return before[-1].lower() not in self.words.prepositions and before[-1] not in _EMBEDDING

    def _listed(self, words: Words) -> None:
        """ "The presidents of Norland and Sudland Ada Berg and Bo Lund": each name has its state's office."""
        for m in _LISTED.finditer(self.text) if _LIST.search(self.text) else ():
            office = _SINGULAR.sub(lambda e: {"ies": "y", "men": "man"}.get(e[0], ""), m["office"].lower())
            if office not in words.roles:
                continue
            states = [part for part in _COMMA_AND.split(m["states"]) if part]
            events = [e for e in self.timeline.after(m.end(), m.end() + 160) if e.how != "speaker"][
                : len(states)
            ]
            between = [self.text[a.end : b.start] for a, b in pairwise(events)]
            near = bool(events) and self.text[m.end() : events[0].start].strip(" ,") == ""
            if near and len(events) == len(states) and all(_COMMA_AND.fullmatch(gap) for gap in between):
                for event, state in zip(events, states, strict=True):
                    event.draft.add_role(f"{office} of {state}", words)

    # -- bodies

    def _body(self, run: Run, p: Printed, following: Printed | None) -> None:
        assert self.words is not None
        end = p.end
        if p.lows[-1] in self.words.body_words and not p.possessive and following and following.tokens:
            m = _JOINED_BODY.match(self.text, end)
            if m and m.end() == following.whole:
                end = following.end
        draft = self.cast.body(self.text[p.start : end])
        self.named[p.start] = draft
        draft.mention(Span(p.start, end), "name")
        self.bodies.append((p.start, draft))
        short = _SHORT_FORM.match(self.text, end)
        if short and not self._longer(p.start, end, short["short"]):
            self.cast.bodies.setdefault(short["short"].lower(), draft)

    def _longer(self, start: int, end: int, short: str) -> bool:
        """Whether initials in brackets are of a longer name, of which this is only the end.

        "The Harmonized Tariff Schedule of Norland (HTSN)" gives Norland no other name.
        """
        before = _WITHIN_NAME.search(self.text, max(0, start - 80), start)
        if before is None:
            return False
        first = [w[0].lower() for w in _INITIAL.findall(self.text[start:end])]
        initials = [w[0].lower() for w in _INITIAL.findall(before[0])]
        return _letters(short) == "".join(initials + first) != "".join(first)


def _letters(short: str) -> str:
    return "".join(c for c in short.lower() if c.isalpha())


def _segments(runs: Sequence[Run], words: Words) -> Iterator[Run]:
    """The runs, parted at the capitalised prepositions and articles of a title ("Ada Berg And Bo Lund")."""
    parting = words.prepositions | {"and", "or", "the", "a", "an"}
    for run in runs:
        if len(run.tokens) < 3:
            yield run
            continue
        at = [
            k for k, token in enumerate(run.tokens) if len(token.word) < 8 and token.word.lower() in parting
        ]
        at += [k for k, token in enumerate(run.tokens) if _tells_time(run.tokens, k)]
        if not at:
            yield run
            continue
        for low, high in pairwise([-1, *sorted(at), len(run.tokens)]):
            if low + 1 < high:
                tokens = run.tokens[low + 1 : high]
                yield Run(tokens, run.possessive and high == len(run.tokens), run.opens and low == -1)


def _tells_time(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word is of a time of day: "P.M.", or the zone after it."""
    if tokens[k].word in ("A.M.", "P.M."):
        return True
    zone = tokens[k].word
    return k > 0 and zone.isupper() and 2 < len(zone) < 5 and zone[-1] == "T" and _tells_time(tokens, k - 1)


def _bodies_joined(text: str, runs: list[Run], words: Words) -> list[Run]:
    """The runs, with those made one that are one body's name: "the Food and Drug Administration"."""
    out: list[Run] = []
    for run in runs:
        if out and (_and_joins(text, out[-1], run, words) or _state_joins(text, out[-1], run)):
            first = out.pop()
            run = Run(first.tokens + run.tokens, run.possessive, first.opens)
        out.append(run)
    return out


def _and_joins(text: str, one: Run, other: Run, words: Words) -> bool:
    """Whether "and" stands within a body's name: one article for a plain word and the body's own word."""
    plain = one.tokens[-1]
    between, article = text[one.end : other.start], text[max(0, plain.start - 4) : plain.start]
    if between != " and " or article.lower() != "the ":
        return False
    last = folded(other.tokens[-1].word)
    if len(other.tokens) < 2 or last not in words.body_words or last[-1] == "s":
        return False
    low = folded(plain.word)
    place = (low in words.places or low in words.states) and low not in OF_A_BODY
    named = place or low in words.bodies or low in words.body_words
    return not (named or low in words.roles or low in words.plurals or plain.word.isupper())


def _state_joins(text: str, one: Run, other: Run) -> bool:
    """Whether two runs are one state's name: "the Democratic People's Republic of Norland"."""
    return (
        one.possessive
        and one.tokens[-1].word == "People"
        and other.tokens[0].word == "Republic"
        and text[one.end : other.start] in ("'s ", "’s ")
    )


def _is_headline(line: str) -> bool:
    """Whether a short line has most of its words in capitals, as some styles print a title."""
    found = [w for w in line.split() if len(w) > 3]
    return (
        len(line) < 160
        and line[-1:] not in ".:"
        and len(found) > 2
        and sum(w[0].isupper() for w in found) > 0.7 * len(found)
    )


def _title_spans(document: Document, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where the titles of a text stand: in its front matter, and its first heading."""
    out = []
    text = document.text
    for passage in passages[:8]:
        start, end = passage.span
        if passage.kind == "furniture":
            title = _TITLE.search(text, start, end)
            if title:
                following = _NEXT_TITLE.search(text, title.end(), end)
                out.append((title.end(), following.start() if following else end))
        elif passage.kind == "heading" or (document.title and document.title in passage.span.of(text)):
            out.append((start, end))
    return out

"""Words stand as given only where every one of them is there, in order, with nothing between that counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord import trace
from onrecord.model import Edit, Span, Statement, When
from onrecord.record import Kin, Places, Told
from onrecord.run.verified import Stand
from onrecord.run.verify_search import Found
from onrecord.trace import Given

_COVERED = 0.9  # of what the best statement covers: another that covers so much is as good
_ENOUGH = 0.5  # of the words that a statement covers in which they stand
_MEMBER = 0.8  # of the words that a member of a family covers to which they belong
_ASSERTED = ".!"
_CLOSING = " \u00a0\n\t”’»\"'›)]"


@dataclass(frozen=True, eq=False)
class Judged:
    """A place with all that is needed to say what stands there.

    Attributes:
        asked: the given words.
        places: where more is looked up when it is asked for.
        found: the place.
        statement: the statement that the words are or stand in, or None.
        left: what stands there between the given words although nothing marks that it was left out; None
            where a given word is missing.
    """

    asked: Given
    places: Places
    found: Found
    statement: Statement | None
    left: tuple[Span, ...] | None

    @cached_property
    def exact(self) -> bool:
        """Whether the words stand here as given, but for what they mark as left out.

        What an ellipsis leaves out may be the "not": then they do not.
        """
        if self.left is None or self.left:
            return False
        return not self.found.fit.between or all(edit.kind != "negation" for edit in self.edits)

    @property
    def alone(self) -> bool:
        """Whether the words are a whole sentence, quotation or statement."""
        content = self.statement.content if self.statement else ()
        return self.found.fit.alone or _within(self.found.fit.span, content, 3)

    @cached_property
    def kin(self) -> list[Kin]:
        """The families that have a member where most of the words stand, the closest member first."""
        span = self.found.fit.span
        least = _MEMBER * (span.end - span.start)
        found = [kin for kin in self.places.kin(self.found.row, span) if _overlap((kin.span,), span) >= least]
        return sorted(found, key=lambda kin: (kin.span.end - kin.span.start, -kin.reports, kin.id))

    @property
    def formula(self) -> Kin | None:
        """The formula of which the words are a good part."""
        length = self.found.fit.span.end - self.found.fit.span.start
        return next(
            (k for k in self.kin if k.kind == "formula" and k.span.end - k.span.start < 4 * length), None
        )

    @cached_property
    def when(self) -> When | None:
        """When the words were said, or else published."""
        if self.statement and self.statement.said:
            return self.statement.said.when
        return self.published

    @property
    def published(self) -> When | None:
        """When the document was published, as printed or inferred."""
        document, inferred, _ = self.places.text(self.found.row)
        return document.published or (inferred.when if inferred else None)

    @property
    def order(self) -> tuple[str, str, str]:
        """Places in this order are the earliest first, by day and then by publication, unknown dates last."""
        published = self.published
        return (
            self.when.latest[:10] if self.when else "~",
            published.latest if published else "~",
            self.found.document.id,
        )

    @property
    def length(self) -> int:
        """Code points of the statement."""
        return sum(end - start for start, end in self.statement.content) if self.statement else 0

    @cached_property
    def told(self) -> Told | None:
        """The statement, with who speaks."""
        return self.places.told(self.found.row, self.statement) if self.statement else None

    def stand(self) -> Stand:
        """The place as it is given to whoever asked."""
        return Stand(
            self.found.document,
            self.found.fit.span,
            self.told,
            _day(self.when) if self.when else None,
            self.edits,
            round(self.found.fit.score, 4),
            self.kin[0].id if self.kin else None,
        )

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What the given wording changed; marks apart, for given words are taken out of all marks."""
        between = self.found.fit.between
        if between == ():
            return self._question()
        document, span = self.found.document, self.found.fit.span
        content = self.statement.content if self.statement else ()
        whole = tuple(one for one in content if one.start < span.end and span.start < one.end) or (span,)
        text = self.asked.text[: trace.MOST_GIVEN]
        one = trace.Side(document.text, span, whole, document.language, ())
        other = trace.Side(text, Span(0, len(text)), (Span(0, len(text)),), document.language, ())
        found = trace.compared(one, other).edits
        return tuple(
            edit for edit in found if edit.kind != "marks" and not _outside(edit.earlier, self.statement)
        )

    def _question(self) -> tuple[Edit, ...]:
        """A question of the text that the given words close with a full stop."""
        text, end = self.found.document.text, self.found.fit.span.end
        given = self.asked.text[: trace.MOST_GIVEN].rstrip(_CLOSING)
        if text[end : end + 1] == "?" and given[-1:] in _ASSERTED and given:
            return (Edit("question", Span(end, end + 1), Span(len(given) - 1, len(given))),)
        return ()


def _day(when: When) -> str:
    """A date without its time of day."""
    return when.edtf[:10] if when.edtf[10:11] == "T" and "/" not in when.edtf else when.edtf


def judged(asked: Given, places: Places, found: Found) -> Judged:
    """A place of given words, with its statement."""
    fit = found.fit
    statement = _chosen(places.statements(found.row, fit.span), fit.span)
    if fit.between is None:
        return Judged(asked, places, found, statement, None)
    unmarked = [gap for gap, marked in fit.between if not marked]
    left = tuple(gap for gap in unmarked if not _outside(gap, statement))
    return Judged(asked, places, found, statement, left)


def _chosen(statements: Sequence[Statement], span: Span) -> Statement | None:
    """The statement in which words stand: of those that cover most, the shortest that names who speaks.

    Within somebody's turn, "as I said, ..." names nobody, and the turn does.
    """
    covered = {one.id: _overlap(one.content, span) for one in statements}
    most = max(covered.values(), default=0)
    if most < _ENOUGH * (span.end - span.start) and not any(
        span.start <= one.content[0].start and one.content[-1].end <= span.end for one in statements
    ):
        return None
    good = [one for one in statements if covered[one.id] >= _COVERED * most]

    def rank(one: Statement) -> tuple[bool, int, int]:
        named = one.speaker is not None and bool(one.speaker.name or one.speaker.members)
        return not named, sum(end - start for start, end in one.content), one.content[0].start

    return min(good, key=rank, default=None)


def _overlap(content: Sequence[Span], span: Span) -> int:
    return sum(max(min(end, span.end) - max(start, span.start), 0) for start, end in content)


def _outside(gap: Span, statement: Statement | None) -> bool:
    """Whether something between words is none of the statement's: an attribution that cuts it in two."""
    content = statement.content if statement else ()
    inside = len(content) > 1 and content[0].start < gap.start < gap.end < content[-1].end
    return inside and not _overlap(content, gap)


def _within(span: Span, content: Sequence[Span], most: int) -> bool:
    """Whether words are all of a statement, but for a few signs at its ends."""
    return bool(content) and (
        abs(span.start - content[0].start) <= most and abs(span.end - content[-1].end) <= most
    )

"""How one place of a family repeats another is said in the same words wherever it is told."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.api import ShownHop
from onrecord.model import Edit, Member, Span

_DOES = {"copy": "copies", "cut": "cuts", "reworded": "rewords"}
_IS = {"copy": "much like", "cut": "shorter than", "reworded": "other words for"}  # where no order is known
BASIS = {
    "named": "which it names as its source",
    "said": "which was said earlier",
    "published": "which was published earlier",
    "fuller": "which is fuller",
    "unknown": "order unknown",
}


def does(one: ShownHop, span: Span) -> str:
    """What a place does with an earlier one; where a part is missing in the earlier one, it is the fuller."""
    fuller = span.end - span.start > one.span.end - one.span.start
    if one.hop.kind == "cut" and fuller:
        return "fuller than"
    if one.hop.order != "unknown":
        return _DOES[one.hop.kind]
    return _IS[one.hop.kind] if one.hop.edits or one.hop.kind != "copy" else "the same as"


def left_out(one: ShownHop, member: Member) -> list[Edit]:
    """What stands in the earlier place around the words of a hop, where the later one has nothing."""
    hop, text = one.hop, one.earlier.text
    ends = (
        (
            Span(one.span.start, hop.earlier_span.start),
            hop.later_span.start <= member.span.start,
            member.span.start,
        ),
        (
            Span(hop.earlier_span.end, one.span.end),
            hop.later_span.end >= member.span.end - 2,
            member.span.end,
        ),
    )
    return [
        Edit("dropped", left, Span(at, at))
        for left, free, at in ends
        if hop.kind == "cut" and free and left.start < left.end and any(map(str.isalnum, left.of(text)))
    ]


def parted(hops: Sequence[ShownHop]) -> tuple[list[ShownHop], list[ShownHop]]:
    """Hops to different parts of a place, the longest first, and those that tell of the same parts again."""
    chosen: list[ShownHop] = []
    others: list[ShownHop] = []
    for one in hops:
        span = one.hop.later_span
        free = all(span.end <= o.hop.later_span.start or o.hop.later_span.end <= span.start for o in chosen)
        (chosen if free else others).append(one)
    return chosen, others

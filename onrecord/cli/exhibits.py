"""What `findings` and `show` print of a finding: one sentence, and every passage that it rests on."""

from __future__ import annotations

from onrecord.api import Event, Exhibit, FindingRow, ShownFinding
from onrecord.cli.shown import BRACKETS, field, legend, place, wrapped
from onrecord.cli.tables import Column, short, speaker, title
from onrecord.cli.terminal import clean, colours, flat, out, styled

CONTEXT = 90  # code points shown before and after a passage in a list
LONGEST = 400  # code points of a passage in a list
INDENT = 4

REVIEWS: tuple[Column[Event], ...] = (
    Column("number", lambda one: one.ref, 6, 8),
    Column("made", lambda one: one.made[:10], 10, 10, 3),
    Column("by", lambda one: one.author, 6, 20, 1),
    Column("about", lambda one: short(one.id or "—"), 10, 10, 5, "dim"),
    Column("what", lambda one: one.what, 20, 200),
    Column("state", lambda one: _state(one), 9, 16, 4),
    Column("note", lambda one: one.note, 10, 100, 2),
)


class Blocks:
    """Prints findings one after the other, each with its passages.

    Args:
        explain: whether to print the arithmetic too.
    """

    def __init__(self, explain: bool) -> None:
        self.lines = 0
        self._explain = explain

    def add(self, row: FindingRow) -> None:
        """Print one finding."""
        found = row.finding
        self.lines += 1
        state = f"  {row.review.verdict} by {flat(row.review.author)}" if row.review else ""
        out(f"{styled(short(found.id), 'head')}  {found.check}  score {found.score:.2f}{state}")
        _say(found.message, 2, "words")
        if self._explain and found.explanation:
            _say(f"Why: {found.explanation}", 2, "dim")
        for exhibit in row.exhibits:
            _say(_where(exhibit), INDENT, "dim")
            _say(_quoted(exhibit), INDENT + 2)
        out("")


def finding(shown: ShownFinding) -> None:
    """Print a finding with each of its passages in its place."""
    row, found = shown.row, shown.row.finding
    out(f"{styled('finding ' + found.id, 'head')}  {found.check}")
    field("message", found.message, "words")
    if found.explanation:
        field("why", found.explanation)
    field("score", f"{found.score:.2f}")
    if row.review:
        note = f": {row.review.note}" if row.review.note else ""
        field("reviewed", f"{row.review.verdict} by {row.review.author}, {row.review.made}{note}")
    else:
        field("reviewed", f"by nobody (onrecord review accept {short(found.id)}, or reject)")
    for exhibit, passages in zip(row.exhibits, shown.passages, strict=True):
        out("")
        _say(_where(exhibit), 2, "head")
        field("place", f"code points {exhibit.shown.span.start}-{exhibit.shown.span.end}")
        field("path", exhibit.document.path)
        out("")
        for one in passages:
            place(exhibit.document.text, one, [(exhibit.shown.span, "words")])
    out(styled(legend(("words",)), "dim"))


def _state(event: Event) -> str:
    """Whether a decision holds, and if not why."""
    if event.withdrawn:
        return "withdrawn"
    if not event.holds:
        return "replaced"
    return "holds" if event.found else "no longer found"


def _where(exhibit: Exhibit) -> str:
    """Where a passage stands, who speaks there, and when it was published."""
    document = exhibit.document
    when = document.published or (exhibit.inferred.when if exhibit.inferred else None)
    parts = [document.outlet, title(document), when.edtf if when else "date unknown"]
    if exhibit.told and exhibit.told.statement.speaker:
        parts.append(f"{speaker(exhibit.told)} speaking")
    return ", ".join(flat(part) for part in parts if part) + f"  [{short(document.id)}]"


def _quoted(exhibit: Exhibit) -> str:
    text, (start, end) = exhibit.document.text, exhibit.shown.span
    words = flat(text[start:end])
    if len(words) > LONGEST:
        words = words[: LONGEST - 1] + "…"
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = "…" + before[before.find(" ") + 1 :]
    if end + CONTEXT < len(text):
        after = after[: after.rfind(" ")] + " …" if " " in after else after + "…"
    # Only what stands in the same paragraph is context.
    before, after = clean(before).rpartition("\n\n")[2], clean(after).partition("\n\n")[0]
    brackets = BRACKETS["words"]
    marked = styled(words, "words") if colours() else f"{brackets[0]}{words}{brackets[1]}"
    lead = " " if before[-1:].isspace() else ""
    tail = " " if after[:1].isspace() else ""
    return f"{flat(before)}{lead}{marked}{tail}{flat(after)}"


def _say(text: str, indent: int, style: str = "") -> None:
    for line in wrapped(text, indent):
        out(" " * indent + (styled(line, style) if style else line))

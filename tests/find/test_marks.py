"""Protects the pairing of quotation marks: what is quoted, how deep, and what a bad mark costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.marks import Quote, quotes

# Each expected quotation is its text, or (text, depth), or (text, depth, closed).
Expected = str | tuple[str, int] | tuple[str, int, bool]

PAIRS: list[tuple[str, list[Expected]]] = [
    ("“Wait,” said Brod.", ["“Wait,”"]),
    ('"Wait," said Brod.', ['"Wait,"']),
    ("„Warte“, sagte Brod.", ["„Warte“"]),
    ("„Warte”, sagte Brod.", ["„Warte”"]),
    ('„Warte", sagte Brod.', ['„Warte"']),
    ("«Attends», dit Brod.", ["«Attends»"]),
    ("« Attends », dit Brod.", ["« Attends »"]),
    ("»Warte«, sagte Brod.", ["»Warte«"]),
    ("‹Wait›, said Brod.", ["‹Wait›"]),
    ("‘Wait,’ said Brod.", ["‘Wait,’"]),
    ("'Wait,' said Brod.", ["'Wait,'"]),
    ("‚Warte‘, sagte Brod.", ["‚Warte‘"]),
    ("‚Warte’, sagte Brod.", ["‚Warte’"]),
    ("”Vänta”, sade Brod.", ["”Vänta”"]),
    ("″no quotation″", []),
    ("＂Wait＂ said Brod.", ["＂Wait＂"]),
    ("``Wait,'' said Brod.", ["``Wait,''"]),
    ('"Wait,” said Brod.', ['"Wait,”']),
    ('“Wait," said Brod.', ['“Wait,"']),
]

NESTED: list[tuple[str, list[Expected]]] = [
    ("“He said ‘go’ and left,” she said.", ["“He said ‘go’ and left,”", ("‘go’", 1)]),
    ("‘He said “go” and left,’ she said.", ["‘He said “go” and left,’", ("“go”", 1)]),
    ("\"He said 'go' and left,\" she said.", ["\"He said 'go' and left,\"", ("'go'", 1)]),
    ("«Il dit «va» et part», dit-elle.", ["«Il dit «va» et part»", ("«va»", 1)]),
    (
        "«Il dit “va ‘là’ donc” et part»",
        ["«Il dit “va ‘là’ donc” et part»", ("“va ‘là’ donc”", 1), ("‘là’", 2)],
    ),
    ("“The sign said ‘closed.’”", ["“The sign said ‘closed.’”", ("‘closed.’", 1)]),
    ("“‘Closed’ it said.”", ["“‘Closed’ it said.”", ("‘Closed’", 1)]),
    ("“a” b “c”", ["“a”", "“c”"]),
    ('"a" b "c"', ['"a"', '"c"']),
    ("“We,” he said, “go.” “And she?” “She too.”", ["“We,”", "“go.”", "“And she?”", "“She too.”"]),
]

APOSTROPHES: list[tuple[str, list[Expected]]] = [
    ("Brod’s boat isn’t here.", []),
    ("Brod's boat isn't here.", []),
    ("the miners’ strike and the dockers’ fund", []),
    ("the miners' strike", []),
    ("the summer of ’87", []),
    ("the summer of '87", []),
    ("rock ’n’ roll", []),
    ("“It’s the miners’ hall,” he said.", ["“It’s the miners’ hall,”"]),
    ("‘It’s Brod’s hall,’ he said.", ["‘It’s Brod’s hall,’"]),
    ("'It's Brod's hall,' he said.", ["'It's Brod's hall,'"]),
    ("‘It is the miners’ hall,’ he said.", ["‘It is the miners’ hall,’"]),
    ("'It is the miners' hall,' he said.", ["'It is the miners' hall,'"]),
    ('a 24" pipe and a 6" drain', []),
    ("a pipe of 300' and one of 24'", []),
    ('"A pipe of 24", he said.', ['"A pipe of 24"']),
]

BAD: list[tuple[str, list[Expected]]] = [
    ("“We stayed and the rest left.", [("“We stayed and the rest left.", 0, False)]),
    ('"We stayed and the rest left.', [('"We stayed and the rest left.', 0, False)]),
    ("«Nous restons.", [("«Nous restons.", 0, False)]),
    ("He said: “We stayed.", [("“We stayed.", 0, False)]),
    ("'We stayed", []),  # as likely an elision
    ("The gate read Closed” and we left.", []),
    ('The gate read Closed" and we left.', []),
    ("»", []),
    ("“", []),
    ("“”", []),
    ("", []),
    ("A stray “ here, then “a whole one” after.", ["“a whole one”"]),
    ("“Open (“a whole one” after.", ["“a whole one”"]),
    ("“a whole one” and “an open one.", ["“a whole one”", ("“an open one.", 0, False)]),
    ("“Open ‘inner’ but never closed", ["‘inner’"]),
    ("Closed” at first, then “a whole one” after.", ["“a whole one”"]),
]


def flat(text: str, found: list[Quote]) -> list[tuple[str, int, bool]]:
    """Each quotation as (its text, depth, closed)."""
    return [(text[q.start : q.end], q.depth, q.closed) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"), [*PAIRS, *NESTED, *APOSTROPHES, *BAD], ids=lambda v: str(v)[:40]
)
def test_quotations(text: str, expected: list[Expected]) -> None:
    """Exactly these stretches are quotations, in the order of their opening marks."""
    want = [(e if isinstance(e, tuple) else (e,)) for e in expected]
    assert flat(text, quotes(text, 0, len(text))) == [(*e, *(0, True)[len(e) - 1 :]) for e in want]


@pytest.mark.parametrize(
    ("text", "mark", "inner"),
    [("“Wait,” said Brod.", "“", "Wait,"), ("``Wait,'' he said.", "``", "Wait,"), ("“Wait.", "“", "Wait.")],
)
def test_the_words_without_their_marks(text: str, mark: str, inner: str) -> None:
    """`inner` and `outer` leave the marks out, however many characters they have; `mark` is the opener."""
    (q,) = quotes(text, 0, len(text))
    assert (q.mark, text[q.inner : q.outer]) == (mark, inner)


def test_only_the_paragraph_is_read() -> None:
    """Marks around the range neither open nor close anything within it, and offsets are the text's."""
    text = "“Before. \n\n He said “go” now. \n\n After.”"
    start = text.index("He")
    assert flat(text, quotes(text, start, text.index(" \n\n After"))) == [("“go”", 0, True)]
    assert flat(text, quotes(text, start, text.index("go"))) == []


# -- a slow, obvious twin: a stack reader that knows nothing but pairs

CLOSERS = {"“": "”", "«": "»", "‹": "›", "„": "“", '"': '"'}
words = st.lists(st.sampled_from(["boat", "it’s", "Brod's", "go", "9", "été", "中"]), min_size=1, max_size=4)


@st.composite
def balanced(draw: st.DrawFn, allowed: str = '“«‹„"', depth: int = 0) -> str:
    """Words and whole quotations; a quotation never holds one with its own marks, nor "„" one with "“"."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        parts.append(" ".join(draw(words)))
        if depth < 3 and allowed and draw(st.booleans()):
            opener = draw(st.sampled_from(allowed))
            left = "".join(m for m in allowed if m != opener and not {m, opener} <= {"„", "“", '"'})
            inside = draw(balanced(left, depth + 1))
            parts.append(opener + inside + draw(st.sampled_from([",", ".", "?", ""])) + CLOSERS[opener])
    return " ".join(parts)


def naive(text: str) -> list[tuple[int, int, int]]:
    """(start, end, depth) of a text in which every mark is paired."""
    out, stack = [], []
    for i, ch in enumerate(text):
        if stack and ch == CLOSERS[text[stack[-1]]]:
            start = stack.pop()
            out.append((start, i + 1, len(stack)))
        elif ch in CLOSERS:
            stack.append(i)
    assert not stack
    return sorted(out)


@settings(max_examples=100, deadline=None)
@given(balanced())
def test_balanced_marks_as_a_stack_reads_them(text: str) -> None:
    """Where every mark is paired, quotations are what a plain stack gives."""
    found = quotes(text, 0, len(text))
    assert [(q.start, q.end, q.depth) for q in found] == naive(text)
    assert all(q.closed and (q.inner, q.outer) == (q.start + 1, q.end - 1) for q in found)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="“”\"„«»‘’'‚‹›`‟‛＂ \n,.aB9(", max_size=80))
def test_quotations_nest(text: str) -> None:
    """For any marks: in order, each within its text or apart from the others, at the depth it stands at."""
    found = quotes(text, 0, len(text))
    assert [q.start for q in found] == sorted(q.start for q in found)
    for n, q in enumerate(found):
        assert 0 <= q.start < q.inner < q.outer <= q.end <= len(text)
        assert q.closed == (q.outer < q.end) or not q.closed
        around = [o for o in found[:n] if o.start <= q.start < o.end]
        assert all(q.end <= o.end for o in around)
        assert q.depth == len(around)
    assert [q for q in found if not q.closed] == [q for q in found if not q.closed][:1]

"""Protects the trained reader: it finds who said what in plain sentences, the same in any company."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import find
from onrecord.errors import ModelError
from onrecord.find.trained import Attribution, attributions, model
from onrecord.model import Document, Passage
from onrecord.settings import READERS

FILE = Path(find.__file__).parent / "trained" / "english.model"
MOST_BYTES = 30 << 20
SIZES = [reader for reader in READERS if reader != "rules"]
Paper = Callable[..., tuple[Document, list[Passage]]]

# Cue, source and what is said, as a careful reader would mark them; the people are invented.
GOLD = [
    (
        "Mayor Ana Petrova said that the bridge of Arla would open in the spring.",
        [("said", "Mayor Ana Petrova", ["that the bridge of Arla would open in the spring"])],
    ),
    (
        "“The ferry will stay,” said Bo Lind, the harbour master of Celm.",
        [("said", "Bo Lind, the harbour master of Celm", ["“The ferry will stay,”"])],
    ),
    (
        "“The ferry,” Bo Lind said, “will stay until the end of the year.”",
        [("said", "Bo Lind", ["“The ferry,”", "“will stay until the end of the year.”"])],
    ),
    (
        "According to the harbour office of Celm, the ferry carried 4,000 people last year.",
        [("according to", "the harbour office of Celm", ["the ferry carried 4,000 people last year"])],
    ),
    (
        "The ferry carried four thousand people last year, according to Bo Lind.",
        [("according to", "Bo Lind", ["The ferry carried four thousand people last year"])],
    ),
    (
        "“The dam is old,” Ruta Salm said, adding that it would be mended before the winter.",
        [
            ("said", "Ruta Salm", ["“The dam is old,”"]),
            ("adding", "Ruta Salm", ["that it would be mended before the winter"]),
        ],
    ),
    (
        "Bo Lind announced that the ferry was sold, and said that he was sorry.",
        [("announced", "Bo Lind", ["that the ferry was sold"]), ("said", "Bo Lind", ["that he was sorry"])],
    ),
    (
        "Bo Lind believes that the tunnel is too dear.",
        [("believes", "Bo Lind", ["that the tunnel is too dear"])],
    ),
    ("It rained over the harbour all morning, and the ferries stayed where they were.", []),
]

HOSTILE = {
    "empty": "",
    "white": " \t \n",
    "signs": "“”\"'«»—…!?.,;:()[]{}<>|*_#" * 40,
    "marks": "“" * 5_000,
    "one word": "x" * 100_000,
    "said": "said " * 5_000,
    "said alone": "said",
    "controls": "Ana\x00 said\x01 that\x02 no\x7f\x85 and\u200b\u200e\ufeff\u2028 so\x1b[31m.",
    "surrogates": "Ana \ud800 said \udfff that \udbff\udbff it rained.",
    "right to left": "قال المدير إن الجسر سيفتح. \u202eAna said that no\u202c “مرحبا” said Bo.",
    "other scripts": "Мэр сказала: «Нет». 市长说:“不”。 Δήμαρχος said “όχι”.",
    "combining": "Ana said " + "e\u0301\u0302\u0303" * 500 + "\u0301" * 2_000,
    "emoji": "👩‍👩‍👧 said “🙂🙃” " * 300,
    "pieces": "[CLS] Ana said [SEP] [MASK] that [PAD] ##ed [unused7] rained. [SEP]",
    "markup": "**[Ana](https://a.example/b)** said __that__ <b>it</b> \\[rained\\]. ](((]( [x](" * 100,
    "long": "Ana said that it rained, " * 600,
    "lines": "Ana said\n\n\n“no”\r\n\r\n" * 200,
}


def read(text: str, size: str = "small") -> list[Attribution]:
    return attributions([(text, [(0, len(text))])], model(size))[0][0]


def words(text: str, span: tuple[int, int]) -> str:
    """The words of a span without the signs around them, for a comma more or less is no other reading."""
    return re.sub(r"^[\s.,:]+|[\s.,:]+$", "", text[slice(*span)])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("text", "expected"), GOLD, ids=[text[:30] for text, _ in GOLD])
def test_plain_sentences_are_read(text: str, expected: list[tuple[str, str, list[str]]], size: str) -> None:
    """A model that misses these was made or shipped wrongly."""
    found = read(text, size)
    told = [
        (words(text, a.cue).lower(), words(text, a.source or (0, 0)), [words(text, c) for c in a.content])
        for a in found
    ]
    bare = [(cue, who, [words(c, (0, len(c))) for c in content]) for cue, who, content in expected]
    assert told == bare


def sound(text: str, spans: list[tuple[int, int]], found: list[list[Attribution]]) -> None:
    """Everything an attribution promises about its spans."""
    assert len(found) == len(spans)
    for (start, end), paragraph in zip(spans, found, strict=True):
        assert [a.cue for a in paragraph] == sorted(a.cue for a in paragraph)
        for a in paragraph:
            assert a.content
            for s, e in (a.cue, *a.content, *((a.source,) if a.source else ())):
                assert start <= s < e <= end
        contents = sorted(c for a in paragraph for c in a.content)
        assert all(one[1] <= other[0] for one, other in pairwise(contents))


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_the_reader(name: str) -> None:
    """Input is hostile: whatever stands in a paragraph, its spans lie within it and no word is said twice."""
    text = HOSTILE[name]
    spans = [(0, len(text))]
    sound(text, spans, attributions([(text, spans)], model("small"))[0])


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_the_finder(paper: Paper, name: str, reader: str) -> None:
    """The whole of finding holds what the reader holds."""
    text = HOSTILE[name]
    if not text.strip() or (len(text) > 10_000 and reader != "small"):
        return
    plain = re.sub("[\ud800-\udfff]", "?", text)  # of which no digest could be made
    document, passages = paper("Bo Lind said that it rained.", plain, "“No,” she said.")
    document = replace(document, text=document.text.replace(plain, text))
    for one in find.statements(document, passages, reader):
        for span in one.content:
            assert 0 <= span.start < span.end <= len(document.text)


FRAGMENTS = (
    "Ana Brod", "the minister", " he", "She", " said", " said that ", " told ", "according to ", "added",
    "“", "”", '"', "’s ", ", ", ". ", "? ", ": ", " — ", "(", ")", "the bridge will ", "open ", "no talks ",
    "😀", "e\u0301", "中文", "\xa0", "**", "1,5", "x" * 120,
)  # fmt: skip
paragraphs = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


@given(st.lists(paragraphs, max_size=5))
@settings(deadline=None, max_examples=40)
def test_spans_lie_in_their_paragraph(pieces: list[str]) -> None:
    """Paragraphs share windows, and never words."""
    text, spans = "", []
    for piece in pieces:
        spans.append((len(text), len(text) + len(piece)))
        text += piece + "\n"
    sound(text, spans, attributions([(text, spans)], model("small"))[0])


def articles(count: int) -> list[tuple[str, list[tuple[int, int]]]]:
    """Some texts of the sentences above, shuffled, of one paragraph to a dozen."""
    chance = random.Random(7)
    out = []
    for _ in range(count):
        lines = [" ".join(chance.choices([text for text, _ in GOLD], k=chance.randint(1, 5)))
                 for _ in range(chance.randint(1, 12))]  # fmt: skip
        text, spans = "", []
        for line in lines:
            spans.append((len(text), len(text) + len(line)))
            text += line + "\n"
        out.append((text, spans))
    return out


def test_a_text_is_read_the_same_in_any_company() -> None:
    """What is found, and how sure the reader is of it, follows from the text alone."""
    texts = articles(12)
    alone = [attributions([text], model("small"))[0] for text in texts]
    assert attributions(texts, model("small")) == alone
    assert attributions(texts[::-1], model("small")) == alone[::-1]
    assert [attributions([text], model("small"))[0] for text in texts] == alone
    assert sum(len(found) for paragraphs in alone for found in paragraphs) > 50


def test_the_finder_finds_the_same_in_any_company(paper: Paper) -> None:
    """Documents that are found together do not change each other's statements."""
    papers = [paper(*(text[s:e] for s, e in spans)) for text, spans in articles(6)]
    alone = [find.statements(*one, "small") for one in papers]
    assert find.each(papers, "small") == alone
    assert all(alone)


def test_a_long_paragraph_is_read_to_its_end() -> None:
    """What does not fit a window is read in parts."""
    text = " ".join(text for text, _ in GOLD[:8]) + " "
    text *= 12
    found = read(text)
    assert found[-1].cue[0] > 0.9 * len(text)
    assert len(found) > 80
    sound(text, [(0, len(text))], [found])


def test_a_text_without_paragraphs_has_no_attributions() -> None:
    """Nothing to read is not an error."""
    assert attributions([], model("small")) == []
    assert attributions([("", []), (" ", [(0, 1)])], model("small")) == [[], [[]]]


def test_the_file_is_small_and_whole() -> None:
    """It ships with the package, and holds every size that the settings name."""
    assert FILE.is_file(), f"{FILE.name} is absent: make it with training/, or check it out"
    assert FILE.stat().st_size <= MOST_BYTES
    with zipfile.ZipFile(FILE) as archive:
        assert archive.testzip() is None
        assert {f"{size}.json" for size in SIZES} <= set(archive.namelist())


def test_reading_needs_nothing_of_the_training() -> None:
    """A user has onnxruntime, tokenizers and numpy, and not a gigabyte of torch."""
    script = (
        "import sys, json\n"
        "for name in ('torch', 'onnx', 'safetensors', 'sklearn', 'training'): sys.modules[name] = None\n"
        "from onrecord.find.trained import attributions, model\n"
        f"text = {GOLD[0][0]!r}\n"
        "print(json.dumps([a.cue for a in attributions([(text, [(0, len(text))])], model('small'))[0][0]]))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[18, 22]]


@pytest.mark.parametrize("spoilt", ["absent", "empty", "cut", "overwritten", "no such size", "junk within"])
def test_a_missing_or_damaged_model_is_one_sentence(tmp_path: Path, spoilt: str) -> None:
    """It names the file and the ways out, and never is a traceback of somebody else's library."""
    file, whole = tmp_path / "english.model", FILE.read_bytes()
    if spoilt == "junk within":
        with zipfile.ZipFile(FILE) as old, zipfile.ZipFile(file, "w") as new:
            for name in old.namelist():
                new.writestr(name, b"junk" if name.endswith(".onnx") else old.read(name))
    elif spoilt == "overwritten":
        file.write_bytes(whole[:5_000] + b"junk" * 100 + whole[5_400:])
    elif spoilt != "absent":
        file.write_bytes({"empty": b"", "cut": whole[:-2_000]}.get(spoilt, whole))
    size = "huge" if spoilt == "no such size" else "small"
    with pytest.raises(ModelError) as told:
        model(size, file)
    sentence = str(told.value)
    assert sentence.startswith(f"{file}: ")
    assert "--rules-only" in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400 + len(str(file))

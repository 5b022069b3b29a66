"""A record of invented texts whose names are as hostile as a source can make them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import api
from onrecord.settings import Settings

HOSTILE = "<script>alert(1)</script>&\"'\N{RIGHT-TO-LEFT OVERRIDE}Вечер\N{GRINNING FACE}=1+1"
SAID = '"The bridge will open," Mayor Ada Quill said. "It is safe," Ada Quill told reporters.'


def article(head: dict[str, str], words: str) -> str:
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return f"---\n{lines}---\n{words}\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Short articles: of days, of a month, of no date; one repeats another, one names a relay."""
    folder = tmp_path_factory.mktemp("pictures")
    long = "The old stone bridge over the Lenna will not be opened to heavy lorries before next spring comes"
    texts = {
        "a.md": article({"date": "2031-05-02", "outlet": "Dunmere Gazette"}, SAID),
        "b.md": article({"date": "2031-05-04", "outlet": HOSTILE, "title": HOSTILE}, SAID),
        "c.md": article({"date": "2031-05", "outlet": "Velin Courier"}, SAID),
        "d.txt": "The harbour master Odo Lenk said that nothing had sunk.",
        "e.md": article({"date": "2031-05-03", "outlet": "Dunmere Gazette"}, f'"{long}," Odo Lenk said.'),
        "f.md": article(
            {"date": "2031-05-05", "outlet": HOSTILE},
            f'"{long}," Odo Lenk said.\n\nThe news agency BNA quoted Odo Lenk as saying that it may close.',
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "r.onrecord"
    api.add(path, [str(folder)], Settings(reader="rules", workers=1))
    return path

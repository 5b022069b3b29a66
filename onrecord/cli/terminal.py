"""What reaches a terminal holds no control characters but those made in this file."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import cache

from onrecord.errors import OnrecordError
from onrecord.model import Failure

WIDE = 100  # columns taken where nothing says how wide the reader's window is
STYLES = {
    "words": "1", "speaker": "36", "cue": "35", "dim": "2", "head": "1;4", "bad": "31",
    "dropped": "9;31", "added": "32", "changed": "1;33",
}  # fmt: skip

# Text from outside may hold sequences that move the cursor or change the window's title.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text without control characters, direction overrides or lone surrogates; line ends stay."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def flat(text: str) -> str:
    """The text cleaned, on one line."""
    return clean(_SPACES.sub(" ", text)).strip()


def width() -> int:
    """Columns of the window, or of COLUMNS, or 100."""
    return max(40, shutil.get_terminal_size((WIDE, 24)).columns)


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


@cache
def colours() -> bool:
    """Whether standard output takes colours: it is a terminal that has some, and NO_COLOR is not set."""
    if not on_terminal():
        return False
    from rich.console import Console

    console = Console()
    return console.color_system is not None and not console.no_color


def styled(text: str, style: str) -> str:
    """The text in one of STYLES, where there are colours."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colours() and text else text


def cell_width() -> Callable[[str], int]:
    """The function that says how many columns a text takes; East Asian characters take two."""
    from rich.cells import cell_len

    return cell_len


def cut(text: str, columns: int) -> str:
    """The text in at most so many columns, closed by "…" where it is cut."""
    measure = cell_width()
    if measure(text) <= columns:
        return text
    from rich.cells import set_cell_size

    return set_cell_size(text, columns - 1).rstrip() + "…"


def padded(text: str, columns: int) -> str:
    """The text cut or filled with spaces to exactly so many columns."""
    text = cut(text, columns)
    return text + " " * (columns - cell_width()(text))


def out(text: str) -> None:
    """Print text that is meant for eyes, with a line feed."""
    raw((text + "\n",))


def raw(pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write pieces of text to standard output as UTF-8, whatever the locale; bytes as they are.

    A path that is no UTF-8 holds lone surrogates; they leave as "\\udcff", which JSON reads back.
    """
    sys.stdout.flush()
    buffer = sys.stdout.buffer
    for piece in pieces:
        buffer.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace"))
    if on_terminal():
        buffer.flush()


def flush() -> None:
    """Send what is buffered, so that a closed pipe shows now and not at exit."""
    sys.stdout.flush()
    sys.stdout.buffer.flush()


def hush() -> None:
    """Let nothing more be said on standard output, whose reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def complain(about: OnrecordError | Failure | str) -> None:
    """Print one sentence on standard error."""
    sentence = flat(str(about)).encode("utf-8", "backslashreplace").decode("utf-8")
    encoding = sys.stderr.encoding or "utf-8"
    print(sentence.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)

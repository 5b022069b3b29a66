"""Records and docs/record.md are made from the commented SQL of `tables` and from nothing else."""

from __future__ import annotations

import re

from onrecord.record.tables import TABLES

APPLICATION_ID = 0x6F6E7263  # "onrc"
VERSION = 5

# Initial segments of 16 MiB rather than 1 MiB of postings, merged by eight rather than by four: a quarter
# less is written for the same index, and queries do not notice.
_TUNING = tuple(
    f"INSERT INTO {table}({table}, rank) VALUES ('{option}', {value})"
    for table in ("statement_words", "passage_words")
    for option, value in (("hashsize", 16777216), ("automerge", 8))
)

_INTRODUCTION = """\
# The record

*Printed from `onrecord/record/tables.py`; do not edit.*

A record is one SQLite file: application id `0x{application:08X}`, schema version {version} (`user_version`),
write-ahead log. Anything that opens SQLite can read it. Documents and statements are only added: a text that
changed is a new version beside the old, and a newer finder makes a new reading beside the old. Listed are the
statements with `statement.reading = document.reading` and `document.newest = 1`.

Offsets are half-open ranges of code points of the document's text; in SQL they are read with
`substr(text, start + 1, end - start)`.
Dates are EDTF. NULL is "unknown" or "none".

Row numbers of `statement` and `passage` order by date of publication, newest first, unknown last, then by
position in the text: `row >> 30` is `document.rank`. A document without a date of publication stands where
the date inferred from its text puts it (`reading.inferred`); `published` stays NULL.

Who speaks is found by the link that stands (`withdrawn IS NULL AND judgement = 'same'`) on the document and
the speaker's span, and by following `entity.merged`; `voice` holds the result. `by = 'onrecord'` is a guess;
anything else was decided by a person, and linking anew leaves it alone.

What persons decided of statements is in `statement_review`, and `reviewed` says for which listed statement it
holds. Lists leave out those whose `reviewed.verdict` is 'rejected', and show the others as corrected; `voice`
and `statement_words` have them as corrected.
"""


def commands() -> list[str]:
    """The SQL commands that make an empty record, in order, without their comments."""
    bare = re.sub(r"--[^\n]*", "", TABLES)
    return [command.strip() for command in bare.split(";") if command.strip()] + list(_TUNING)


def subject(command: str) -> tuple[str, str]:
    """What a command makes and the table it makes it on, which for a table is itself; empty for others."""
    found = re.match(r"CREATE (?:UNIQUE )?INDEX (\w+)\s+ON (\w+)", command)
    if found:
        return found[1], found[2]
    found = re.match(r"CREATE (?:VIRTUAL )?TABLE (\w+)", command)
    return (found[1], found[1]) if found else ("", "")


def render() -> str:
    """The schema as Markdown: what docs/record.md holds."""
    parts = [_INTRODUCTION.format(application=APPLICATION_ID, version=VERSION)]
    for block in re.split(r"\n\n+", TABLES.strip()):
        about, name, columns = _table(block.strip().splitlines())
        rows = "\n".join(f"| `{column}` | {kind} | {text} |" for column, kind, text in columns)
        parts.append(f"## {name}\n\n{about}\n\n| column | type | |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _table(lines: list[str]) -> tuple[str, str, list[tuple[str, str, str]]]:
    about: list[str] = []
    name = ""
    columns: list[tuple[str, str, str]] = []
    for line in lines:
        if words := re.match(r"--   (\w+): (.+)", line):
            columns.append((words[1], "indexed", words[2]))
        elif line.startswith("-- "):
            about.append(line[3:])
        elif table := re.match(r"CREATE (?:VIRTUAL )?TABLE (\w+)", line):
            name = table[1]
        elif column := re.match(r"  (\w+) ([A-Z]+)(.*?),? -- (.+)", line):
            columns.append((column[1], column[2].lower(), column[4].replace("|", "\\|")))
    return " ".join(about), name, columns

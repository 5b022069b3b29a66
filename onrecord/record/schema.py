"""The schema is this commented SQL and nothing else: records are made and docs/record.md is printed from it.

A statement's and a passage's row number says when its document was published: the upper bits count the
minutes back from the year 9999 and the lower 30 bits number the rows of that minute, so that row order is
"newest first, unknown last, then in the order of the text", in the tables and in the full-text indexes alike.
A query that wants the newest fifty therefore stops after fifty, and a range of dates is a range of rows.
"""

from __future__ import annotations

import re

APPLICATION_ID = 0x6F6E7263  # "onrc"
VERSION = 1

_DOCUMENT = """
-- One version of one text. The text itself stands in `text`, so that lists of documents stay quick.
CREATE TABLE document (
  row INTEGER PRIMARY KEY, -- number inside this file, in the order of adding
  id TEXT NOT NULL UNIQUE, -- the document's id; "own~digest" where its own id was taken already
  path TEXT NOT NULL, -- where it was read from, as the user wrote it
  source TEXT NOT NULL, -- what makes two versions the same source: a URL or an absolute path, "#id" for a row
  outlet TEXT, -- who published it, as printed or stated; NULL is unknown, here and below
  url TEXT, -- the address stated by the source
  title TEXT, -- the title as printed or stated
  authors TEXT NOT NULL, -- bylines in printed order, a JSON array of strings
  kind TEXT NOT NULL, -- the format it was read from: text, markdown, html, pdf, ...
  language TEXT, -- ISO 639-1 code
  published TEXT, -- when it was published, EDTF
  published_earliest TEXT, -- the first instant `published` can mean, ISO 8601 in UTC
  published_latest TEXT, -- the last instant `published` can mean, ISO 8601 in UTC
  updated TEXT, -- when the source says it was changed, EDTF
  updated_earliest TEXT, -- the first instant `updated` can mean
  updated_latest TEXT, -- the last instant `updated` can mean
  fetched TEXT, -- when it was fetched, EDTF
  fetched_earliest TEXT, -- the first instant `fetched` can mean
  fetched_latest TEXT, -- the last instant `fetched` can mean
  digest TEXT NOT NULL, -- blake2b-128 of the text's UTF-8, 32 hexadecimal digits
  version INTEGER NOT NULL, -- 1 for the first text of its source, 2 for the next that differs, ...
  newest INTEGER NOT NULL, -- 1 for the last version of its source, else 0
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading whose passages and statements are listed
  rank INTEGER NOT NULL, -- minutes from `published_earliest` to the end of 9999; 8589934591 is unknown
  first_day TEXT, -- the first printed calendar day `published` can mean, YYYY-MM-DD
  last_day TEXT, -- the last printed calendar day `published` can mean, YYYY-MM-DD
  words INTEGER NOT NULL, -- words of the text, as white space parts them
  added TEXT NOT NULL, -- when it was added, ISO 8601 in UTC
  UNIQUE (source, digest)
);
CREATE INDEX document_by_rank ON document (rank, row);
CREATE INDEX document_by_digest ON document (digest);

-- The text of each document, never changed.
CREATE TABLE text (
  document INTEGER PRIMARY KEY REFERENCES document(row), -- whose text
  text TEXT NOT NULL -- the text; every offset in this file counts its code points
);

-- The raw page a document was read from, where the source is a page.
CREATE TABLE page (
  document INTEGER PRIMARY KEY REFERENCES document(row), -- whose page
  size INTEGER NOT NULL, -- bytes before compression
  data BLOB NOT NULL -- the bytes, compressed with zlib
);

-- Every place at which a document was found; a file that moves gets a new place, not a second document.
CREATE TABLE place (
  row INTEGER PRIMARY KEY, -- number inside this file
  document INTEGER NOT NULL REFERENCES document(row), -- what was found there
  path TEXT NOT NULL, -- as `document.path` was then
  source TEXT NOT NULL, -- as `document.source` was then
  since TEXT NOT NULL -- when it was first found there, ISO 8601 in UTC
);
CREATE INDEX place_by_document ON place (document);
"""

_FOUND = """
-- One result of reading a document and finding its statements; a newer finder makes another beside it.
CREATE TABLE reading (
  row INTEGER PRIMARY KEY, -- number inside this file
  document INTEGER NOT NULL REFERENCES document(row), -- what was read
  key TEXT NOT NULL, -- the step that made it: a digest of its input, the settings and the versions
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  first_passage INTEGER, -- row of its first passage; they stand in one run
  passages INTEGER NOT NULL, -- how many passages it has
  first_statement INTEGER, -- row of its first statement; they stand in one run
  statements INTEGER NOT NULL -- how many statements it has
);
CREATE INDEX reading_by_document ON reading (document);

-- Typed stretches of a document, in order, never overlapping.
CREATE TABLE passage (
  row INTEGER PRIMARY KEY, -- orders by date of publication, newest first, then by position
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading that typed it
  number INTEGER NOT NULL, -- position among the reading's passages, from 0
  span_start INTEGER NOT NULL, -- first code point
  span_end INTEGER NOT NULL, -- past the last code point
  kind TEXT NOT NULL, -- heading, paragraph, turn, block_quotation, list, caption or furniture
  label_start INTEGER, -- for a turn, where the printed speaker starts
  label_end INTEGER -- and where it ends
);

-- Words attributed to somebody; spans only, so that they can always be re-read in place.
CREATE TABLE statement (
  row INTEGER PRIMARY KEY, -- orders by date of publication, newest first, then by position
  id TEXT NOT NULL, -- 16 hexadecimal digits, the same for the same words in place; indexed in statement_words
  document INTEGER NOT NULL REFERENCES document(row), -- where they stand
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading that found them
  passage INTEGER NOT NULL, -- number of the passage in which they start
  content TEXT NOT NULL, -- the words: a JSON array of [start, end], several where the attribution cuts them
  cue_start INTEGER, -- where what announces them starts ("said", ":")
  cue_end INTEGER, -- and where it ends
  speaker_start INTEGER, -- where the nearest mention of the speaker starts; NULL for words without a speaker
  speaker_end INTEGER, -- and where it ends
  speaker_name TEXT, -- what to call the speaker; NULL where the mention names nobody
  speaker_kind TEXT, -- person, body or group
  speaker_members TEXT, -- named members of a collective speaker: a JSON array of [start, end]; NULL is none
  addressee_start INTEGER, -- where the addressee starts
  addressee_end INTEGER, -- and where it ends
  via TEXT, -- who passed the words on, from the mouth outwards: a JSON array of [start, end]; NULL is nobody
  said TEXT, -- when they were said, EDTF
  said_earliest TEXT, -- the first instant `said` can mean
  said_latest TEXT, -- the last instant `said` can mean
  said_start INTEGER, -- where the words that show the date start; NULL where none do
  said_end INTEGER, -- and where they end
  said_basis TEXT, -- why that date, in words
  mode TEXT NOT NULL, -- direct, indirect, mixed, turn or joint
  act TEXT NOT NULL, -- said, thought or intended
  rule TEXT NOT NULL, -- what found them
  score REAL NOT NULL -- between 0 and 1
);
"""

_WORDS = """
-- Full text of statements; its rowid is statement.row. It holds an index only, no copy of the words.
-- Beginnings of three letters have postings of their own: the shortest asked for often, the slowest without.
--   words: the words of the content
--   speaker: the speaker's mention and name
--   outlet: the document's outlet
--   mode: the statement's mode
--   act: the statement's act
--   language: the document's language
--   attributed: yes or no: whether there is a speaker
--   id: the statement's id, which is looked up here
CREATE VIRTUAL TABLE statement_words USING fts5(
  words, speaker, outlet, mode, act, language, attributed, id,
  content='', columnsize=0, prefix='3', tokenize='unicode61 remove_diacritics 2'
);

-- Full text of passages; its rowid is passage.row. It holds an index only, no copy of the words.
--   words: the words of the passage
--   outlet: the document's outlet
--   language: the document's language
CREATE VIRTUAL TABLE passage_words USING fts5(
  words, outlet, language,
  content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
"""

_STEPS = """
-- Steps that are finished and need not be done again.
CREATE TABLE step (
  key TEXT PRIMARY KEY, -- a digest of the input's bytes, the settings and the versions
  source TEXT NOT NULL, -- the source that was read
  finished TEXT NOT NULL -- when, ISO 8601 in UTC
) WITHOUT ROWID;

-- What could not be read. A failure is kept when its source is read after all, with the time at which it was.
CREATE TABLE failure (
  row INTEGER PRIMARY KEY, -- number inside this file, in the order of recording
  path TEXT NOT NULL, -- what failed, as the user wrote it
  source TEXT NOT NULL, -- what failed, absolute
  item TEXT NOT NULL, -- the source that was being read when it failed
  key TEXT NOT NULL, -- the step that failed
  reason TEXT NOT NULL, -- what is wrong
  remedy TEXT NOT NULL, -- what the user can do, or ""
  recorded TEXT NOT NULL, -- when it failed first, ISO 8601 in UTC
  resolved TEXT -- when its source was read after all; NULL while the failure stands
);
CREATE INDEX failure_by_item ON failure (item) WHERE resolved IS NULL;
CREATE INDEX failure_by_source ON failure (source) WHERE resolved IS NULL;
"""

SCHEMA = _DOCUMENT + _FOUND + _WORDS + _STEPS

# Initial segments of 16 MiB rather than 1 MiB of postings, merged by eight rather than by four: a quarter
# less is written for the same index, and queries do not notice.
_TUNING = tuple(
    f"INSERT INTO {table}({table}, rank) VALUES ('{option}', {value})"
    for table in ("statement_words", "passage_words")
    for option, value in (("hashsize", 16777216), ("automerge", 8))
)

_INTRODUCTION = """\
# The record

*Printed from `onrecord/record/schema.py`; do not edit.*

A record is one SQLite file: application id `0x{application:08X}`, schema version {version} (`user_version`),
write-ahead log. Anything that opens SQLite can read it. Documents and statements are only added: a text that
changed is a new version beside the old, and a newer finder makes a new reading beside the old. Listed are the
statements with `statement.reading = document.reading` and `document.newest = 1`.

Offsets are half-open ranges of code points of the document's text; in SQL they are read with
`substr(text, start + 1, end - start)`.
Dates are EDTF. NULL is "unknown" or "none".

Row numbers of `statement` and `passage` order by date of publication, newest first, unknown last, then by
position in the text: `row >> 30` is `document.rank`.
"""


def commands() -> list[str]:
    """The SQL commands that make an empty record, in order, without their comments."""
    bare = re.sub(r"--[^\n]*", "", SCHEMA)
    return [command.strip() for command in bare.split(";") if command.strip()] + list(_TUNING)


def render() -> str:
    """The schema as Markdown: what docs/record.md holds."""
    parts = [_INTRODUCTION.format(application=APPLICATION_ID, version=VERSION)]
    for block in re.split(r"\n\n+", SCHEMA.strip()):
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

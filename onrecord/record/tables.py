"""Every table and column of a record is explained where it is made; docs/record.md is printed from this SQL.

A statement's and a passage's row number says when its document was published: the upper bits count the
minutes back from the year 9999 and the lower 30 bits number the rows of that minute, so that row order is
"newest first, unknown last, then in the order of the text", in the tables and in the full-text indexes alike.
A query that wants the newest fifty therefore stops after fifty, and a range of dates is a range of rows.
"""

from __future__ import annotations

from onrecord.record import check_tables, review_tables, trace_tables

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
  rank INTEGER NOT NULL, -- minutes from the start of its date to the end of 9999; 8589934591 is unknown
  first_day TEXT, -- the first printed calendar day its date can mean, YYYY-MM-DD
  last_day TEXT, -- the last printed calendar day its date can mean, YYYY-MM-DD
  words INTEGER NOT NULL, -- words of the text, as white space parts them
  added TEXT NOT NULL, -- when it was added, ISO 8601 in UTC
  host TEXT, -- the host of `url` in lower case, without "www."
  UNIQUE (source, digest)
);
CREATE INDEX document_by_rank ON document (rank, row);
CREATE INDEX document_by_digest ON document (digest);
CREATE INDEX document_old ON document (row) WHERE newest = 0;
CREATE INDEX document_by_outlet ON document (outlet);
CREATE INDEX document_by_host ON document (host);

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
  statements INTEGER NOT NULL, -- how many statements it has
  figures INTEGER, -- how many figures it has; NULL where it was made before figures were kept
  linked TEXT, -- the step that joined its figures to entities; NULL where that is still to be done
  inferred TEXT, -- where `document.published` is unknown: when it must have been published, EDTF
  inferred_earliest TEXT, -- the first instant `inferred` can mean
  inferred_latest TEXT, -- the last instant `inferred` can mean
  inferred_start INTEGER, -- where the words that show it start; NULL where no one place does
  inferred_end INTEGER, -- and where they end
  inferred_basis TEXT -- why that date, in words
);
CREATE INDEX reading_by_document ON reading (document);
CREATE INDEX reading_unlinked ON reading (document) WHERE linked IS NULL AND figures > 0;

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

_SHOWN = """
-- Time expressions of a document, in order, with what they denote.
CREATE TABLE time (
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading that found it
  number INTEGER NOT NULL, -- position among the reading's time expressions, from 0
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  span_start INTEGER NOT NULL, -- first code point
  span_end INTEGER NOT NULL, -- past the last code point
  edtf TEXT NOT NULL, -- what it denotes
  earliest TEXT NOT NULL, -- the first instant that can be, ISO 8601 in UTC
  latest TEXT NOT NULL, -- the last instant that can be
  basis TEXT NOT NULL, -- why, in words
  PRIMARY KEY (reading, number)
) WITHOUT ROWID;

-- Persons, bodies and groups as one document shows them: all that joining them to entities needs.
CREATE TABLE figure (
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading that found it
  number INTEGER NOT NULL, -- position among the reading's figures, from 0
  kind TEXT NOT NULL, -- person, body or group
  name TEXT, -- the fullest name that the document prints, without titles
  names TEXT NOT NULL, -- every printed form of the name, fullest first: a JSON array of strings
  roles TEXT NOT NULL, -- offices and descriptions printed beside it: a JSON array of strings
  mentions TEXT NOT NULL, -- the spans that denote it: a JSON array of [start, end, evidence]
  members TEXT NOT NULL, -- for a group, the numbers of its members: a JSON array
  PRIMARY KEY (reading, number)
) WITHOUT ROWID;
"""

_WHO = """
-- Somebody or something that speaks, across documents. None is ever deleted.
CREATE TABLE entity (
  row INTEGER PRIMARY KEY, -- number inside this file
  id TEXT NOT NULL UNIQUE, -- 16 hexadecimal digits
  kind TEXT NOT NULL, -- person, body or group
  name TEXT NOT NULL, -- what it is called in lists
  printed TEXT NOT NULL, -- the name without any renaming: `name` again when a renaming is withdrawn
  wikidata TEXT, -- a Wikidata id
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  by TEXT NOT NULL, -- "onrecord" for a guess, else the person who decided, or "import FILE"
  merged INTEGER REFERENCES entity(row) -- the entity that a person said it is, itself not merged
);
CREATE INDEX entity_merged ON entity (merged) WHERE merged IS NOT NULL;
CREATE INDEX entity_by_wikidata ON entity (wikidata) WHERE wikidata IS NOT NULL;

-- Forms of an entity's name. Guessed ones are made anew by `link --all`, decided ones stay.
CREATE TABLE alias (
  row INTEGER PRIMARY KEY, -- number inside this file
  entity INTEGER NOT NULL REFERENCES entity(row), -- whose
  form TEXT NOT NULL, -- as printed
  normal TEXT NOT NULL, -- in one spelling: equal for forms that differ in case, script or known variants only
  judgement TEXT NOT NULL, -- same; or different: a person said that this form is not this entity's
  since TEXT NOT NULL, -- when it was found or given first, ISO 8601 in UTC
  by TEXT NOT NULL, -- as `entity.by`
  decision INTEGER REFERENCES decision(row), -- the decision that gave it; NULL for a guess
  UNIQUE (entity, form, judgement, by)
);
CREATE INDEX alias_by_normal ON alias (normal, entity);
CREATE INDEX alias_by_decision ON alias (decision) WHERE decision IS NOT NULL;

-- Short strings of which two names that may be the same share at least one.
CREATE TABLE name_key (
  key TEXT NOT NULL, -- the string
  entity INTEGER NOT NULL REFERENCES entity(row), -- an entity with such a name
  PRIMARY KEY (key, entity)
) WITHOUT ROWID;

-- Full text of names, with the words themselves; its rowid is alias.row.
--   form: a form of a name, whose alias is not "different"
CREATE VIRTUAL TABLE alias_words USING fts5(form, tokenize='unicode61 remove_diacritics 2');

-- Offices of an entity, with the period in which documents show them.
CREATE TABLE role (
  row INTEGER PRIMARY KEY, -- number inside this file
  entity INTEGER NOT NULL REFERENCES entity(row), -- whose
  text TEXT NOT NULL, -- as printed or given
  first_day TEXT, -- published on this day, or EDTF as given by an import; NULL is unknown
  last_day TEXT, -- the last such day
  documents INTEGER NOT NULL, -- how many documents showed it; 0 where it was given
  by TEXT NOT NULL, -- as `entity.by`
  decision INTEGER REFERENCES decision(row) -- the decision that gave it; NULL for a guess
);
CREATE UNIQUE INDEX role_guessed ON role (entity, text) WHERE decision IS NULL;
CREATE INDEX role_given ON role (decision) WHERE decision IS NOT NULL;
CREATE INDEX role_by_entity ON role (entity);

-- The documents in which an office was shown, so that none is counted twice when it is linked again.
CREATE TABLE role_shown (
  role INTEGER NOT NULL REFERENCES role(row), -- the office
  document INTEGER NOT NULL REFERENCES document(row), -- a document that showed it
  PRIMARY KEY (role, document)
) WITHOUT ROWID;

-- Judgements that a span denotes an entity; withdrawn, never edited. One at most stands for a span.
CREATE TABLE link (
  row INTEGER PRIMARY KEY, -- number inside this file
  document INTEGER NOT NULL REFERENCES document(row), -- where the span stands
  span_start INTEGER NOT NULL, -- first code point
  span_end INTEGER NOT NULL, -- past the last code point
  entity INTEGER NOT NULL REFERENCES entity(row), -- whom it denotes; follow `entity.merged`
  judgement TEXT NOT NULL, -- same; or different: a person said that the span does not denote the entity
  score REAL NOT NULL, -- between 0 and 1; 1 where a person decided
  by TEXT NOT NULL, -- as `entity.by`
  evidence TEXT NOT NULL, -- why, in words
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  withdrawn TEXT, -- when it ceased to hold; NULL while it stands
  decision INTEGER REFERENCES decision(row), -- the decision that made it; NULL for a guess
  ended_by INTEGER REFERENCES decision(row) -- the decision that withdrew it, which brings it back when undone
);
CREATE UNIQUE INDEX link_by_span ON link (document, span_start, span_end)
  WHERE withdrawn IS NULL AND judgement = 'same';
CREATE INDEX link_denied ON link (document) WHERE withdrawn IS NULL AND judgement = 'different';
CREATE INDEX link_by_entity ON link (entity, score) WHERE withdrawn IS NULL AND judgement = 'same';
CREATE INDEX link_by_decision ON link (decision) WHERE decision IS NOT NULL;
CREATE INDEX link_ended_by ON link (ended_by) WHERE ended_by IS NOT NULL;

-- Which statements are whose: what follows from the links that stand, for the listed readings.
CREATE TABLE voice (
  entity INTEGER NOT NULL REFERENCES entity(row), -- who speaks, as linked; follow `entity.merged`
  statement INTEGER NOT NULL REFERENCES statement(row), -- what was said
  part TEXT NOT NULL, -- speaker, or member of a collective speaker
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  PRIMARY KEY (entity, statement, part)
) WITHOUT ROWID;
CREATE INDEX voice_by_statement ON voice (statement);

-- What only a person can decide: whether two entities, or a name without an entity and an entity, are one.
CREATE TABLE doubt (
  row INTEGER PRIMARY KEY, -- number inside this file
  one INTEGER REFERENCES entity(row), -- an entity; NULL where a name stays unlinked
  name TEXT NOT NULL, -- the name that raised the doubt
  other INTEGER NOT NULL REFERENCES entity(row), -- the entity it may be
  score REAL NOT NULL, -- how likely they are one, between 0 and 1
  reason TEXT NOT NULL, -- why it is doubtful, in words
  document INTEGER REFERENCES document(row), -- the first document that raised it
  documents INTEGER NOT NULL, -- how many did
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  settled INTEGER REFERENCES decision(row) -- the decision that settled it; NULL while it is open
);
CREATE UNIQUE INDEX doubt_of_pair ON doubt (one, other) WHERE one IS NOT NULL;
CREATE UNIQUE INDEX doubt_of_name ON doubt (name, other) WHERE one IS NULL;

-- What persons decided. Nothing that a decision made is undone by linking anew, only by withdrawing it.
CREATE TABLE decision (
  row INTEGER PRIMARY KEY, -- its number
  verb TEXT NOT NULL, -- merge, split, rename, apart, name or import
  entity INTEGER REFERENCES entity(row), -- of which it was decided; NULL for an import
  other INTEGER REFERENCES entity(row), -- merge: into this; split: this came of it; apart: not this
  value TEXT, -- rename: the new name; split and name: the form; import: the file and its digest
  author TEXT NOT NULL, -- who decided
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  withdrawn TEXT -- when it was undone; NULL while it holds
);
CREATE INDEX decision_by_entity ON decision (entity);
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

TABLES = "".join(
    (
        _DOCUMENT, _FOUND, _WORDS, _SHOWN, _WHO,
        trace_tables.TABLES, check_tables.TABLES, review_tables.TABLES, _STEPS,
    )
)  # fmt: skip

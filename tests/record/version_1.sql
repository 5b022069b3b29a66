-- The schema of version 1 as it was released; records of it exist, so this file never changes.

CREATE TABLE document (
  row INTEGER PRIMARY KEY, 
  id TEXT NOT NULL UNIQUE, 
  path TEXT NOT NULL, 
  source TEXT NOT NULL, 
  outlet TEXT, 
  url TEXT, 
  title TEXT, 
  authors TEXT NOT NULL, 
  kind TEXT NOT NULL, 
  language TEXT, 
  published TEXT, 
  published_earliest TEXT, 
  published_latest TEXT, 
  updated TEXT, 
  updated_earliest TEXT, 
  updated_latest TEXT, 
  fetched TEXT, 
  fetched_earliest TEXT, 
  fetched_latest TEXT, 
  digest TEXT NOT NULL, 
  version INTEGER NOT NULL, 
  newest INTEGER NOT NULL, 
  reading INTEGER NOT NULL REFERENCES reading(row), 
  rank INTEGER NOT NULL, 
  first_day TEXT, 
  last_day TEXT, 
  words INTEGER NOT NULL, 
  added TEXT NOT NULL, 
  UNIQUE (source, digest)
);

CREATE INDEX document_by_rank ON document (rank, row);

CREATE INDEX document_by_digest ON document (digest);

CREATE TABLE text (
  document INTEGER PRIMARY KEY REFERENCES document(row), 
  text TEXT NOT NULL 
);

CREATE TABLE page (
  document INTEGER PRIMARY KEY REFERENCES document(row), 
  size INTEGER NOT NULL, 
  data BLOB NOT NULL 
);

CREATE TABLE place (
  row INTEGER PRIMARY KEY, 
  document INTEGER NOT NULL REFERENCES document(row), 
  path TEXT NOT NULL, 
  source TEXT NOT NULL, 
  since TEXT NOT NULL 
);

CREATE INDEX place_by_document ON place (document);

CREATE TABLE reading (
  row INTEGER PRIMARY KEY, 
  document INTEGER NOT NULL REFERENCES document(row), 
  key TEXT NOT NULL, 
  made TEXT NOT NULL, 
  first_passage INTEGER, 
  passages INTEGER NOT NULL, 
  first_statement INTEGER, 
  statements INTEGER NOT NULL 
);

CREATE INDEX reading_by_document ON reading (document);

CREATE TABLE passage (
  row INTEGER PRIMARY KEY, 
  document INTEGER NOT NULL REFERENCES document(row), 
  reading INTEGER NOT NULL REFERENCES reading(row), 
  number INTEGER NOT NULL, 
  span_start INTEGER NOT NULL, 
  span_end INTEGER NOT NULL, 
  kind TEXT NOT NULL, 
  label_start INTEGER, 
  label_end INTEGER 
);

CREATE TABLE statement (
  row INTEGER PRIMARY KEY, 
  id TEXT NOT NULL, 
  document INTEGER NOT NULL REFERENCES document(row), 
  reading INTEGER NOT NULL REFERENCES reading(row), 
  passage INTEGER NOT NULL, 
  content TEXT NOT NULL, 
  cue_start INTEGER, 
  cue_end INTEGER, 
  speaker_start INTEGER, 
  speaker_end INTEGER, 
  speaker_name TEXT, 
  speaker_kind TEXT, 
  speaker_members TEXT, 
  addressee_start INTEGER, 
  addressee_end INTEGER, 
  via TEXT, 
  said TEXT, 
  said_earliest TEXT, 
  said_latest TEXT, 
  said_start INTEGER, 
  said_end INTEGER, 
  said_basis TEXT, 
  mode TEXT NOT NULL, 
  act TEXT NOT NULL, 
  rule TEXT NOT NULL, 
  score REAL NOT NULL 
);

CREATE VIRTUAL TABLE statement_words USING fts5(
  words, speaker, outlet, mode, act, language, attributed, id,
  content='', columnsize=0, prefix='3', tokenize='unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE passage_words USING fts5(
  words, outlet, language,
  content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE step (
  key TEXT PRIMARY KEY, 
  source TEXT NOT NULL, 
  finished TEXT NOT NULL 
) WITHOUT ROWID;

CREATE TABLE failure (
  row INTEGER PRIMARY KEY, 
  path TEXT NOT NULL, 
  source TEXT NOT NULL, 
  item TEXT NOT NULL, 
  key TEXT NOT NULL, 
  reason TEXT NOT NULL, 
  remedy TEXT NOT NULL, 
  recorded TEXT NOT NULL, 
  resolved TEXT 
);

CREATE INDEX failure_by_item ON failure (item) WHERE resolved IS NULL;

CREATE INDEX failure_by_source ON failure (source) WHERE resolved IS NULL;

INSERT INTO statement_words(statement_words, rank) VALUES ('hashsize', 16777216);

INSERT INTO statement_words(statement_words, rank) VALUES ('automerge', 8);

INSERT INTO passage_words(passage_words, rank) VALUES ('hashsize', 16777216);

INSERT INTO passage_words(passage_words, rank) VALUES ('automerge', 8);

PRAGMA application_id = 1869509219;
PRAGMA user_version = 1;

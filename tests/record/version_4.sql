-- The schema of version 4 as it was released; records of it exist, so this file never changes.

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
  host TEXT,
  UNIQUE (source, digest)
);

CREATE INDEX document_by_rank ON document (rank, row);

CREATE INDEX document_by_digest ON document (digest);

CREATE INDEX document_old ON document (row) WHERE newest = 0;

CREATE INDEX document_by_outlet ON document (outlet);

CREATE INDEX document_by_host ON document (host);

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
  statements INTEGER NOT NULL,
  figures INTEGER,
  linked TEXT,
  inferred TEXT,
  inferred_earliest TEXT,
  inferred_latest TEXT,
  inferred_start INTEGER,
  inferred_end INTEGER,
  inferred_basis TEXT
);

CREATE INDEX reading_by_document ON reading (document);

CREATE INDEX reading_unlinked ON reading (document) WHERE linked IS NULL AND figures > 0;

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

CREATE TABLE time (
  reading INTEGER NOT NULL REFERENCES reading(row),
  number INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(row),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  edtf TEXT NOT NULL,
  earliest TEXT NOT NULL,
  latest TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (reading, number)
) WITHOUT ROWID;

CREATE TABLE figure (
  reading INTEGER NOT NULL REFERENCES reading(row),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT,
  names TEXT NOT NULL,
  roles TEXT NOT NULL,
  mentions TEXT NOT NULL,
  members TEXT NOT NULL,
  PRIMARY KEY (reading, number)
) WITHOUT ROWID;

CREATE TABLE entity (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  printed TEXT NOT NULL,
  wikidata TEXT,
  made TEXT NOT NULL,
  by TEXT NOT NULL,
  merged INTEGER REFERENCES entity(row)
);

CREATE INDEX entity_merged ON entity (merged) WHERE merged IS NOT NULL;

CREATE INDEX entity_by_wikidata ON entity (wikidata) WHERE wikidata IS NOT NULL;

CREATE TABLE alias (
  row INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entity(row),
  form TEXT NOT NULL,
  normal TEXT NOT NULL,
  judgement TEXT NOT NULL,
  since TEXT NOT NULL,
  by TEXT NOT NULL,
  decision INTEGER REFERENCES decision(row),
  UNIQUE (entity, form, judgement, by)
);

CREATE INDEX alias_by_normal ON alias (normal, entity);

CREATE INDEX alias_by_decision ON alias (decision) WHERE decision IS NOT NULL;

CREATE TABLE name_key (
  key TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity(row),
  PRIMARY KEY (key, entity)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE alias_words USING fts5(form, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE role (
  row INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entity(row),
  text TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  documents INTEGER NOT NULL,
  by TEXT NOT NULL,
  decision INTEGER REFERENCES decision(row)
);

CREATE UNIQUE INDEX role_guessed ON role (entity, text) WHERE decision IS NULL;

CREATE INDEX role_given ON role (decision) WHERE decision IS NOT NULL;

CREATE INDEX role_by_entity ON role (entity);

CREATE TABLE role_shown (
  role INTEGER NOT NULL REFERENCES role(row),
  document INTEGER NOT NULL REFERENCES document(row),
  PRIMARY KEY (role, document)
) WITHOUT ROWID;

CREATE TABLE link (
  row INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(row),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity(row),
  judgement TEXT NOT NULL,
  score REAL NOT NULL,
  by TEXT NOT NULL,
  evidence TEXT NOT NULL,
  made TEXT NOT NULL,
  withdrawn TEXT,
  decision INTEGER REFERENCES decision(row),
  ended_by INTEGER REFERENCES decision(row)
);

CREATE UNIQUE INDEX link_by_span ON link (document, span_start, span_end)
  WHERE withdrawn IS NULL AND judgement = 'same';

CREATE INDEX link_denied ON link (document) WHERE withdrawn IS NULL AND judgement = 'different';

CREATE INDEX link_by_entity ON link (entity, score) WHERE withdrawn IS NULL AND judgement = 'same';

CREATE INDEX link_by_decision ON link (decision) WHERE decision IS NOT NULL;

CREATE INDEX link_ended_by ON link (ended_by) WHERE ended_by IS NOT NULL;

CREATE TABLE voice (
  entity INTEGER NOT NULL REFERENCES entity(row),
  statement INTEGER NOT NULL REFERENCES statement(row),
  part TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document(row),
  PRIMARY KEY (entity, statement, part)
) WITHOUT ROWID;

CREATE INDEX voice_by_statement ON voice (statement);

CREATE TABLE doubt (
  row INTEGER PRIMARY KEY,
  one INTEGER REFERENCES entity(row),
  name TEXT NOT NULL,
  other INTEGER NOT NULL REFERENCES entity(row),
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  document INTEGER REFERENCES document(row),
  documents INTEGER NOT NULL,
  made TEXT NOT NULL,
  settled INTEGER REFERENCES decision(row)
);

CREATE UNIQUE INDEX doubt_of_pair ON doubt (one, other) WHERE one IS NOT NULL;

CREATE UNIQUE INDEX doubt_of_name ON doubt (name, other) WHERE one IS NULL;

CREATE TABLE decision (
  row INTEGER PRIMARY KEY,
  verb TEXT NOT NULL,
  entity INTEGER REFERENCES entity(row),
  other INTEGER REFERENCES entity(row),
  value TEXT,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  withdrawn TEXT
);

CREATE INDEX decision_by_entity ON decision (entity);

CREATE TABLE traced (
  document INTEGER PRIMARY KEY REFERENCES document(row),
  reading INTEGER NOT NULL REFERENCES reading(row),
  version INTEGER NOT NULL,
  sketch BLOB NOT NULL
);

CREATE TABLE piece (
  document INTEGER NOT NULL REFERENCES document(row),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  wording INTEGER NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (document, span_start, wording)
) WITHOUT ROWID;

CREATE INDEX piece_by_wording ON piece (wording, document, span_start, span_end, words);

CREATE TABLE key_run (
  row INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  level INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  keys BLOB NOT NULL,
  wordings BLOB NOT NULL,
  around BLOB NOT NULL
);

CREATE INDEX key_run_by_first ON key_run (run, first, last);

CREATE TABLE likeness (
  one INTEGER NOT NULL,
  other INTEGER NOT NULL,
  one_start INTEGER NOT NULL,
  one_end INTEGER NOT NULL,
  other_start INTEGER NOT NULL,
  other_end INTEGER NOT NULL,
  same INTEGER NOT NULL,
  PRIMARY KEY (one, other, one_start)
) WITHOUT ROWID;

CREATE INDEX likeness_by_other ON likeness (other, one);

CREATE TABLE stirred (
  wording INTEGER PRIMARY KEY
);

CREATE TABLE family (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  members INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  first TEXT,
  last TEXT
);

CREATE INDEX family_by_reports ON family (reports);

CREATE TABLE member (
  family INTEGER NOT NULL REFERENCES family(row),
  number INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(row),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  statement TEXT,
  report INTEGER NOT NULL,
  wording INTEGER NOT NULL,
  PRIMARY KEY (family, number)
) WITHOUT ROWID;

CREATE INDEX member_by_document ON member (document, span_start);

CREATE INDEX member_by_wording ON member (wording);

CREATE INDEX member_by_statement ON member (statement) WHERE statement IS NOT NULL;

CREATE TABLE hop (
  family INTEGER NOT NULL REFERENCES family(row),
  earlier INTEGER NOT NULL,
  later INTEGER NOT NULL,
  earlier_start INTEGER NOT NULL,
  earlier_end INTEGER NOT NULL,
  later_start INTEGER NOT NULL,
  later_end INTEGER NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (family, later, earlier, earlier_start)
) WITHOUT ROWID;

CREATE TABLE checked (
  document INTEGER PRIMARY KEY REFERENCES document(row),
  reading INTEGER NOT NULL REFERENCES reading(row),
  key TEXT NOT NULL
);

CREATE TABLE claim (
  row INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(row),
  matter TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  value TEXT NOT NULL,
  day TEXT NOT NULL,
  outlet TEXT NOT NULL,
  statement TEXT NOT NULL,
  voice TEXT NOT NULL,
  entity TEXT NOT NULL
);

CREATE INDEX claim_by_matter ON claim (matter);

CREATE INDEX claim_by_document ON claim (document);

CREATE TABLE stirred_matter (
  matter TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE checked_family (
  family TEXT PRIMARY KEY,
  key TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE finding (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  origin TEXT NOT NULL,
  name TEXT NOT NULL,
  message TEXT NOT NULL,
  explanation TEXT NOT NULL,
  score REAL NOT NULL,
  day TEXT,
  UNIQUE (origin, id)
);

CREATE INDEX finding_by_id ON finding (id);

CREATE TABLE finding_passage (
  finding INTEGER NOT NULL REFERENCES finding(row),
  number INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(row),
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (finding, number)
) WITHOUT ROWID;

CREATE INDEX finding_passage_by_document ON finding_passage (document, finding);

CREATE TABLE finding_statement (
  finding INTEGER NOT NULL REFERENCES finding(row),
  statement TEXT NOT NULL,
  PRIMARY KEY (finding, statement)
) WITHOUT ROWID;

CREATE INDEX finding_statement_by_statement ON finding_statement (statement);

CREATE TABLE review (
  row INTEGER PRIMARY KEY,
  finding TEXT NOT NULL,
  name TEXT NOT NULL,
  passages TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  withdrawn TEXT
);

CREATE INDEX review_by_finding ON review (finding) WHERE withdrawn IS NULL;

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
PRAGMA user_version = 4;

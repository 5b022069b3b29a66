"""The tables of checking hold what can be found again from the documents, and what persons said of it."""

from __future__ import annotations

TABLES = """
-- Which reading of a document was checked. What is not here, or was checked by another step, waits.
CREATE TABLE checked (
  document INTEGER PRIMARY KEY REFERENCES document(row), -- which
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading that was checked
  key TEXT NOT NULL -- the step: a digest of the version of checking, the checks and the facts
);

-- What a passage says of something that other passages may say otherwise.
CREATE TABLE claim (
  row INTEGER PRIMARY KEY, -- number inside this file
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  matter TEXT NOT NULL, -- the check and its key, a space between; claims of one matter are compared
  span_start INTEGER NOT NULL, -- first code point of the passage to show
  span_end INTEGER NOT NULL, -- past the last
  value TEXT NOT NULL, -- what is claimed, in the check's own JSON
  day TEXT NOT NULL, -- the first day on which it was said or published, YYYY-MM-DD, or ""
  outlet TEXT NOT NULL, -- the outlet's name or its host, or ""
  statement TEXT NOT NULL, -- the id of the statement that it stands in, or ""
  voice TEXT NOT NULL, -- who speaks there, or ""
  entity TEXT NOT NULL -- the id of who speaks, or ""
);
CREATE INDEX claim_by_matter ON claim (matter);
CREATE INDEX claim_by_document ON claim (document);

-- Matters whose claims are to be compared anew.
CREATE TABLE stirred_matter (
  matter TEXT PRIMARY KEY -- which
) WITHOUT ROWID;

-- Families of words that travel whose changes were checked; one that is made anew is here no more.
CREATE TABLE checked_family (
  family TEXT PRIMARY KEY, -- the id of the family
  key TEXT NOT NULL -- as in checked
) WITHOUT ROWID;

-- Passages that do not fit one another or the calendar. What two matters found is here twice.
CREATE TABLE finding (
  row INTEGER PRIMARY KEY, -- number inside this file
  id TEXT NOT NULL, -- 16 hexadecimal digits, the same for the same check of the same passages
  origin TEXT NOT NULL, -- what it was found in: "document " and its row, a matter, or "family " and its id
  name TEXT NOT NULL, -- the check's name
  message TEXT NOT NULL, -- one sentence saying what does not fit
  explanation TEXT NOT NULL, -- the arithmetic
  score REAL NOT NULL, -- how likely a reader would agree, between 0 and 1
  day TEXT, -- the last day on which one of its documents was published, YYYY-MM-DD
  UNIQUE (origin, id)
);
CREATE INDEX finding_by_id ON finding (id);

-- The passages of a finding, in the order of its message.
CREATE TABLE finding_passage (
  finding INTEGER NOT NULL REFERENCES finding(row), -- which finding
  number INTEGER NOT NULL, -- from 0
  document INTEGER NOT NULL REFERENCES document(row), -- where
  span_start INTEGER NOT NULL, -- first code point
  span_end INTEGER NOT NULL, -- past the last code point
  PRIMARY KEY (finding, number)
) WITHOUT ROWID;
CREATE INDEX finding_passage_by_document ON finding_passage (document, finding);

-- The statements that the passages of a finding stand in.
CREATE TABLE finding_statement (
  finding INTEGER NOT NULL REFERENCES finding(row), -- which finding
  statement TEXT NOT NULL, -- the statement's id
  PRIMARY KEY (finding, statement)
) WITHOUT ROWID;
CREATE INDEX finding_statement_by_statement ON finding_statement (statement);

-- What persons decided of findings. The last decision that is not withdrawn holds, for every finding of the
-- same check whose passages overlap.
CREATE TABLE review (
  row INTEGER PRIMARY KEY, -- its number
  finding TEXT NOT NULL, -- the finding's id when it was decided
  name TEXT NOT NULL, -- the check's name
  passages TEXT NOT NULL, -- its passages then: a JSON array of [document row, start, end], sorted
  verdict TEXT NOT NULL, -- accepted or rejected
  note TEXT NOT NULL, -- what was written, or ""
  author TEXT NOT NULL, -- who decided
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  withdrawn TEXT -- when it was undone; NULL while it holds
);
CREATE INDEX review_by_finding ON review (finding) WHERE withdrawn IS NULL;
"""

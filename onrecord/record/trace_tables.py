"""The tables of tracing hold nothing that could not be made again from the documents."""

from __future__ import annotations

TABLES = """
-- Which reading of a document was cut into pieces. What is not here, or was cut by another version, waits.
CREATE TABLE traced (
  document INTEGER PRIMARY KEY REFERENCES document(row), -- which
  reading INTEGER NOT NULL REFERENCES reading(row), -- the reading whose passages were cut
  version INTEGER NOT NULL, -- the version of tracing that cut them
  sketch BLOB NOT NULL -- the smallest of its keys, by which copies of whole documents are known
);

-- Passages, long ones in parts, with their wording: equal for pieces with the same words.
CREATE TABLE piece (
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  span_start INTEGER NOT NULL, -- first code point
  span_end INTEGER NOT NULL, -- past the last code point
  wording INTEGER NOT NULL, -- a digest of its words; odd for a web address
  words INTEGER NOT NULL, -- how many words it has
  PRIMARY KEY (document, span_start, wording)
) WITHOUT ROWID;
CREATE INDEX piece_by_wording ON piece (wording, document, span_start, span_end, words);

-- Keys of wordings: digests of short runs of telling words. Two wordings with a key in common may be alike.
CREATE TABLE key_run (
  row INTEGER PRIMARY KEY, -- number inside this file
  run INTEGER NOT NULL, -- parts with the same number are one sorted run of keys
  level INTEGER NOT NULL, -- runs of one level are merged into one of the next
  first INTEGER NOT NULL, -- the smallest key of this part
  last INTEGER NOT NULL, -- the largest
  keys BLOB NOT NULL, -- the keys in order, unsigned numbers of 32 bits, least byte first
  wordings BLOB NOT NULL, -- their wordings, signed numbers of 64 bits, least byte first
  around BLOB NOT NULL -- four bits of each of the words around the key, unsigned numbers of 32 bits
);
CREATE INDEX key_run_by_first ON key_run (run, first, last);

-- Stretches that two wordings have in common, word for word or nearly.
CREATE TABLE likeness (
  one INTEGER NOT NULL, -- a wording
  other INTEGER NOT NULL, -- another, whose digest is larger
  one_start INTEGER NOT NULL, -- first word, counted in the wording
  one_end INTEGER NOT NULL, -- past the last word
  other_start INTEGER NOT NULL, -- first word in the other
  other_end INTEGER NOT NULL, -- past the last
  same INTEGER NOT NULL, -- how many words are the same
  PRIMARY KEY (one, other, one_start)
) WITHOUT ROWID;
CREATE INDEX likeness_by_other ON likeness (other, one);

-- Wordings whose families are to be made anew.
CREATE TABLE stirred (
  wording INTEGER PRIMARY KEY -- which
);

-- Families: all the places where the same words stand, or nearly the same.
CREATE TABLE family (
  row INTEGER PRIMARY KEY, -- number inside this file
  id TEXT NOT NULL UNIQUE, -- 16 hexadecimal digits, the same whatever the order of adding
  kind TEXT NOT NULL, -- statement, passage or formula
  members INTEGER NOT NULL, -- places
  documents INTEGER NOT NULL, -- documents among them
  reports INTEGER NOT NULL, -- documents, copies of whole documents counted once
  outlets INTEGER NOT NULL, -- outlets that are known among them
  first TEXT, -- the first day of the earliest member whose date is known, YYYY-MM-DD
  last TEXT -- the last day of the latest
);
CREATE INDEX family_by_reports ON family (reports);

-- The places of a family, earliest first.
CREATE TABLE member (
  family INTEGER NOT NULL REFERENCES family(row), -- which family
  number INTEGER NOT NULL, -- position in the family, from 0
  document INTEGER NOT NULL REFERENCES document(row), -- where
  span_start INTEGER NOT NULL, -- first code point
  span_end INTEGER NOT NULL, -- past the last code point
  statement TEXT, -- the id of the statement that it is or stands in
  report INTEGER NOT NULL, -- the same number for copies of one whole document
  wording INTEGER NOT NULL, -- the wording of the piece that it stands in
  PRIMARY KEY (family, number)
) WITHOUT ROWID;
CREATE INDEX member_by_document ON member (document, span_start);
CREATE INDEX member_by_wording ON member (wording);
CREATE INDEX member_by_statement ON member (statement) WHERE statement IS NOT NULL;

-- Which member repeats which; what was changed on the way is read from the texts when it is asked for.
CREATE TABLE hop (
  family INTEGER NOT NULL REFERENCES family(row), -- in which family
  earlier INTEGER NOT NULL, -- number of the earlier member
  later INTEGER NOT NULL, -- number of the later member
  earlier_start INTEGER NOT NULL, -- first code point in the earlier document
  earlier_end INTEGER NOT NULL, -- past the last
  later_start INTEGER NOT NULL, -- first code point in the later document
  later_end INTEGER NOT NULL, -- past the last
  basis TEXT NOT NULL, -- what shows the order: named, said, published, fuller or unknown
  PRIMARY KEY (family, later, earlier, earlier_start)
) WITHOUT ROWID;
"""

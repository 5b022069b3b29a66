"""Decisions about statements are only added; what they mean for what is listed is made anew from them."""

from __future__ import annotations

TABLES = """
-- What persons decided of statements: each row is all that holds from then on. The last one of a statement
-- that is not withdrawn holds; when it is withdrawn, the one before holds again.
CREATE TABLE statement_review (
  row INTEGER PRIMARY KEY, -- its number; shown with an s before it
  statement TEXT NOT NULL, -- the statement's id when it was decided
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  verdict TEXT NOT NULL, -- accepted, rejected, corrected or noted
  content TEXT, -- the words as corrected: a JSON array of [start, end]; NULL as found
  speaker_start INTEGER, -- where the mention of the speaker starts, as corrected; NULL as found
  speaker_end INTEGER, -- and where it ends
  entity INTEGER REFERENCES entity(row), -- who speaks, as corrected; NULL as linked; follow `entity.merged`
  nobody INTEGER NOT NULL, -- 1 where the person said that no speaker is shown, else 0
  note TEXT NOT NULL, -- what was written, or ""
  author TEXT NOT NULL, -- who decided
  made TEXT NOT NULL, -- when, ISO 8601 in UTC
  withdrawn TEXT, -- when it was undone; NULL while it is not
  seen_content TEXT NOT NULL, -- the words as the person left them, as `content`
  seen_start INTEGER, -- where the mention of the speaker started then; NULL was none
  seen_end INTEGER, -- and where it ended
  seen_entity INTEGER REFERENCES entity(row) -- who spoke then; NULL was nobody known
);
CREATE INDEX statement_review_by_statement ON statement_review (statement);
CREATE INDEX statement_review_by_document ON statement_review (document);
CREATE INDEX statement_review_by_entity ON statement_review (entity) WHERE entity IS NOT NULL;

-- The statements of the listed readings of which a person decided: what follows from statement_review.
CREATE TABLE reviewed (
  statement INTEGER PRIMARY KEY REFERENCES statement(row), -- which
  id TEXT NOT NULL, -- its id
  document INTEGER NOT NULL REFERENCES document(row), -- where it stands
  review INTEGER NOT NULL REFERENCES statement_review(row), -- the decision that holds
  verdict TEXT NOT NULL, -- its verdict
  content TEXT, -- the words that are listed, as `statement.content`; NULL as found
  speaker TEXT, -- what statement_words has for its speaker; NULL as found
  attributed TEXT -- yes or no, as statement_words has it; NULL as found
);
CREATE INDEX reviewed_by_document ON reviewed (document);
CREATE INDEX reviewed_by_verdict ON reviewed (verdict, statement);
"""

-- Version 0005: two columns more. Frozen: a change is a new version.
-- SQLite puts them before what is said of the last column that was there.

ALTER TABLE statements ADD COLUMN channel_confidence  -- How likely the channel is, where a passage lends it.
    REAL;

ALTER TABLE statements ADD COLUMN said_confidence  -- How likely it was said then, where a passage lends that.
    REAL /* and said_span: */;

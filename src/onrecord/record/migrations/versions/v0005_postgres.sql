-- Version 0005: two columns more. Frozen: a change is a new version.

ALTER TABLE statements ADD COLUMN channel_confidence DOUBLE PRECISION;

COMMENT ON COLUMN statements.channel_confidence IS 'How likely the channel is, where a passage lends it.';

ALTER TABLE statements ADD COLUMN said_confidence DOUBLE PRECISION;

COMMENT ON COLUMN statements.said_confidence IS 'How likely it was said then, where a passage lends that.';

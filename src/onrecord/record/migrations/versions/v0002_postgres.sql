-- What version 0002 changes for PostgreSQL. Frozen: a change is a new version.

COMMENT ON COLUMN statements.said
IS 'When, as in the article: 2025-03-02; empty: looked for, and nothing tells.';

COMMENT ON COLUMN statements.confidence IS '0-1; over 1: in ten-thousandths.';

COMMENT ON COLUMN statements.speaker_confidence
IS 'The same; null where no speaker was looked for.';

DROP INDEX listing_by_time;

CREATE INDEX listing_by_time ON listing (at);

DROP INDEX listing_by_speaker;

CREATE INDEX listing_by_speaker ON listing (speaker, at) WHERE speaker IS NOT NULL;

DROP INDEX listing_by_profile;

CREATE INDEX listing_by_profile ON listing (profile, at);

-- What version 0002 changes for SQLite. Frozen: a change is a new version.

-- Rows that point at statements wait for them until the end.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE statements_before AS SELECT * FROM statements;

DROP TABLE statements;

CREATE TABLE statements (  -- Findings: who says what, as places in an article.
    number INTEGER NOT NULL,  -- Order of arrival.
    id TEXT NOT NULL,  -- Made from its article and spans: st1_….
    article INTEGER NOT NULL,  -- Where it stands.
    profile INTEGER NOT NULL,  -- Kind, act, type and so on, as found.
    maker INTEGER NOT NULL,  -- What found it.
    is_current INTEGER NOT NULL,  -- 0: a newer reading of the article does not have it.
    content TEXT NOT NULL,  -- What was said: start-end start-end.
    source TEXT,  -- Who said it, as spans.
    cue TEXT,  -- What signals it, as spans.
    parent TEXT,  -- Id of the statement it stands inside.
    confidence REAL NOT NULL,  -- 0-1; over 1: in ten-thousandths.
    name TEXT,  -- The speaker's full name, as a span.
    title TEXT,  -- Their role, as a span.
    speaks_for TEXT,  -- The organisation spoken for, as a span.
    standing TEXT,  -- Why to listen to them, as spans.
    speaker_confidence REAL,  -- The same; null where no speaker was looked for.
    known TEXT,  -- JSON [id, name, role] in a table of people given beforehand.
    channel TEXT,  -- Span and name of the channel: start-end name.
    place TEXT,  -- As a span.
    occasion TEXT,  -- As a span.
    addressee TEXT,  -- As a span.
    carried TEXT,  -- Which of channel, place, occasion, addressee come from context.
    said TEXT,  -- When, as in the article: 2025-03-02; empty: looked for, and nothing tells.
    said_start TEXT,  -- First day or moment, ISO.
    said_end TEXT,  -- First day or moment after it, ISO.
    said_grain TEXT,  -- day, month, …
    said_basis TEXT,  -- stated, context, published.
    said_span TEXT,  -- The words that tell it, as a span.
    PRIMARY KEY (number),
    FOREIGN KEY(article) REFERENCES articles (number),
    FOREIGN KEY(profile) REFERENCES profiles (number),
    FOREIGN KEY(maker) REFERENCES makers (number)
) STRICT;

INSERT INTO statements SELECT
    number,
    id,
    article,
    profile,
    maker,
    is_current,
    content,
    source,
    cue,
    parent,
    CASE
        WHEN round(confidence * 10000) > 1 AND round(confidence * 10000) / 10000 = confidence
        THEN round(confidence * 10000)
        ELSE confidence
    END,
    name,
    title,
    speaks_for,
    standing,
    CASE
        WHEN round(speaker_confidence * 10000) > 1 AND round(speaker_confidence * 10000) / 10000 = speaker_confidence
        THEN round(speaker_confidence * 10000)
        ELSE speaker_confidence
    END,
    known,
    channel,
    place,
    occasion,
    addressee,
    carried,
    CASE WHEN said = 'PAST_REF' AND said_basis = 'published' THEN '' ELSE said END,
    said_start,
    said_end,
    said_grain,
    CASE WHEN said = 'PAST_REF' AND said_basis = 'published' THEN NULL ELSE said_basis END,
    said_span
FROM statements_before
ORDER BY number;

DROP TABLE statements_before;

CREATE INDEX ix_statements_article ON statements (article);

-- Five signs of an id's sixteen tell 32 million apart, in half the room.
CREATE INDEX statements_by_id ON statements (substr(id, 5, 5));

-- A table's number stands in each of its indices already.
DROP INDEX listing_by_time;

CREATE INDEX listing_by_time ON listing (at);

DROP INDEX listing_by_speaker;

CREATE INDEX listing_by_speaker ON listing (speaker, at) WHERE speaker IS NOT NULL;

DROP INDEX listing_by_profile;

CREATE INDEX listing_by_profile ON listing (profile, at);

-- What version 0003 changes for PostgreSQL. Frozen: a change is a new version.

-- Searches found a statement's words in a table of their own, 215 bytes wide, and
-- its row in the list by its number, one after the other. Now the list has both:
-- the words as text (99 bytes), and an index of them beside the others, which the
-- planner intersects with them before it reads a row.
CREATE FUNCTION words_of(words TEXT) RETURNS TSVECTOR
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
-- Enough for the planner to ask the index rather than make words of each row, and not so
-- much that it intersects with an index of most rows to be spared a few.
COST 100
AS 'BEGIN RETURN array_to_tsvector(string_to_array(btrim(words), '' '')); END';

COMMENT ON FUNCTION words_of IS 'What the index of words holds of a text.';

DROP VIEW entries;

ALTER TABLE listing RENAME TO listing_before;

ALTER TABLE listing_before DROP CONSTRAINT listing_pkey;

DROP INDEX listing_by_time;

DROP INDEX listing_by_speaker;

DROP INDEX listing_by_outlet;

DROP INDEX listing_by_profile;

-- Wide columns first, so that none needs padding. No foreign keys: it is derived, and each
-- is a look-up for each statement that is added.
CREATE TABLE listing (
    at BIGINT NOT NULL,
    published_at BIGINT,
    statement INTEGER NOT NULL,
    profile INTEGER NOT NULL,
    speaker INTEGER,
    outlet INTEGER NOT NULL,
    year SMALLINT,
    confidence SMALLINT NOT NULL,
    words TEXT NOT NULL
);

INSERT INTO listing SELECT
    l.at,
    l.published_at,
    l.statement,
    l.profile,
    l.speaker,
    l.outlet,
    l.year,
    l.confidence,
    ' ' || coalesce(
        (
            SELECT string_agg(one.lexeme, ' ' ORDER BY place)
            FROM unnest(w.words) AS one, unnest(one.positions) AS place
        ) || ' ',
        ''
    )
FROM listing_before AS l
LEFT JOIN words_index AS w ON w.statement = l.statement
ORDER BY l.statement;

DROP TABLE listing_before;

DROP TABLE words_index;

ALTER TABLE listing ADD PRIMARY KEY (statement);

CREATE INDEX listing_by_time ON listing (at);

CREATE INDEX listing_by_speaker ON listing (speaker, at) WHERE speaker IS NOT NULL;

CREATE INDEX listing_by_outlet ON listing (outlet, at);

-- Without the time, equal profiles share an entry, and half of the index is saved.
CREATE INDEX listing_by_profile ON listing (profile);

-- What is new waits in a list that searches read as well, until 256 KB go into the index
-- together: a quarter less work for each statement, and a third of the log.
CREATE INDEX listing_by_word ON listing USING gin (words_of(words))
WITH (fastupdate = on, gin_pending_list_limit = 256);

COMMENT ON TABLE listing IS 'What searches look through: current and not rejected, corrected; derived.';

COMMENT ON COLUMN listing.at IS 'When said, else published: seconds since 1970, UTC.';

COMMENT ON COLUMN listing.published_at IS 'Seconds since 1970, UTC.';

COMMENT ON COLUMN listing.statement IS 'What can be found.';

COMMENT ON COLUMN listing.profile IS 'With corrections.';

COMMENT ON COLUMN listing.speaker IS 'With corrections; null: not named.';

COMMENT ON COLUMN listing.outlet IS 'Who published it.';

COMMENT ON COLUMN listing.year IS 'Of at, UTC; null if unknown.';

COMMENT ON COLUMN listing.confidence IS 'In ten-thousandths.';

COMMENT ON COLUMN listing.words IS 'Of the content, in small letters, a space before and after each.';

ALTER TABLE asides DROP CONSTRAINT asides_statement_fkey;

ALTER TABLE statements RENAME TO statements_before;

ALTER TABLE statements_before DROP CONSTRAINT statements_pkey;

DROP INDEX ix_statements_article;

CREATE TABLE statements (
    confidence DOUBLE PRECISION NOT NULL,
    speaker_confidence DOUBLE PRECISION,
    number INTEGER NOT NULL,
    article INTEGER NOT NULL,
    profile INTEGER NOT NULL,
    maker INTEGER NOT NULL,
    is_current SMALLINT NOT NULL,
    id TEXT NOT NULL,
    content TEXT NOT NULL,
    source TEXT,
    cue TEXT,
    parent TEXT,
    name TEXT,
    title TEXT,
    speaks_for TEXT,
    standing TEXT,
    known TEXT,
    channel TEXT,
    place TEXT,
    occasion TEXT,
    addressee TEXT,
    carried TEXT,
    said TEXT,
    said_start TEXT,
    said_end TEXT,
    said_grain TEXT,
    said_basis TEXT,
    said_span TEXT
);

INSERT INTO statements SELECT
    confidence,
    speaker_confidence,
    number,
    article,
    profile,
    maker,
    is_current,
    id,
    content,
    source,
    cue,
    parent,
    name,
    title,
    speaks_for,
    standing,
    known,
    channel,
    place,
    occasion,
    addressee,
    carried,
    said,
    said_start,
    said_end,
    said_grain,
    said_basis,
    said_span
FROM statements_before
ORDER BY number;

DROP TABLE statements_before;

ALTER TABLE statements ADD PRIMARY KEY (number);

ALTER TABLE statements ADD FOREIGN KEY (article) REFERENCES articles (number);

ALTER TABLE statements ADD FOREIGN KEY (profile) REFERENCES profiles (number);

ALTER TABLE statements ADD FOREIGN KEY (maker) REFERENCES makers (number);

ALTER TABLE asides ADD FOREIGN KEY (statement) REFERENCES statements (number);

CREATE INDEX ix_statements_article ON statements (article);

-- Five signs of an id's sixteen tell 32 million apart, in half the room.
CREATE INDEX statements_by_id ON statements (substr(id, 5, 5));

COMMENT ON TABLE statements IS 'Findings: who says what, as places in an article.';

COMMENT ON COLUMN statements.confidence IS '0-1; over 1: in ten-thousandths.';

COMMENT ON COLUMN statements.speaker_confidence
IS 'The same; null where no speaker was looked for.';

COMMENT ON COLUMN statements.number IS 'Order of arrival.';

COMMENT ON COLUMN statements.article IS 'Where it stands.';

COMMENT ON COLUMN statements.profile IS 'Kind, act, type and so on, as found.';

COMMENT ON COLUMN statements.maker IS 'What found it.';

COMMENT ON COLUMN statements.is_current IS '0: a newer reading of the article does not have it.';

COMMENT ON COLUMN statements.id IS 'Made from its article and spans: st1_….';

COMMENT ON COLUMN statements.content IS 'What was said: start-end start-end.';

COMMENT ON COLUMN statements.source IS 'Who said it, as spans.';

COMMENT ON COLUMN statements.cue IS 'What signals it, as spans.';

COMMENT ON COLUMN statements.parent IS 'Id of the statement it stands inside.';

COMMENT ON COLUMN statements.name IS 'The speaker''s full name, as a span.';

COMMENT ON COLUMN statements.title IS 'Their role, as a span.';

COMMENT ON COLUMN statements.speaks_for IS 'The organisation spoken for, as a span.';

COMMENT ON COLUMN statements.standing IS 'Why to listen to them, as spans.';

COMMENT ON COLUMN statements.known
IS 'JSON [id, name, role] in a table of people given beforehand.';

COMMENT ON COLUMN statements.channel IS 'Span and name of the channel: start-end name.';

COMMENT ON COLUMN statements.place IS 'As a span.';

COMMENT ON COLUMN statements.occasion IS 'As a span.';

COMMENT ON COLUMN statements.addressee IS 'As a span.';

COMMENT ON COLUMN statements.carried
IS 'Which of channel, place, occasion, addressee come from context.';

COMMENT ON COLUMN statements.said
IS 'When, as in the article: 2025-03-02; empty: looked for, and nothing tells.';

COMMENT ON COLUMN statements.said_start IS 'First day or moment, ISO.';

COMMENT ON COLUMN statements.said_end IS 'First day or moment after it, ISO.';

COMMENT ON COLUMN statements.said_grain IS 'day, month, …';

COMMENT ON COLUMN statements.said_basis IS 'stated, context, published.';

COMMENT ON COLUMN statements.said_span IS 'The words that tell it, as a span.';

-- The other derived tables are checked no more either.
ALTER TABLE outlet_counts DROP CONSTRAINT outlet_counts_outlet_fkey;

ALTER TABLE outlet_profile_counts DROP CONSTRAINT outlet_profile_counts_outlet_fkey;

ALTER TABLE outlet_profile_counts DROP CONSTRAINT outlet_profile_counts_profile_fkey;

ALTER TABLE profile_counts DROP CONSTRAINT profile_counts_profile_fkey;

ALTER TABLE speaker_counts DROP CONSTRAINT speaker_counts_speaker_fkey;

ALTER TABLE speaker_words DROP CONSTRAINT speaker_words_speaker_fkey;

ALTER TABLE shingles DROP CONSTRAINT shingles_article_fkey;

-- For people: what is listed, its words cut out of the articles.
CREATE VIEW entries AS
SELECT
    s.id AS id,
    sp.name AS speaker,
    p.type AS type,
    (
        SELECT string_agg(
            substr(
                a.text,
                split_part(piece, '-', 1)::int + 1,
                split_part(piece, '-', 2)::int - split_part(piece, '-', 1)::int
            ),
            ' … ' ORDER BY place
        )
        FROM string_to_table(s.content, ' ') WITH ORDINALITY AS pieces (piece, place)
    ) AS words,
    p.kind AS kind,
    p.act AS act,
    p.channel AS channel,
    to_timestamp(nullif(l.at, -1099511627776)) AS said_or_published,
    o.name AS outlet,
    a.title AS title,
    a.published AS published,
    l.confidence / 10000.0 AS confidence,
    a.id AS article
FROM listing AS l
JOIN statements AS s ON s.number = l.statement
JOIN articles AS a ON a.number = s.article
JOIN outlets AS o ON o.number = l.outlet
JOIN profiles AS p ON p.number = l.profile
LEFT JOIN speakers AS sp ON sp.number = l.speaker;

-- The planner knows nothing of new tables and their words until it has looked at some.
ANALYZE listing;

ANALYZE statements;

-- What version 0004 changes for PostgreSQL. Frozen: a change is a new version.

-- Eight rows for each article, and as many entries of an index, took 700 bytes; now it is one row.
ALTER TABLE shingles RENAME TO shingles_before;

CREATE TABLE shingles (
    article INTEGER NOT NULL,
    hashes INTEGER[] NOT NULL
);

INSERT INTO shingles
SELECT
    article,
    array_agg((hash - 2147483648)::integer ORDER BY hash)
FROM shingles_before
GROUP BY article
ORDER BY article;

DROP TABLE shingles_before;

-- Each article asks for its hashes before it is added: none may wait outside of the index.
CREATE INDEX shingles_by_hash ON shingles USING gin (hashes) WITH (fastupdate = off);

COMMENT ON TABLE shingles IS 'A few hashes of each text, by which near-identical ones are found.';

COMMENT ON COLUMN shingles.article IS 'A first revision.';

COMMENT ON COLUMN shingles.hashes IS 'Of three words in a row each, less 2147483648.';

-- Names have few words, and an index in which equal ones share an entry a third of the room.
ALTER TABLE speaker_words RENAME TO speaker_words_before;

CREATE TABLE speaker_words (
    speaker INTEGER NOT NULL,
    word TEXT NOT NULL
);

INSERT INTO speaker_words SELECT
    speaker,
    word
FROM speaker_words_before
ORDER BY speaker, word;

DROP TABLE speaker_words_before;

CREATE INDEX speaker_words_by_word ON speaker_words (word);

COMMENT ON TABLE speaker_words IS 'Finds speakers by a part of their name; derived.';

COMMENT ON COLUMN speaker_words.speaker IS 'Whose name it is in.';

COMMENT ON COLUMN speaker_words.word IS 'A word of the name, in small letters.';

-- The same for speakers: no search reads the times of one out of the index.
DROP INDEX listing_by_speaker;

CREATE INDEX listing_by_speaker ON listing (speaker) WHERE speaker IS NOT NULL;

ANALYZE shingles;

ANALYZE speaker_words;

-- The tables of schema version 0001, for SQLite. Frozen: a change is a new version.

CREATE TABLE corrections (  -- What people changed; only ever added to.
    number INTEGER NOT NULL,  -- Order in which they were made.
    statement TEXT NOT NULL,  -- Id of the statement.
    deed TEXT NOT NULL,  -- set, reject, add, confirm, undo.
    field TEXT,  -- What was set.
    value TEXT,  -- The new value; null: there is none.
    was TEXT,  -- What stood there before.
    "by" TEXT NOT NULL,  -- Who did it.
    at TEXT NOT NULL,  -- ISO datetime, UTC.
    note TEXT,  -- Why.
    undoes INTEGER,  -- The correction that is taken back.
    PRIMARY KEY (number),
    FOREIGN KEY(undoes) REFERENCES corrections (number)
) STRICT;

CREATE INDEX ix_corrections_statement ON corrections (statement);

CREATE TABLE day_counts (  -- Derived.
    day INTEGER NOT NULL,  -- Days since 1970 (UTC) on which it was said, else published.
    statements INTEGER NOT NULL,  -- How many are listed.
    PRIMARY KEY (day)
) STRICT;

CREATE TABLE failures (  -- Articles that could not be read; gone once they could.
    number INTEGER NOT NULL,  -- Order of arrival.
    uri TEXT NOT NULL,  -- What could not be read.
    stage TEXT NOT NULL,  -- ingest, read, record.
    reason TEXT NOT NULL,  -- For people.
    traceback TEXT,  -- For the developer.
    tries INTEGER NOT NULL,  -- How often it was tried.
    failed_at TEXT NOT NULL,  -- ISO datetime of the last try, UTC.
    PRIMARY KEY (number),
    UNIQUE (uri)
) STRICT;

CREATE TABLE judgements (  -- Who is who across articles; only ever added to, the last word counts.
    number INTEGER NOT NULL,  -- Order in which they were made.
    "left" TEXT NOT NULL,  -- One name.
    "right" TEXT NOT NULL,  -- The other.
    is_same INTEGER NOT NULL,  -- 1: both are one speaker; 0: they are two.
    score REAL NOT NULL,  -- How sure, 0-1.
    "by" TEXT NOT NULL,  -- Who judged: a person or a program.
    at TEXT NOT NULL,  -- ISO datetime, UTC.
    PRIMARY KEY (number)
) STRICT;

CREATE TABLE makers (  -- What made the findings.
    number INTEGER NOT NULL,  -- Order of arrival.
    onrecord TEXT NOT NULL,  -- Version of the program.
    weights TEXT NOT NULL,  -- Name of its weights; 'by hand' for a person.
    PRIMARY KEY (number)
) STRICT;

CREATE TABLE outlets (  -- Who publishes.
    number INTEGER NOT NULL,  -- 0 is the outlet that nobody knows.
    name TEXT,  -- As the articles name it.
    PRIMARY KEY (number),
    UNIQUE (name)
) STRICT;

CREATE TABLE profiles (  -- Combinations of the values that few words can tell; statements share them.
    number INTEGER NOT NULL,  -- Order of arrival.
    "key" TEXT NOT NULL,  -- All values below, joined.
    kind TEXT NOT NULL,  -- direct, indirect, mixed.
    attitude TEXT,  -- assertion, belief, fact, eventuality.
    act TEXT,  -- state, promise, deny, …
    negated INTEGER NOT NULL,  -- 1: the text says that it was not said.
    hypothetical INTEGER NOT NULL,  -- 1: it would be said, or might.
    mention TEXT,  -- How the source names the speaker.
    type TEXT,  -- Type of source: named person, document, …
    channel TEXT,  -- social media, interview, …
    aside INTEGER NOT NULL,  -- 1: the reporter adds something of their own.
    PRIMARY KEY (number),
    UNIQUE ("key")
) STRICT;

CREATE TABLE speakers (  -- Names of speakers; derived.
    number INTEGER NOT NULL,  -- Order of arrival.
    "key" TEXT,  -- Name in small letters, and whether person or organisation.
    name TEXT NOT NULL,  -- As first seen.
    type TEXT NOT NULL,  -- named person, named organisation, document.
    person INTEGER NOT NULL,  -- Number of the speaker whom judgements make of it; often its own.
    PRIMARY KEY (number),
    UNIQUE ("key")
) STRICT;

CREATE INDEX speakers_by_person ON speakers (person);

CREATE TABLE vocabulary (  -- Every word of a content, so that a search finds all its forms; derived.
    stem TEXT NOT NULL,  -- Snowball's English stem.
    word TEXT NOT NULL,  -- In small letters, without accents.
    PRIMARY KEY (stem, word)
) WITHOUT ROWID,
 STRICT;

CREATE TABLE articles (  -- Texts as published, every revision of each.
    number INTEGER NOT NULL,  -- Order of arrival.
    id TEXT NOT NULL,  -- Made from text, outlet and url: ar1_….
    first INTEGER NOT NULL,  -- Number of its first revision; its own for a first.
    revision INTEGER NOT NULL,  -- 1 for the first text, 2 for the next.
    is_current INTEGER NOT NULL,  -- 1 for the newest revision.
    address TEXT,  -- Its url in one form, or its file: what revisions share.
    text TEXT NOT NULL,  -- As published; every offset counts its code points.
    uri TEXT,  -- Where it was read from.
    title TEXT,  -- The headline.
    published TEXT,  -- ISO date, or datetime with its zone.
    published_at INTEGER,  -- The same in seconds since 1970, UTC; null if unknown.
    byline TEXT,  -- Who wrote it.
    dateline TEXT,  -- The place it was reported from.
    outlet INTEGER NOT NULL,  -- Who published it.
    url TEXT,  -- Its public address.
    language TEXT,  -- BCP 47.
    credits TEXT NOT NULL,  -- JSON list of photo credits and the like.
    version TEXT,  -- Which version of a wire item, as its agency counts.
    embargo TEXT,  -- Not to be published before: ISO datetime with its zone.
    body TEXT,  -- Parts that are the article itself: start-end start-end.
    maker INTEGER,  -- What read it last.
    added_at TEXT NOT NULL,  -- ISO datetime, UTC.
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(outlet) REFERENCES outlets (number),
    FOREIGN KEY(maker) REFERENCES makers (number)
) STRICT;

CREATE INDEX ix_articles_address ON articles (address);

CREATE INDEX ix_articles_first ON articles (first);

CREATE TABLE outlet_counts (  -- Derived.
    outlet INTEGER NOT NULL,  -- Who published.
    statements INTEGER NOT NULL,  -- How many are listed.
    PRIMARY KEY (outlet),
    FOREIGN KEY(outlet) REFERENCES outlets (number)
) STRICT;

CREATE TABLE outlet_profile_counts (  -- Derived.
    outlet INTEGER NOT NULL,  -- Who published.
    profile INTEGER NOT NULL,  -- Kind, act, type and so on.
    statements INTEGER NOT NULL,  -- How many are listed.
    PRIMARY KEY (outlet, profile),
    FOREIGN KEY(outlet) REFERENCES outlets (number),
    FOREIGN KEY(profile) REFERENCES profiles (number)
) WITHOUT ROWID,
 STRICT;

CREATE TABLE profile_counts (  -- Derived.
    profile INTEGER NOT NULL,  -- Kind, act, type and so on.
    statements INTEGER NOT NULL,  -- How many are listed.
    PRIMARY KEY (profile),
    FOREIGN KEY(profile) REFERENCES profiles (number)
) STRICT;

CREATE TABLE speaker_counts (  -- Derived.
    speaker INTEGER NOT NULL,  -- Who.
    statements INTEGER NOT NULL,  -- How many are listed.
    PRIMARY KEY (speaker),
    FOREIGN KEY(speaker) REFERENCES speakers (number)
) STRICT;

CREATE INDEX ix_speaker_counts_statements ON speaker_counts (statements);

CREATE TABLE speaker_words (  -- Finds speakers by a part of their name; derived.
    word TEXT NOT NULL,  -- A word of the name, in small letters.
    speaker INTEGER NOT NULL,  -- Whose name it is in.
    PRIMARY KEY (word, speaker),
    FOREIGN KEY(speaker) REFERENCES speakers (number)
) WITHOUT ROWID,
 STRICT;

CREATE TABLE shingles (  -- A few hashes of each text, by which near-identical ones are found.
    hash INTEGER NOT NULL,  -- Of three words in a row.
    article INTEGER NOT NULL,  -- A first revision.
    PRIMARY KEY (hash, article),
    FOREIGN KEY(article) REFERENCES articles (number)
) WITHOUT ROWID,
 STRICT;

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
    confidence REAL NOT NULL,  -- 0-1.
    name TEXT,  -- The speaker's full name, as a span.
    title TEXT,  -- Their role, as a span.
    speaks_for TEXT,  -- The organisation spoken for, as a span.
    standing TEXT,  -- Why to listen to them, as spans.
    speaker_confidence REAL,  -- 0-1; null where no speaker was looked for.
    known TEXT,  -- JSON [id, name, role] in a table of people given beforehand.
    channel TEXT,  -- Span and name of the channel: start-end name.
    place TEXT,  -- As a span.
    occasion TEXT,  -- As a span.
    addressee TEXT,  -- As a span.
    carried TEXT,  -- Which of channel, place, occasion, addressee come from context.
    said TEXT,  -- When, as in the article: 2025-03-02.
    said_start TEXT,  -- First day or moment, ISO.
    said_end TEXT,  -- First day or moment after it, ISO.
    said_grain TEXT,  -- day, month, …
    said_basis TEXT,  -- stated, context, published.
    said_span TEXT,  -- The words that tell it, as a span.
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(article) REFERENCES articles (number),
    FOREIGN KEY(profile) REFERENCES profiles (number),
    FOREIGN KEY(maker) REFERENCES makers (number)
) STRICT;

CREATE INDEX ix_statements_article ON statements (article);

CREATE TABLE asides (  -- What reporters add about statements.
    statement INTEGER NOT NULL,  -- What it is about.
    place INTEGER NOT NULL,  -- Order, from 0.
    kind TEXT NOT NULL,  -- false, unsupported, disputed, misleading, confirmed, tone.
    span TEXT NOT NULL,  -- The reporter's words.
    PRIMARY KEY (statement, place),
    FOREIGN KEY(statement) REFERENCES statements (number)
) WITHOUT ROWID,
 STRICT;

CREATE TABLE listing (  -- What searches look through: current and not rejected, corrected; derived.
    statement INTEGER NOT NULL,  -- What can be found.
    profile INTEGER NOT NULL,  -- With corrections.
    speaker INTEGER,  -- With corrections; null: not named.
    outlet INTEGER NOT NULL,  -- Who published it.
    at INTEGER NOT NULL,  -- When said, else published: seconds since 1970, UTC.
    published_at INTEGER,  -- Seconds since 1970, UTC.
    year INTEGER,  -- Of at, UTC; null if unknown.
    confidence INTEGER NOT NULL,  -- In ten-thousandths.
    PRIMARY KEY (statement),
    FOREIGN KEY(statement) REFERENCES statements (number),
    FOREIGN KEY(profile) REFERENCES profiles (number),
    FOREIGN KEY(speaker) REFERENCES speakers (number),
    FOREIGN KEY(outlet) REFERENCES outlets (number)
) STRICT;

CREATE INDEX listing_by_outlet ON listing (outlet, at);

CREATE INDEX listing_by_profile ON listing (profile);

CREATE INDEX listing_by_speaker ON listing (speaker, at);

CREATE INDEX listing_by_time ON listing (at, statement);

-- The words of each content, as onrecord.record.words cuts them; rowid is statements.number.
CREATE VIRTUAL TABLE words_index USING fts5(
    words, content='', tokenize='unicode61 remove_diacritics 0'
);

CREATE VIEW entries AS  -- For people: what is listed, its words cut out of the articles.
SELECT
    s.id AS id,
    sp.name AS speaker,
    p.type AS type,
    (
        SELECT group_concat(
            substr(
                a.text,
                json_extract(piece.value, '$[0]') + 1,
                json_extract(piece.value, '$[1]') - json_extract(piece.value, '$[0]')
            ),
            ' … '
        )
        FROM json_each(
            '[[' || replace(replace(s.content, '-', ','), ' ', '],[') || ']]'
        ) AS piece
    ) AS words,
    p.kind AS kind,
    p.act AS act,
    p.channel AS channel,
    datetime(nullif(l.at, -1099511627776), 'unixepoch') AS said_or_published,
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

INSERT INTO outlets (number, name) VALUES (0, NULL);

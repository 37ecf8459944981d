-- The tables of schema version 0001, for PostgreSQL. Frozen: a change is a new version.

CREATE TABLE corrections (
    number BIGINT NOT NULL,
    statement TEXT NOT NULL,
    deed TEXT NOT NULL,
    field TEXT,
    value TEXT,
    was TEXT,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    undoes BIGINT,
    PRIMARY KEY (number),
    FOREIGN KEY(undoes) REFERENCES corrections (number)
);

COMMENT ON TABLE corrections IS 'What people changed; only ever added to.';

COMMENT ON COLUMN corrections.number IS 'Order in which they were made.';

COMMENT ON COLUMN corrections.statement IS 'Id of the statement.';

COMMENT ON COLUMN corrections.deed IS 'set, reject, add, confirm, undo.';

COMMENT ON COLUMN corrections.field IS 'What was set.';

COMMENT ON COLUMN corrections.value IS 'The new value; null: there is none.';

COMMENT ON COLUMN corrections.was IS 'What stood there before.';

COMMENT ON COLUMN corrections.by IS 'Who did it.';

COMMENT ON COLUMN corrections.at IS 'ISO datetime, UTC.';

COMMENT ON COLUMN corrections.note IS 'Why.';

COMMENT ON COLUMN corrections.undoes IS 'The correction that is taken back.';

CREATE INDEX ix_corrections_statement ON corrections (statement);

CREATE TABLE day_counts (
    day BIGINT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (day)
);

COMMENT ON TABLE day_counts IS 'Derived.';

COMMENT ON COLUMN day_counts.day IS 'Days since 1970 (UTC) on which it was said, else published.';

COMMENT ON COLUMN day_counts.statements IS 'How many are listed.';

CREATE TABLE failures (
    number BIGINT NOT NULL,
    uri TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    traceback TEXT,
    tries BIGINT NOT NULL,
    failed_at TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (uri)
);

COMMENT ON TABLE failures IS 'Articles that could not be read; gone once they could.';

COMMENT ON COLUMN failures.number IS 'Order of arrival.';

COMMENT ON COLUMN failures.uri IS 'What could not be read.';

COMMENT ON COLUMN failures.stage IS 'ingest, read, record.';

COMMENT ON COLUMN failures.reason IS 'For people.';

COMMENT ON COLUMN failures.traceback IS 'For the developer.';

COMMENT ON COLUMN failures.tries IS 'How often it was tried.';

COMMENT ON COLUMN failures.failed_at IS 'ISO datetime of the last try, UTC.';

CREATE TABLE judgements (
    number BIGINT NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    is_same BIGINT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (number)
);

COMMENT ON TABLE judgements IS 'Who is who across articles; only ever added to, the last word counts.';

COMMENT ON COLUMN judgements.number IS 'Order in which they were made.';

COMMENT ON COLUMN judgements."left" IS 'One name.';

COMMENT ON COLUMN judgements."right" IS 'The other.';

COMMENT ON COLUMN judgements.is_same IS '1: both are one speaker; 0: they are two.';

COMMENT ON COLUMN judgements.score IS 'How sure, 0-1.';

COMMENT ON COLUMN judgements.by IS 'Who judged: a person or a program.';

COMMENT ON COLUMN judgements.at IS 'ISO datetime, UTC.';

CREATE TABLE makers (
    number BIGINT NOT NULL,
    onrecord TEXT NOT NULL,
    weights TEXT NOT NULL,
    PRIMARY KEY (number)
);

COMMENT ON TABLE makers IS 'What made the findings.';

COMMENT ON COLUMN makers.number IS 'Order of arrival.';

COMMENT ON COLUMN makers.onrecord IS 'Version of the program.';

COMMENT ON COLUMN makers.weights IS 'Name of its weights; ''by hand'' for a person.';

CREATE TABLE outlets (
    number BIGINT NOT NULL,
    name TEXT,
    PRIMARY KEY (number),
    UNIQUE (name)
);

COMMENT ON TABLE outlets IS 'Who publishes.';

COMMENT ON COLUMN outlets.number IS '0 is the outlet that nobody knows.';

COMMENT ON COLUMN outlets.name IS 'As the articles name it.';

CREATE TABLE profiles (
    number BIGINT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    attitude TEXT,
    act TEXT,
    negated BIGINT NOT NULL,
    hypothetical BIGINT NOT NULL,
    mention TEXT,
    type TEXT,
    channel TEXT,
    aside BIGINT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (key)
);

COMMENT ON TABLE profiles IS 'Combinations of the values that few words can tell; statements share them.';

COMMENT ON COLUMN profiles.number IS 'Order of arrival.';

COMMENT ON COLUMN profiles.key IS 'All values below, joined.';

COMMENT ON COLUMN profiles.kind IS 'direct, indirect, mixed.';

COMMENT ON COLUMN profiles.attitude IS 'assertion, belief, fact, eventuality.';

COMMENT ON COLUMN profiles.act IS 'state, promise, deny, …';

COMMENT ON COLUMN profiles.negated IS '1: the text says that it was not said.';

COMMENT ON COLUMN profiles.hypothetical IS '1: it would be said, or might.';

COMMENT ON COLUMN profiles.mention IS 'How the source names the speaker.';

COMMENT ON COLUMN profiles.type IS 'Type of source: named person, document, …';

COMMENT ON COLUMN profiles.channel IS 'social media, interview, …';

COMMENT ON COLUMN profiles.aside IS '1: the reporter adds something of their own.';

CREATE TABLE speakers (
    number BIGINT NOT NULL,
    key TEXT,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    person BIGINT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (key)
);

COMMENT ON TABLE speakers IS 'Names of speakers; derived.';

COMMENT ON COLUMN speakers.number IS 'Order of arrival.';

COMMENT ON COLUMN speakers.key IS 'Name in small letters, and whether person or organisation.';

COMMENT ON COLUMN speakers.name IS 'As first seen.';

COMMENT ON COLUMN speakers.type IS 'named person, named organisation, document.';

COMMENT ON COLUMN speakers.person IS 'Number of the speaker whom judgements make of it; often its own.';

CREATE INDEX speakers_by_person ON speakers (person);

CREATE TABLE vocabulary (
    stem TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (stem, word)
);

COMMENT ON TABLE vocabulary IS 'Every word of a content, so that a search finds all its forms; derived.';

COMMENT ON COLUMN vocabulary.stem IS 'Snowball''s English stem.';

COMMENT ON COLUMN vocabulary.word IS 'In small letters, without accents.';

CREATE TABLE articles (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    first BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    is_current BIGINT NOT NULL,
    address TEXT,
    text TEXT NOT NULL,
    uri TEXT,
    title TEXT,
    published TEXT,
    published_at BIGINT,
    byline TEXT,
    dateline TEXT,
    outlet BIGINT NOT NULL,
    url TEXT,
    language TEXT,
    credits TEXT NOT NULL,
    version TEXT,
    embargo TEXT,
    body TEXT,
    maker BIGINT,
    added_at TEXT NOT NULL,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(outlet) REFERENCES outlets (number),
    FOREIGN KEY(maker) REFERENCES makers (number)
);

COMMENT ON TABLE articles IS 'Texts as published, every revision of each.';

COMMENT ON COLUMN articles.number IS 'Order of arrival.';

COMMENT ON COLUMN articles.id IS 'Made from text, outlet and url: ar1_….';

COMMENT ON COLUMN articles.first IS 'Number of its first revision; its own for a first.';

COMMENT ON COLUMN articles.revision IS '1 for the first text, 2 for the next.';

COMMENT ON COLUMN articles.is_current IS '1 for the newest revision.';

COMMENT ON COLUMN articles.address IS 'Its url in one form, or its file: what revisions share.';

COMMENT ON COLUMN articles.text IS 'As published; every offset counts its code points.';

COMMENT ON COLUMN articles.uri IS 'Where it was read from.';

COMMENT ON COLUMN articles.title IS 'The headline.';

COMMENT ON COLUMN articles.published IS 'ISO date, or datetime with its zone.';

COMMENT ON COLUMN articles.published_at IS 'The same in seconds since 1970, UTC; null if unknown.';

COMMENT ON COLUMN articles.byline IS 'Who wrote it.';

COMMENT ON COLUMN articles.dateline IS 'The place it was reported from.';

COMMENT ON COLUMN articles.outlet IS 'Who published it.';

COMMENT ON COLUMN articles.url IS 'Its public address.';

COMMENT ON COLUMN articles.language IS 'BCP 47.';

COMMENT ON COLUMN articles.credits IS 'JSON list of photo credits and the like.';

COMMENT ON COLUMN articles.version IS 'Which version of a wire item, as its agency counts.';

COMMENT ON COLUMN articles.embargo IS 'Not to be published before: ISO datetime with its zone.';

COMMENT ON COLUMN articles.body IS 'Parts that are the article itself: start-end start-end.';

COMMENT ON COLUMN articles.maker IS 'What read it last.';

COMMENT ON COLUMN articles.added_at IS 'ISO datetime, UTC.';

CREATE INDEX ix_articles_address ON articles (address);

CREATE INDEX ix_articles_first ON articles (first);

CREATE TABLE outlet_counts (
    outlet BIGINT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (outlet),
    FOREIGN KEY(outlet) REFERENCES outlets (number)
);

COMMENT ON TABLE outlet_counts IS 'Derived.';

COMMENT ON COLUMN outlet_counts.outlet IS 'Who published.';

COMMENT ON COLUMN outlet_counts.statements IS 'How many are listed.';

CREATE TABLE outlet_profile_counts (
    outlet BIGINT NOT NULL,
    profile BIGINT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (outlet, profile),
    FOREIGN KEY(outlet) REFERENCES outlets (number),
    FOREIGN KEY(profile) REFERENCES profiles (number)
);

COMMENT ON TABLE outlet_profile_counts IS 'Derived.';

COMMENT ON COLUMN outlet_profile_counts.outlet IS 'Who published.';

COMMENT ON COLUMN outlet_profile_counts.profile IS 'Kind, act, type and so on.';

COMMENT ON COLUMN outlet_profile_counts.statements IS 'How many are listed.';

CREATE TABLE profile_counts (
    profile BIGINT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (profile),
    FOREIGN KEY(profile) REFERENCES profiles (number)
);

COMMENT ON TABLE profile_counts IS 'Derived.';

COMMENT ON COLUMN profile_counts.profile IS 'Kind, act, type and so on.';

COMMENT ON COLUMN profile_counts.statements IS 'How many are listed.';

CREATE TABLE speaker_counts (
    speaker BIGINT NOT NULL,
    statements BIGINT NOT NULL,
    PRIMARY KEY (speaker),
    FOREIGN KEY(speaker) REFERENCES speakers (number)
);

COMMENT ON TABLE speaker_counts IS 'Derived.';

COMMENT ON COLUMN speaker_counts.speaker IS 'Who.';

COMMENT ON COLUMN speaker_counts.statements IS 'How many are listed.';

CREATE INDEX ix_speaker_counts_statements ON speaker_counts (statements);

CREATE TABLE speaker_words (
    word TEXT NOT NULL,
    speaker BIGINT NOT NULL,
    PRIMARY KEY (word, speaker),
    FOREIGN KEY(speaker) REFERENCES speakers (number)
);

COMMENT ON TABLE speaker_words IS 'Finds speakers by a part of their name; derived.';

COMMENT ON COLUMN speaker_words.word IS 'A word of the name, in small letters.';

COMMENT ON COLUMN speaker_words.speaker IS 'Whose name it is in.';

CREATE TABLE shingles (
    hash BIGINT NOT NULL,
    article BIGINT NOT NULL,
    PRIMARY KEY (hash, article),
    FOREIGN KEY(article) REFERENCES articles (number)
);

COMMENT ON TABLE shingles IS 'A few hashes of each text, by which near-identical ones are found.';

COMMENT ON COLUMN shingles.hash IS 'Of three words in a row.';

COMMENT ON COLUMN shingles.article IS 'A first revision.';

CREATE TABLE statements (
    number BIGINT NOT NULL,
    id TEXT NOT NULL,
    article BIGINT NOT NULL,
    profile BIGINT NOT NULL,
    maker BIGINT NOT NULL,
    is_current BIGINT NOT NULL,
    content TEXT NOT NULL,
    source TEXT,
    cue TEXT,
    parent TEXT,
    confidence DOUBLE PRECISION NOT NULL,
    name TEXT,
    title TEXT,
    speaks_for TEXT,
    standing TEXT,
    speaker_confidence DOUBLE PRECISION,
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
    said_span TEXT,
    PRIMARY KEY (number),
    UNIQUE (id),
    FOREIGN KEY(article) REFERENCES articles (number),
    FOREIGN KEY(profile) REFERENCES profiles (number),
    FOREIGN KEY(maker) REFERENCES makers (number)
);

COMMENT ON TABLE statements IS 'Findings: who says what, as places in an article.';

COMMENT ON COLUMN statements.number IS 'Order of arrival.';

COMMENT ON COLUMN statements.id IS 'Made from its article and spans: st1_….';

COMMENT ON COLUMN statements.article IS 'Where it stands.';

COMMENT ON COLUMN statements.profile IS 'Kind, act, type and so on, as found.';

COMMENT ON COLUMN statements.maker IS 'What found it.';

COMMENT ON COLUMN statements.is_current IS '0: a newer reading of the article does not have it.';

COMMENT ON COLUMN statements.content IS 'What was said: start-end start-end.';

COMMENT ON COLUMN statements.source IS 'Who said it, as spans.';

COMMENT ON COLUMN statements.cue IS 'What signals it, as spans.';

COMMENT ON COLUMN statements.parent IS 'Id of the statement it stands inside.';

COMMENT ON COLUMN statements.confidence IS '0-1.';

COMMENT ON COLUMN statements.name IS 'The speaker''s full name, as a span.';

COMMENT ON COLUMN statements.title IS 'Their role, as a span.';

COMMENT ON COLUMN statements.speaks_for IS 'The organisation spoken for, as a span.';

COMMENT ON COLUMN statements.standing IS 'Why to listen to them, as spans.';

COMMENT ON COLUMN statements.speaker_confidence IS '0-1; null where no speaker was looked for.';

COMMENT ON COLUMN statements.known IS 'JSON [id, name, role] in a table of people given beforehand.';

COMMENT ON COLUMN statements.channel IS 'Span and name of the channel: start-end name.';

COMMENT ON COLUMN statements.place IS 'As a span.';

COMMENT ON COLUMN statements.occasion IS 'As a span.';

COMMENT ON COLUMN statements.addressee IS 'As a span.';

COMMENT ON COLUMN statements.carried IS 'Which of channel, place, occasion, addressee come from context.';

COMMENT ON COLUMN statements.said IS 'When, as in the article: 2025-03-02.';

COMMENT ON COLUMN statements.said_start IS 'First day or moment, ISO.';

COMMENT ON COLUMN statements.said_end IS 'First day or moment after it, ISO.';

COMMENT ON COLUMN statements.said_grain IS 'day, month, …';

COMMENT ON COLUMN statements.said_basis IS 'stated, context, published.';

COMMENT ON COLUMN statements.said_span IS 'The words that tell it, as a span.';

CREATE INDEX ix_statements_article ON statements (article);

CREATE TABLE asides (
    statement BIGINT NOT NULL,
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    span TEXT NOT NULL,
    PRIMARY KEY (statement, place),
    FOREIGN KEY(statement) REFERENCES statements (number)
);

COMMENT ON TABLE asides IS 'What reporters add about statements.';

COMMENT ON COLUMN asides.statement IS 'What it is about.';

COMMENT ON COLUMN asides.place IS 'Order, from 0.';

COMMENT ON COLUMN asides.kind IS 'false, unsupported, disputed, misleading, confirmed, tone.';

COMMENT ON COLUMN asides.span IS 'The reporter''s words.';

CREATE TABLE listing (
    statement BIGINT NOT NULL,
    profile BIGINT NOT NULL,
    speaker BIGINT,
    outlet BIGINT NOT NULL,
    at BIGINT NOT NULL,
    published_at BIGINT,
    year BIGINT,
    confidence BIGINT NOT NULL,
    PRIMARY KEY (statement),
    FOREIGN KEY(statement) REFERENCES statements (number),
    FOREIGN KEY(profile) REFERENCES profiles (number),
    FOREIGN KEY(speaker) REFERENCES speakers (number),
    FOREIGN KEY(outlet) REFERENCES outlets (number)
);

COMMENT ON TABLE listing IS 'What searches look through: current and not rejected, corrected; derived.';

COMMENT ON COLUMN listing.statement IS 'What can be found.';

COMMENT ON COLUMN listing.profile IS 'With corrections.';

COMMENT ON COLUMN listing.speaker IS 'With corrections; null: not named.';

COMMENT ON COLUMN listing.outlet IS 'Who published it.';

COMMENT ON COLUMN listing.at IS 'When said, else published: seconds since 1970, UTC.';

COMMENT ON COLUMN listing.published_at IS 'Seconds since 1970, UTC.';

COMMENT ON COLUMN listing.year IS 'Of at, UTC; null if unknown.';

COMMENT ON COLUMN listing.confidence IS 'In ten-thousandths.';

CREATE INDEX listing_by_outlet ON listing (outlet, at);

CREATE INDEX listing_by_profile ON listing (profile);

CREATE INDEX listing_by_speaker ON listing (speaker, at);

CREATE INDEX listing_by_time ON listing (at, statement);

-- The words of each content, as onrecord.record.words cuts them.
CREATE TABLE words_index (
    statement BIGINT NOT NULL PRIMARY KEY REFERENCES statements (number),
    words TSVECTOR NOT NULL
);

CREATE INDEX words_index_by_word ON words_index USING gin (words) WITH (fastupdate = off);

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

INSERT INTO outlets (number, name) VALUES (0, NULL);

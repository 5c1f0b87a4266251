-- Titles, bodies and readings: what counting never needs. The columns are those of
-- ARTICLE_SCHEMA in etl/article.py, and the refresh that last changed the article.

CREATE TABLE IF NOT EXISTS reading (
    id BIGINT NOT NULL,
    url VARCHAR,
    title VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    authors VARCHAR[],
    section VARCHAR,
    language VARCHAR,
    published_at TIMESTAMPTZ NOT NULL,
    modified_at TIMESTAMPTZ,
    date_precision VARCHAR NOT NULL,
    date_origin VARCHAR NOT NULL,
    published_on DATE NOT NULL,
    captured_on DATE,
    body VARCHAR[],
    tags VARCHAR[],
    related_titles VARCHAR[],
    most_popular VARCHAR[],
    page_views DOUBLE,
    shares DOUBLE,
    supplier_tone VARCHAR,
    page VARCHAR,
    edition VARCHAR,
    programme VARCHAR,
    summary VARCHAR,
    image VARCHAR,
    free BOOLEAN,
    original VARCHAR,
    language_probability DOUBLE,
    words INTEGER,
    tone DOUBLE,
    positive DOUBLE,
    neutral DOUBLE,
    negative DOUBLE,
    title_tone DOUBLE,
    plain_tone DOUBLE,
    plain_title_tone DOUBLE,
    sentences STRUCT(
        paragraph INTEGER, "start" INTEGER, "text" VARCHAR, tone DOUBLE, plain_tone DOUBLE
    )[],
    mentions STRUCT(
        entity VARCHAR, "type" VARCHAR, "count" INTEGER, in_title BOOLEAN, in_lead BOOLEAN,
        share DOUBLE, prominence DOUBLE, tone DOUBLE
    )[],
    spans STRUCT(
        sentence INTEGER, "start" INTEGER, "end" INTEGER, entity VARCHAR, "type" VARCHAR
    )[],
    quotes STRUCT(
        paragraph INTEGER, "start" INTEGER, "end" INTEGER, "text" VARCHAR, speaker VARCHAR,
        tone DOUBLE
    )[],
    keyphrases VARCHAR[],
    fingerprint BIGINT[],
    made_with VARCHAR[],
    refresh INTEGER NOT NULL
);

-- What a store of version 0.1 lacks.
ALTER TABLE reading ADD COLUMN IF NOT EXISTS supplier_tone VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS page VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS edition VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS programme VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS summary VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS image VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS free BOOLEAN;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS original VARCHAR;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS language_probability DOUBLE;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS plain_tone DOUBLE;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS plain_title_tone DOUBLE;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS sentences.element."start" INTEGER;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS sentences.element.plain_tone DOUBLE;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS mentions.element.prominence DOUBLE;
ALTER TABLE reading ADD COLUMN IF NOT EXISTS spans STRUCT(
    sentence INTEGER, "start" INTEGER, "end" INTEGER, entity VARCHAR, "type" VARCHAR
)[];
ALTER TABLE reading ADD COLUMN IF NOT EXISTS quotes STRUCT(
    paragraph INTEGER, "start" INTEGER, "end" INTEGER, "text" VARCHAR, speaker VARCHAR, tone DOUBLE
)[];
ALTER TABLE reading ADD COLUMN IF NOT EXISTS keyphrases VARCHAR[];
ALTER TABLE reading ADD COLUMN IF NOT EXISTS fingerprint BIGINT[];
ALTER TABLE reading ADD COLUMN IF NOT EXISTS made_with VARCHAR[];

CREATE TABLE IF NOT EXISTS overlay (  -- one row an article that is shown other than it was read
    id BIGINT NOT NULL,
    mentions STRUCT(
        entity VARCHAR, "type" VARCHAR, "count" INTEGER, in_title BOOLEAN, in_lead BOOLEAN,
        share DOUBLE, prominence DOUBLE, tone DOUBLE
    )[],
    spans STRUCT(
        sentence INTEGER, "start" INTEGER, "end" INTEGER, entity VARCHAR, "type" VARCHAR
    )[],
    quotes STRUCT(
        paragraph INTEGER, "start" INTEGER, "end" INTEGER, "text" VARCHAR, speaker VARCHAR,
        tone DOUBLE
    )[]
);

CREATE TABLE IF NOT EXISTS origin (  -- one row an article: the document that its text is from
    article BIGINT NOT NULL,
    document VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE IF NOT EXISTS version (  -- one row an earlier version of what a publisher changed
    article BIGINT NOT NULL,
    title VARCHAR NOT NULL,
    body VARCHAR[] NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    replaced_at TIMESTAMPTZ NOT NULL,
    document VARCHAR NOT NULL,
    refresh INTEGER NOT NULL  -- that replaced it
);

CREATE TABLE IF NOT EXISTS story_member (  -- one row an article that has been given its story
    article BIGINT NOT NULL,
    story BIGINT NOT NULL,  -- the id of the article that founded it
    founded_on DATE NOT NULL,  -- when that was published
    published_on DATE NOT NULL,
    source VARCHAR NOT NULL,
    original BIGINT,  -- the article that its page names as the original
    size INTEGER NOT NULL,  -- how many shingles; 0 without a fingerprint
    sketch BLOB,  -- the last byte of each value of the fingerprint
    brief BIGINT,  -- stands for all words of an article without a fingerprint
    terms INTEGER[] NOT NULL,  -- the weightiest, and their weights
    weights SMALLINT[] NOT NULL,
    refresh INTEGER NOT NULL  -- of the reading that it was placed by
);

CREATE TABLE IF NOT EXISTS story_band (  -- some rows an article: articles that share a key are alike
    key BIGINT NOT NULL,
    article BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS story_term (  -- one row a term, and in how many articles it stands
    term INTEGER NOT NULL,
    articles INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS story_reached (  -- one row: up to which refresh articles were placed
    refresh INTEGER NOT NULL
);

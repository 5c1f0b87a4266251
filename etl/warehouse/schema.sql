-- The warehouse: facts, no bodies. Every instant is UTC; `published_on` is a day in the
-- reporting time zone. docs/schema.md explains each column.

CREATE TABLE IF NOT EXISTS setting (  -- what the store knows of itself: time_zone, tag_rules, holds
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS source (  -- one row an outlet
    source VARCHAR NOT NULL,
    first_refresh INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS article (  -- one row an address
    id BIGINT NOT NULL,
    url VARCHAR,
    title VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    authors VARCHAR[] NOT NULL,
    section VARCHAR,
    language VARCHAR,
    published_at TIMESTAMPTZ NOT NULL,
    modified_at TIMESTAMPTZ,
    date_precision VARCHAR NOT NULL,
    date_origin VARCHAR NOT NULL,
    published_on DATE NOT NULL,
    captured_on DATE,
    words INTEGER,
    tone DOUBLE,
    positive DOUBLE,
    neutral DOUBLE,
    negative DOUBLE,
    title_tone DOUBLE,
    supplier_tone VARCHAR,  -- as the tool says it that the row comes from
    page VARCHAR,
    edition VARCHAR,
    programme VARCHAR,
    free BOOLEAN,  -- false: behind a paywall; NULL: the document does not say
    language_probability DOUBLE,  -- NULL: the language is as the document names it
    plain_tone DOUBLE,  -- as tone, names scored like all other words
    plain_title_tone DOUBLE,
    made_with VARCHAR[],  -- versions of models and word lists
    revised_at TIMESTAMPTZ,  -- when a change after publication was last seen
    story BIGINT NOT NULL,  -- alone, an article is its own story: its id
    refresh INTEGER NOT NULL  -- the one that last changed it
);

-- What a store of version 0.1 lacks.
ALTER TABLE article ADD COLUMN IF NOT EXISTS supplier_tone VARCHAR;
ALTER TABLE article ADD COLUMN IF NOT EXISTS page VARCHAR;
ALTER TABLE article ADD COLUMN IF NOT EXISTS edition VARCHAR;
ALTER TABLE article ADD COLUMN IF NOT EXISTS programme VARCHAR;
ALTER TABLE article ADD COLUMN IF NOT EXISTS revised_at TIMESTAMPTZ;
ALTER TABLE article ADD COLUMN IF NOT EXISTS free BOOLEAN;
ALTER TABLE article ADD COLUMN IF NOT EXISTS language_probability DOUBLE;
ALTER TABLE article ADD COLUMN IF NOT EXISTS plain_tone DOUBLE;
ALTER TABLE article ADD COLUMN IF NOT EXISTS plain_title_tone DOUBLE;
ALTER TABLE article ADD COLUMN IF NOT EXISTS made_with VARCHAR[];

CREATE TABLE IF NOT EXISTS tag (  -- one row a tag
    tag VARCHAR NOT NULL,  -- the key: folded for case, spaces and hyphens
    label VARCHAR NOT NULL  -- as an analyst named it, else its most frequent spelling
);

CREATE TABLE IF NOT EXISTS tag_alias (  -- one row a key that is another name of a tag
    key VARCHAR NOT NULL,
    tag VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS tag_rule (  -- one row a decision of an analyst, as the desk has it
    tag VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,  -- merge, hide or show
    target VARCHAR,  -- of a merge
    label VARCHAR
);

CREATE TABLE IF NOT EXISTS article_tag (  -- one row an article, spelling folded and origin
    article BIGINT NOT NULL,
    tag VARCHAR NOT NULL,  -- what the folded spelling is a name of
    spelling VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,  -- publisher, boilerplate or rule
    counted BOOLEAN DEFAULT true,  -- not if hidden, or if the article has the tag by another name
    published_on DATE NOT NULL
);
ALTER TABLE article_tag ADD COLUMN IF NOT EXISTS counted BOOLEAN DEFAULT true;

CREATE TABLE IF NOT EXISTS article_keyphrase (  -- the same of keyphrases, which are many
    article BIGINT NOT NULL,
    tag VARCHAR NOT NULL,
    spelling VARCHAR NOT NULL,
    counted BOOLEAN DEFAULT true,
    published_on DATE NOT NULL
);

CREATE TABLE IF NOT EXISTS entity (  -- one row a name and type
    id BIGINT NOT NULL,
    entity VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    country VARCHAR,  -- ISO 3166-1 alpha-2, of a place where it is known
    latitude DOUBLE,
    longitude DOUBLE
);
ALTER TABLE entity ADD COLUMN IF NOT EXISTS country VARCHAR;
ALTER TABLE entity ADD COLUMN IF NOT EXISTS latitude DOUBLE;
ALTER TABLE entity ADD COLUMN IF NOT EXISTS longitude DOUBLE;

CREATE TABLE IF NOT EXISTS entity_alias (  -- one row an entity, a spelling and the machine's name
    entity BIGINT NOT NULL,  -- as which it is shown
    alias VARCHAR NOT NULL,  -- as the texts spell it
    name VARCHAR NOT NULL,  -- as which the machine took it
    type VARCHAR NOT NULL  -- and of which type
);

-- What a store of version 0.1 lacks: each of its names stood for itself.
INSERT INTO entity_alias
SELECT id, entity, entity, type FROM entity WHERE NOT EXISTS (FROM entity_alias);

CREATE TABLE IF NOT EXISTS mention (  -- one row an article and entity
    article BIGINT NOT NULL,
    entity BIGINT NOT NULL,
    count INTEGER NOT NULL,
    in_title BOOLEAN NOT NULL,
    in_lead BOOLEAN NOT NULL,
    share DOUBLE NOT NULL,  -- of the body's sentences that name it, 0 to 1
    prominence DOUBLE,  -- 0 to 1
    tone DOUBLE,  -- towards it, mean over those sentences, -1 to 1
    published_on DATE NOT NULL
);
ALTER TABLE mention ADD COLUMN IF NOT EXISTS prominence DOUBLE;

CREATE TABLE IF NOT EXISTS quote (  -- one row an article and quote
    article BIGINT NOT NULL,
    place INTEGER NOT NULL,  -- the first of the article is 1
    speaker BIGINT,  -- an entity
    "text" VARCHAR NOT NULL,
    tone DOUBLE,
    published_on DATE NOT NULL
);

CREATE TABLE IF NOT EXISTS popularity (  -- one row a thing, day, measure and (of places) list
    key BIGINT NOT NULL,  -- stands for just that, so that the same is not counted twice
    article BIGINT,  -- its id, known or not; NULL while a title of a list fits no article
    url VARCHAR,
    source VARCHAR,  -- of places: whose list it was
    title VARCHAR,
    day DATE NOT NULL,
    measure VARCHAR NOT NULL,  -- page_views, shares or places
    value DOUBLE NOT NULL  -- of places: the rank in the list, 1 is the top
);

CREATE TABLE IF NOT EXISTS refresh (  -- one row a run
    refresh INTEGER NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    outcome VARCHAR NOT NULL,  -- running, complete, incomplete (a source failed) or interrupted
    read BIGINT NOT NULL,
    "new" BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    version VARCHAR NOT NULL,  -- of Presswatch, recogniser and lexicon
    asked_all BOOLEAN NOT NULL,  -- whether all sources were asked, or only given paths
    asked_until TIMESTAMPTZ  -- up to which instant all of them had been; NULL: started_at
);
ALTER TABLE refresh ADD COLUMN IF NOT EXISTS asked_until TIMESTAMPTZ;

CREATE TABLE IF NOT EXISTS problem (  -- one row a document that could not be taken
    refresh INTEGER NOT NULL,
    document VARCHAR NOT NULL,
    place VARCHAR,
    stage VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS fetch_state (  -- one row a source of the settings or the desk
    source VARCHAR NOT NULL,  -- its name there
    kind VARCHAR NOT NULL,
    address VARCHAR,  -- that was asked, without a password; NULL of what is on this machine
    asked_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,  -- the last time that all it had was taken
    first_answered_at TIMESTAMPTZ,
    due_at TIMESTAMPTZ NOT NULL,  -- when it is asked again
    failures INTEGER NOT NULL,  -- in a row
    failure VARCHAR,  -- why it could not be asked; NULL if it could
    articles BIGINT NOT NULL,  -- that were new, in all
    per_day DOUBLE  -- articles that it publishes a day; NULL until it was asked twice
);
ALTER TABLE fetch_state ADD COLUMN IF NOT EXISTS address VARCHAR;

CREATE TABLE IF NOT EXISTS visit (  -- one row a source and address that it led to
    source VARCHAR NOT NULL,
    url VARCHAR NOT NULL,  -- as it was asked for; of an archive, the file
    visited_at TIMESTAMPTZ NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    "position" BIGINT,  -- of an archive: up to which byte its records were taken
    failures INTEGER  -- in a row, of a kind that may pass
);
ALTER TABLE visit ADD COLUMN IF NOT EXISTS failures INTEGER;

CREATE TABLE IF NOT EXISTS taken (  -- one row a document that was taken: its bytes need no second reading
    fingerprint BIGINT NOT NULL,
    documents INTEGER NOT NULL  -- a feed is counted by its entries
);

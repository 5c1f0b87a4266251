-- schema
-- The sources that were added by a command: those of the web alone.
CREATE TABLE IF NOT EXISTS source (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,  -- feed or sitemap
    url TEXT NOT NULL,
    outlet TEXT,
    "full" INTEGER NOT NULL,  -- 0 or 1
    added_at TEXT NOT NULL  -- ISO 8601, UTC
);

-- What became of a tag by an analyst's decision: the last one holds.
CREATE TABLE IF NOT EXISTS tag_rule (
    tag TEXT PRIMARY KEY,  -- folded
    decision TEXT NOT NULL,  -- merge, hide or show
    target TEXT,  -- of a merge: the tag that it is another name for; never merged itself
    label TEXT,  -- how the target is shown
    made_at TEXT NOT NULL  -- ISO 8601, UTC
);

-- What an analyst said an entity is: an entity has one rule for all its spellings, and one for each.
CREATE TABLE IF NOT EXISTS entity_rule (
    name TEXT NOT NULL,  -- of the entity, before the rule
    type TEXT NOT NULL,
    spelling TEXT NOT NULL,  -- of a split: how the texts spell what is no longer this entity; else ''
    target TEXT NOT NULL,  -- what it is instead
    target_type TEXT NOT NULL,
    decision TEXT NOT NULL,  -- merge, rename or split
    made_at TEXT NOT NULL,  -- ISO 8601, UTC
    PRIMARY KEY (name, type, spelling)
);

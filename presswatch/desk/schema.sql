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

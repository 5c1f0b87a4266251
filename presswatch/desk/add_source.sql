-- add_source
INSERT OR REPLACE INTO source (name, kind, url, outlet, "full", added_at)
VALUES (:name, :kind, :url, :outlet, :full, :added_at)

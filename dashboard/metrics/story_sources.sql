-- Who told a story first
-- The sources of a story in the order of their first article of it, whatever the filters, each with
-- its number of articles and how far that article was behind. `first` says which sources were first
-- or may have been: one article dated by day only leaves it open who was. Hours, days and what counts
-- as first are as in story_articles. Without a story it is the one that most articles which pass the
-- filters tell.
-- unit: articles
-- grain: one row a source
-- parameters: story
SELECT source, count(*) OVER (PARTITION BY source) AS coverage, published_at, published_on, by_day,
    behind, days_behind, bool_or(first) OVER (PARTITION BY source) AS first
FROM telling
QUALIFY row_number() OVER (PARTITION BY source ORDER BY published_at, article) = 1
ORDER BY published_at, article

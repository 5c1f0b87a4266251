-- The headlines of a story
-- Under which titles a story was told, whatever the filters, how many articles have each, word for
-- word, from how many sources, and when it was first used. Without a story it is the one that most
-- articles which pass the filters tell. Most used first.
-- unit: articles
-- grain: one row a title
-- parameters: story
SELECT title AS headline, count(*) AS coverage, count(DISTINCT source) AS sources,
    min(published_at) AS published_at,
    first(published_on ORDER BY published_at, article) AS published_on,
    first(by_day ORDER BY published_at, article) AS by_day
FROM telling
GROUP BY title
ORDER BY coverage DESC, published_at, headline

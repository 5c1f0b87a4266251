-- The articles of a story
-- All articles of a story in the order of their publication, whatever the filters; an article dated
-- by day only stands at the beginning of its day. `first` is the earliest of those that are dated
-- closer, unless one is dated by an earlier day, and each that is dated by the first day only: it may
-- have been the first. `behind` is how many hours an article came after the earliest of those dated
-- closer; it is empty for an article dated by day only, and where none of the first day is dated
-- closer. A change of title or text is dated by when it was last seen. Without a story it is the one
-- that most articles which pass the filters tell.
-- unit: articles
-- grain: one row an article
-- parameters: story
SELECT telling.article AS article, title, source, url, published_at, published_on, by_day, behind,
    days_behind, first, tone, revised_at, passing.article IS NOT NULL AS passes
FROM telling
    LEFT JOIN (
        SELECT id AS article FROM selected WHERE id IN (SELECT article FROM telling)
    ) AS passing USING (article)
ORDER BY published_at, telling.article

-- Half-life of attention
-- On which day of an article's life half of the page views (or shares) of its first days (life)
-- had been seen; day 1 is the day of publication. Of the articles of the window whose life so long
-- was over when the window ended and all sources had last been asked, and that had at least so many
-- views (least) in it. Of how many all were seen on that one day is said too (single): views that
-- come without days count on the day of publication. Cumulative is the share of the articles whose
-- half-life is so many days or fewer. The idea is the half-time of a news document of Dezső and
-- others, Dynamics of information access on the web, Physical Review E 73, 2006. Places in lists
-- are ranks: they have none.
-- unit: articles
-- grain: one row a day of life, zeros included
-- parameters: measure, life, least
WITH lived AS (
    SELECT id, published_on
    FROM selected
    WHERE published_on + $life::INTEGER
        <= least($last::DATE + 1, coalesce($not_over::DATE, $last::DATE + 1))
),
running AS (
    SELECT article, day - published_on + 1 AS age, value,
        sum(value) OVER (PARTITION BY article ORDER BY day) AS until,
        sum(value) OVER (PARTITION BY article) AS whole
    FROM popularity JOIN lived ON id = article
    WHERE measure = $measure AND measure <> 'places' AND day BETWEEN $first::DATE AND $last::DATE
        AND day BETWEEN published_on AND published_on + $life::INTEGER - 1
),
halved AS (
    SELECT article, min(age) FILTER (until >= whole / 2) AS age,
        min(age) FILTER (value > 0) = max(age) FILTER (value > 0) AS single
    FROM running
    WHERE whole >= greatest($least, 1)
    GROUP BY article
),
counted AS (
    SELECT age, count(*) AS articles, count(*) FILTER (single) AS single
    FROM halved
    GROUP BY age
)
SELECT age, coalesce(articles, 0) AS articles, coalesce(single, 0) AS single,
    coalesce(articles, 0) / (SELECT count(*) FROM halved) AS share,
    coalesce(sum(articles) OVER (ORDER BY age), 0) / (SELECT count(*) FROM halved) AS cumulative
FROM range(1, $life + 1) AS every(age) LEFT JOIN counted USING (age)
WHERE EXISTS (FROM counted)
ORDER BY age

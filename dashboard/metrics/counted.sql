-- What is counted
-- The articles by how their date, language, text and tone are known. An article that is dated by
-- day only takes no part in what goes by the hour or asks who was first; one without a text has no
-- names, quotes and sentences but those of its title; one without a tone takes no part in a mean
-- tone. Articles are counted, also where stories are asked for. In the order of the aspects, each
-- with most articles first.
-- unit: articles
-- grain: one row an aspect and what it is
-- parameters: none
WITH told AS (
    SELECT date_precision, date_origin, coalesce(language, 'not known') AS language,
        CASE WHEN words > 0 THEN 'found' ELSE 'not found' END AS body,
        CASE WHEN tone IS NOT NULL THEN 'scored' ELSE 'not scored' END AS toned
    FROM selected
),
counted AS (
    SELECT grouping(date_precision, date_origin, body, toned, language) AS which,
        coalesce(date_precision, date_origin, body, toned, language) AS part,
        count(*) AS coverage
    FROM told
    GROUP BY GROUPING SETS ((date_precision), (date_origin), (body), (toned), (language))
)
SELECT
    CASE which
        WHEN 15 THEN 'dated to the' WHEN 23 THEN 'date read in the' WHEN 27 THEN 'text'
        WHEN 29 THEN 'tone' ELSE 'language'
    END AS aspect,
    part, coverage, coverage / (SELECT count(*) FROM selected) AS share
FROM counted
ORDER BY which, coverage DESC, part

-- First or later
-- How much each source has alone, and how early it is on what others have too. A story is shared if
-- the store has it from two sources or more, whether all of its articles pass the filters or not;
-- `alone` counts a source's articles of all other stories. A source's place in a shared story is
-- that of its earliest article there: it led if no other was earlier (several may have led at once),
-- else it followed. Articles dated by day only take no part in this: where the source has no other
-- in the story, or no second source has one, its articles there are `unordered`. Of the stories in
-- which it has a place (`ordered`), `led_share` is how many it led, and `lag` the median number of
-- hours behind the first in those in which it followed. `by_day_only` is how many of its articles of
-- shared stories are dated by day only. Most articles first.
-- unit: articles or stories; hours
-- grain: one row a source with an article
-- parameters: limit
WITH copied AS (
    -- A story has the id of the article that founded it.
    SELECT DISTINCT story
    FROM article
    WHERE story <> id AND story IN (SELECT story FROM selected)
),
told AS (
    SELECT story, source, min(published_at) FILTER (date_precision <> 'day') AS earliest
    FROM article
    WHERE story IN (SELECT story FROM copied)
    GROUP BY ALL
),
shared_story AS (
    SELECT story, min(earliest) AS begun, count(earliest) AS timed
    FROM told
    GROUP BY story
    HAVING count(*) > 1
),
placed AS (
    SELECT story, source, earliest = begun AS led, epoch(earliest - begun) / 3600 AS lag,
        earliest IS NOT NULL AND timed > 1 AS ordered
    FROM told JOIN shared_story USING (story)
),
written AS (
    SELECT source, story, date_precision = 'day' AS by_day
    FROM selected
    WHERE story IN (SELECT story FROM shared_story)
),
shared_by AS (
    SELECT source, count_of(story) AS shared_with_others,
        count_of(story) FILTER (ordered AND led) AS led,
        count_of(story) FILTER (ordered AND NOT led) AS followed,
        count_of(story) FILTER (NOT ordered) AS unordered,
        count(*) FILTER (by_day) AS by_day_only
    FROM written JOIN placed USING (story, source)
    GROUP BY source
),
raced AS (
    SELECT source, count(*) FILTER (ordered) AS ordered,
        count(*) FILTER (ordered AND led) AS led_stories,
        median(lag) FILTER (ordered AND NOT led) AS lag
    FROM placed SEMI JOIN written USING (story, source)
    GROUP BY source
),
counted AS (
    SELECT source, count_of(story) AS coverage
    FROM selected
    GROUP BY source
)
SELECT source, coverage, coverage - coalesce(shared_with_others, 0) AS alone,
    coalesce(led, 0) AS led, coalesce(followed, 0) AS followed, coalesce(unordered, 0) AS unordered,
    coalesce(ordered, 0) AS ordered, led_stories / nullif(ordered, 0) AS led_share, lag,
    coalesce(by_day_only, 0) AS by_day_only
FROM counted LEFT JOIN shared_by USING (source) LEFT JOIN raced USING (source)
ORDER BY coverage DESC, source
LIMIT nullif($limit, 0)

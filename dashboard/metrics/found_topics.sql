-- Topics found without tags
-- The 200 keyphrases that most articles have, in `support` of them at least, put into groups by the
-- articles that have them together. Two phrases are as close as the cosine of these articles: the
-- number that has both over the square root of the product of their numbers. Each phrase goes with
-- the closest of those that more articles have, if the cosine is 0.3 or more and `support` articles
-- have both; a phrase that has none heads a topic, and the others belong to the topic that they
-- come to so (the centres of Rodriguez and Laio, "Clustering by Fast Search and Find of Density
-- Peaks", Science 344, 2014, with the number of articles as the density). Nothing in it is by
-- chance, and articles that have none of these phrases change nothing. A topic has two phrases at
-- least, is named by its three most frequent, and counts the articles that have any of its phrases;
-- an article may count for several. The change is on the period of equal length just before, for
-- the same phrases.
-- unit: articles or stories
-- grain: one row a topic
-- parameters: support, limit
WITH RECURSIVE phrase AS (
    SELECT tag, count_of(story) AS coverage,
        row_number() OVER (ORDER BY coverage DESC, tag) AS place
    FROM phrased
    GROUP BY tag
    HAVING coverage >= greatest($support, 1)
    ORDER BY place
    LIMIT 200
),
bearing AS (
    SELECT place, story
    FROM phrased JOIN phrase USING (tag)
),
pairs AS (
    SELECT below.place AS place, above.place AS other,
        count_of(story) AS together
    FROM bearing AS below JOIN bearing AS above USING (story)
    WHERE above.place < below.place
    GROUP BY ALL
    HAVING together >= greatest($support, 1)
),
nearest AS (
    SELECT pairs.place AS place, other, together / sqrt(mine.coverage * theirs.coverage) AS cosine
    FROM pairs JOIN phrase AS mine ON mine.place = pairs.place
        JOIN phrase AS theirs ON theirs.place = other
    WHERE cosine >= 0.3
    QUALIFY row_number() OVER (PARTITION BY pairs.place ORDER BY cosine DESC, other) = 1
),
grouped AS (
    SELECT place, place AS head FROM phrase ANTI JOIN nearest USING (place)
    UNION ALL
    SELECT nearest.place, head FROM nearest JOIN grouped ON grouped.place = other
),
topic AS (
    SELECT head, list(coalesce(label, tag) ORDER BY place) AS phrases
    FROM grouped JOIN phrase USING (place) LEFT JOIN tag AS labels USING (tag)
    GROUP BY head
    HAVING count(*) >= 2
),
counted AS (
    SELECT head, count(DISTINCT story) AS coverage
    FROM bearing JOIN grouped USING (place)
    WHERE head IN (SELECT head FROM topic)
    GROUP BY head
),
counted_before AS (
    SELECT head, count(DISTINCT story) AS before
    FROM phrased_before JOIN phrase USING (tag) JOIN grouped USING (place)
    WHERE head IN (SELECT head FROM topic)
    GROUP BY head
),
compared AS (
    SELECT head, phrases, counted.coverage AS coverage,
        CASE WHEN $before_first::DATE IS NOT NULL THEN coalesce(before, 0) END AS before
    FROM topic JOIN counted USING (head) LEFT JOIN counted_before USING (head)
)
SELECT array_to_string(phrases[:3], ', ') AS topic, phrases, coverage, before,
    coverage / nullif(before, 0) - 1 AS change
FROM compared
ORDER BY coverage DESC, head
LIMIT nullif($limit, 0)

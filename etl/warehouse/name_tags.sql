-- Each tag with its most frequent spelling; at a tie, the first in the alphabet.
CREATE OR REPLACE TABLE tag AS
SELECT tag, arg_max(spelling, (uses, -place)) AS label
FROM (
    SELECT tag, spelling, count(*) AS uses, row_number() OVER (ORDER BY spelling) AS place
    FROM article_tag
    GROUP BY tag, spelling
)
GROUP BY tag
ORDER BY tag

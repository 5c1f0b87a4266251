-- Most popular articles
-- The articles that were most popular on the days of the window, whenever they were published.
-- Page views and shares are summed over those days; places is the number of most-popular lists (a
-- list is an outlet and a day) in which the article stood, and at a tie the better mean place goes
-- first. The three are never added up. Remaining ties go by title.
-- unit: page views, shares, or lists
-- grain: one row an article seen in the window
-- parameters: measure, limit
SELECT rank, article, title, source, url, $measure AS measure, value
FROM ranked
ORDER BY rank

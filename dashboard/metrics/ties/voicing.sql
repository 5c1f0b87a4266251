-- Which articles, or stories, are about which member.
SELECT place, story
FROM voiced

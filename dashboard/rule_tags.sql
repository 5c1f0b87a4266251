-- The tags that an article has by rule and not from its publisher, as they are shown.
SELECT coalesce(label, tag) AS tag
FROM article_tag LEFT JOIN tag AS labels USING (tag)
WHERE article = $article AND published_on = $published_on::DATE
GROUP BY tag, label
HAVING bool_and(origin = 'rule')
ORDER BY article_tag.tag

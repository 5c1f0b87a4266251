-- The spellings of some tags. concerned: tag.
SELECT spelling FROM article_tag SEMI JOIN concerned USING (tag)
UNION
SELECT spelling FROM article_keyphrase SEMI JOIN concerned USING (tag)

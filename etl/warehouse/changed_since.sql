-- What the index needs of each article that changed after a refresh.
SELECT
    id, title, source, url, authors, section, published_at, published_on, date_origin,
    captured_on, tags, body, related_titles, most_popular, mentions, tone, title_tone, sentences
FROM reading
WHERE refresh > $refresh

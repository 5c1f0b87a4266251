-- What the index needs of each article that changed after a refresh.
SELECT
    reading.id, title, source, url, authors, section, language, language_probability, published_at,
    published_on, date_origin, captured_on, summary, image, free, tags, body, related_titles,
    most_popular, keyphrases, tone, title_tone, plain_tone,
    plain_title_tone, sentences, made_with,
    CASE WHEN overlay.id IS NULL THEN reading.mentions ELSE overlay.mentions END AS mentions,
    CASE WHEN overlay.id IS NULL THEN reading.spans ELSE overlay.spans END AS spans,
    CASE WHEN overlay.id IS NULL THEN reading.quotes ELSE overlay.quotes END AS quotes,
    coalesce(versions, []) AS versions
FROM reading
LEFT JOIN overlay ON overlay.id = reading.id
LEFT JOIN (
    SELECT
        article,
        list(
            {'title': title, 'body': body, 'seen_at': seen_at, 'document': document}
            ORDER BY seen_at, replaced_at
        ) AS versions
    FROM version
    GROUP BY article
) AS earlier ON earlier.article = reading.id
WHERE refresh > $refresh

-- What the index needs of each article that changed after a refresh.
SELECT
    id, title, source, url, authors, section, published_at, published_on, date_origin,
    captured_on, tags, body, related_titles, most_popular, mentions, tone, title_tone, sentences,
    coalesce(versions, []) AS versions
FROM reading LEFT JOIN (
    SELECT
        article,
        list(
            {'title': title, 'body': body, 'seen_at': seen_at, 'document': document}
            ORDER BY seen_at, replaced_at
        ) AS versions
    FROM version
    GROUP BY article
) ON article = id
WHERE refresh > $refresh

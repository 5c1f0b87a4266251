-- What the index needs of each article that changed after a refresh.
SELECT
    id, title, source, url, authors, section, language, language_probability, published_at,
    published_on, date_origin, captured_on, summary, image, free, tags, body, related_titles,
    most_popular, mentions, spans, quotes, keyphrases, tone, title_tone, plain_tone,
    plain_title_tone, sentences, made_with,
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

-- A store of so many invented articles over ten years, in the order of their days. Tags, entities,
-- sources and authors are drawn log-uniformly, which is like Zipf's law; all comes from hashes, so
-- that the same number gives the same store.
CREATE MACRO chance(id, what) AS (hash(id, what) % 1_000_003) / 1_000_003;
CREATE MACRO drawn(id, what, most) AS floor(exp(chance(id, what) * ln(most + 1)))::BIGINT;

INSERT INTO article BY NAME
SELECT
    id,
    'https://s' || drawn(id, 'source', 500) || '.example/' || id AS url,
    'Report ' || id || ' on matter ' || drawn(id, 'tag1', 5000) AS title,
    'Source ' || drawn(id, 'source', 500) AS source,
    ['Author ' || drawn(id, 'author', 20000)] AS authors,
    ['en', 'de', 'fr'][drawn(id, 'language', 3)] AS language,
    TIMESTAMPTZ '2016-11-24 00:00:00+00' + (id * (3650 * 86400.0 / $articles)) * INTERVAL 1 SECOND
        AS published_at,
    'instant' AS date_precision,
    'page' AS date_origin,
    published_at::DATE AS published_on,
    (100 + drawn(id, 'words', 2000))::INTEGER AS words,
    CASE WHEN chance(id, 'toned') < 0.95 THEN chance(id, 'tone') - 0.4 END AS tone,
    tone / 4 + 0.4 AS positive, 0.3 AS neutral, 0.3 - tone / 4 AS negative,
    chance(id, 'title tone') - 0.5 AS title_tone,
    CASE WHEN chance(id, 'copied') < 0.2 THEN id - drawn(id, 'copy', 30) ELSE id END AS story,
    1 AS refresh
FROM range(1, $articles + 1) AS numbers(id)
ORDER BY id;

INSERT INTO article_tag BY NAME
SELECT DISTINCT
    article.id AS article, 'tag ' || drawn(article.id, place, 5000) AS tag,
    tag AS spelling, 'publisher' AS origin, published_on
FROM article, range(5) AS places(place)
ORDER BY published_on;

INSERT INTO tag BY NAME SELECT DISTINCT tag, tag AS label FROM article_tag;

INSERT INTO mention BY NAME
SELECT DISTINCT ON (article, entity)
    article.id AS article, drawn(article.id, -1 - place, 50000) AS entity,
    1 + place::INTEGER % 3 AS "count", place < 2 AS in_title, place < 4 AS in_lead,
    0.1 AS share, 0.2 AS prominence, chance(article.id, 'towards') - 0.5 AS tone, published_on
FROM article, range(10) AS places(place)
ORDER BY published_on;

INSERT INTO entity BY NAME
SELECT DISTINCT entity AS id, 'Name ' || entity AS entity,
    ['person', 'organization', 'place'][1 + entity % 3] AS type
FROM mention;

INSERT INTO popularity BY NAME
SELECT
    (hash(article.id, day) // 4)::BIGINT AS key, article.id AS article, published_on + day::INTEGER AS day,
    'page_views' AS measure, drawn(article.id, day, 100000)::DOUBLE AS value
FROM article, range(3) AS days(day)
WHERE article.id % 3 = 0
ORDER BY published_on;

INSERT INTO source BY NAME SELECT DISTINCT source, 1 AS first_refresh FROM article;

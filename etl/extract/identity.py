"""Which article an article is."""

from datetime import date

from etl.article import article_id


def identify(url: str | None, source: str, title: str, day: date, body: tuple[str, ...]) -> int:
    """The id: of the address; without one of what the article says, so that two different
    'In brief' of one day stay two."""
    if url:
        return article_id(url)
    return article_id(source, title, day.isoformat(), "\n\n".join(body))

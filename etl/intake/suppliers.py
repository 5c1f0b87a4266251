"""Articles as other tools export them, of the formats whose columns a public source documents.

What a tool says of an article's tone is kept as the supplier's. A text that the tool cuts short
is not taken for the body: it would be counted as one.

- Media Cloud, the search's CSV of all stories: mediacloud/web-search on GitHub,
  mcweb/backend/search/providers/onlinenews.py (`_match_to_row`).
- GDELT DOC 2.0, ArtList as JSON and CSV: 'GDELT DOC 2.0 API Debuts!'
  (https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/); the JSON's fields: 'A client for the
  GDELT 2.0 Doc API' (the package gdeltdoc). The CSV's header is as its users
  report it; GDELT documents none.
- NewsAPI: 'Everything' (https://newsapi.org/docs/endpoints/everything). A `content` that is cut
  says so at its end: '… [+2831 chars]'.
- Event Registry: 'Data models' (https://newsapi.ai/documentation?tab=data_models).
- Miniflux: 'API Reference', Entry (https://miniflux.app/docs/api.html).
- FreshRSS, and Google Reader's API that it follows: FreshRSS/FreshRSS on GitHub,
  app/views/helpers/export/articles.phtml.
- Meltwater's API: 'API JSON' and 'Legacy JSON Template'
  (https://developer.meltwater.com/api-reference/templates/api-json, .../legacy-json). Its CSV:
  by the header that zanehill01/brandsurge.ai on GitHub shows (data/csv/README.md).
- Talkwalker: 'Talkwalker Documents' (https://developer.talkwalker.com/docs/talkwalker-documents),
  whose 'Field Information' says that `content` is the first words alone."""

import re

from etl.intake.export import Export, Fields

CUT = re.compile(r"\[\+\d+ chars\]\s*$")
OWN = "user/"  # what a reader calls an article, beside its own tags


def _newsapi(fields: Fields) -> Fields:
    if CUT.search(str(fields.get("body", ""))):
        del fields["body"]
    return fields


def _utc(fields: Fields) -> Fields:
    """GDELT's CSV writes '2025-03-03 10:15:00', in UTC."""
    return fields | {"published": f"{fields['published']}Z"} if "published" in fields else fields


def _event_registry(fields: Fields) -> Fields:
    if isinstance(concepts := fields.get("tags"), list):
        fields["tags"] = [_label(one.get("label")) for one in concepts if isinstance(one, dict)]
    if isinstance(shares := fields.pop("shares", None), dict):
        counts = [one for one in shares.values() if isinstance(one, int | float)]
        fields |= {"shares": sum(counts)} if counts else {}
    return fields


def _label(label: object) -> object:
    """Of a concept's labels by language the English one, else any."""
    if not isinstance(label, dict):
        return label
    return label.get("eng") or next(iter(label.values()), None)


def _reader(fields: Fields) -> Fields:
    if isinstance(tags := fields.get("tags"), list):
        fields["tags"] = [tag for tag in tags if isinstance(tag, str) and not tag.startswith(OWN)]
    return fields


SUPPLIERS: tuple[Export, ...] = (
    Export(
        name="Media Cloud",
        marks=("media_name", "publish_date", "title", "url"),
        fields={
            "url": ("url",),
            "title": ("title",),
            "published": ("publish_date",),
            "source": ("media_name",),
            "language": ("language",),
        },
    ),
    Export(
        name="GDELT DOC, JSON",
        marks=("seendate", "domain", "title", "url"),
        fields={
            "url": ("url",),
            "title": ("title",),
            "published": ("seendate",),
            "source": ("domain",),
            "language": ("language",),
        },
    ),
    Export(
        name="GDELT DOC, CSV",
        marks=("URL", "MobileURL", "Date", "Title"),
        fields={"url": ("URL",), "title": ("Title",), "published": ("Date",)},
        mend=_utc,
    ),
    Export(
        name="NewsAPI",
        marks=("source", "title", "url", "urlToImage", "publishedAt"),
        fields={
            "url": ("url",),
            "title": ("title",),
            "published": ("publishedAt",),
            "source": ("source/name", "source/id"),
            "authors": ("author",),
            "body": ("content",),
        },
        mend=_newsapi,
    ),
    Export(
        name="Event Registry",
        marks=("uri", "title", "url", "dateTimePub|dateTime", "source"),
        fields={
            "url": ("url",),
            "title": ("title",),
            "published": ("dateTimePub", "dateTime"),
            "source": ("source/title", "source/uri"),
            "authors": ("authors",),
            "body": ("body",),
            "language": ("lang",),
            "tags": ("concepts",),
            "shares": ("shares",),
            "supplier_tone": ("sentiment",),
        },
        misleading=("time",),  # when it was found
        mend=_event_registry,
    ),
    Export(  # a feed's title names a section as often as an outlet: the address says who
        name="Miniflux",
        marks=("feed_id", "published_at", "title", "url", "content"),
        fields={
            "url": ("url",),
            "title": ("title",),
            "published": ("published_at",),
            "authors": ("author",),
            "body": ("content",),
            "tags": ("tags",),
        },
    ),
    Export(
        name="FreshRSS, Google Reader",
        marks=("origin", "alternate|canonical", "published", "title"),
        fields={
            "url": ("canonical/href", "alternate/href"),
            "title": ("title",),
            "published": ("published",),
            "authors": ("author",),
            "body": ("content/content", "summary/content"),
            "tags": ("categories",),
        },
        misleading=("updated",),  # says what `published` does
        mend=_reader,
    ),
    Export(
        name="Meltwater, JSON",
        marks=("published_date", "content", "source", "enrichments"),
        fields={
            "url": ("url",),
            "title": ("content/title",),
            "published": ("published_date",),
            "source": ("source/name",),
            "authors": ("content/byline", "author/name"),
            "body": ("content/body",),
            "language": ("enrichments/language_code",),
            "tags": ("enrichments/keyphrases",),
            "supplier_tone": ("enrichments/sentiment",),
        },
        misleading=("content", "author"),
    ),
    Export(
        name="Meltwater, JSON of old",
        marks=("document_title", "document_url", "document_publish_date", "source_name"),
        fields={
            "url": ("document_url",),
            "title": ("document_title",),
            "published": ("document_publish_date",),
            "source": ("source_name",),
            "language": ("document_language_code",),
            "tags": ("document_key_phrases",),
            "supplier_tone": ("document_sentiment",),
        },
    ),
    Export(
        name="Meltwater, CSV",
        marks=("Date", "Headline", "URL", "Opening Text", "Hit Sentence", "Source"),
        fields={
            "url": ("URL",),
            "title": ("Headline",),
            "published": ("Date",),
            "clock": ("Time",),
            "source": ("Source",),
            "authors": ("Influencer",),
            "language": ("Language",),
            "tags": ("Document Tags", "Key Phrases"),
            "supplier_tone": ("Sentiment",),
        },
        misleading=("Views",),  # of a post of a social network
    ),
    Export(
        name="Talkwalker",
        marks=("url", "published", "extra_source_attributes.name|extra_source_attributes"),
        fields={
            "url": ("url",),
            "title": ("title",),
            "published": ("published",),
            "source": ("extra_source_attributes.name", "extra_source_attributes/name"),
            "authors": ("extra_author_attributes.name", "extra_author_attributes/name"),
            "language": ("lang",),
            "supplier_tone": ("sentiment",),
        },
        misleading=("content",),
    ),
)

"""Page views as analytics tools export them. Where a row names no day, day.py does.

- Google Analytics 4: the CSV of 'Pages and screens' and of explorations, whose lines of '#' name
  the days. The report: '[GA4] Pages and screens report'
  (https://support.google.com/analytics/answer/12926732); the names by which the Data API calls
  the same: 'API Dimensions & Metrics'
  (https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema). The file's own
  form is as its users report it; Google documents none.
- Matomo: 'Actions > Pages' as CSV or JSON, by the API's names or the English ones. Its method
  Actions.getPageUrls: 'Reporting API Reference'
  (https://developer.matomo.org/api-reference/reporting-api#Actions); the names' English is in
  matomo-org/matomo, plugins/Actions/lang/en.json.
- Plausible: `imported_pages_*.csv` of a whole export, 'Import stats using CSV files'
  (https://plausible.io/docs/csv-import), and `pages.csv` of the dashboard's download, 'Export your
  website stats' (https://plausible.io/docs/export-stats)."""

from etl.intake.export import Export

PAGE_VIEWS: tuple[Export, ...] = (
    Export(
        name="Google Analytics 4",
        marks=(
            "Page location|pageLocation|Full page URL|fullPageUrl"
            "|Page path and screen class|Page path + query string and screen class"
            "|Page path + query string|pagePathPlusQueryString|Page path|pagePath"
            "|unifiedPagePathScreen",
            "Views|screenPageViews",
        ),
        fields={
            "url": (
                "Page location",
                "pageLocation",
                "Full page URL",
                "fullPageUrl",
                "Page path + query string and screen class",
                "Page path + query string",
                "pagePathPlusQueryString",
                "Page path and screen class",
                "unifiedPagePathScreen",
                "Page path",
                "pagePath",
            ),
            "host": ("Hostname", "hostName"),
            "published": ("Date", "Day"),
            "page_views": ("Views", "screenPageViews"),
        },
    ),
    Export(
        name="Matomo",
        marks=("label|Page URL", "nb_hits|Pageviews"),
        fields={
            "url": ("url", "metadata_url", "Metadata: url", "Page URL", "label"),
            "published": ("date",),
            "page_views": ("nb_hits", "Pageviews"),
        },
    ),
    Export(
        name="Plausible, whole export",
        marks=("date", "hostname", "page", "pageviews"),
        fields={
            "url": ("page",),
            "host": ("hostname",),
            "published": ("date",),
            "page_views": ("pageviews",),
        },
    ),
    Export(
        name="Plausible, dashboard",
        marks=("name|page", "visitors", "pageviews"),
        fields={"url": ("name", "page"), "published": ("date",), "page_views": ("pageviews",)},
    ),
)

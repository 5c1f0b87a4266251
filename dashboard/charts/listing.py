"""The list of articles as it is shown, and how it is cut into pages."""

from dataclasses import dataclass

import pandas as pd

from dashboard.charts.links import followable

ROWS = 50
SHOWN = {
    "published_on": "Published",
    "title": "Title",
    "source": "Source",
    "tone": "Tone",
    "tags": "Tags",
    "page_views": "Page views",
    "url": "Link",
}


@dataclass(frozen=True, slots=True)
class Pages:
    """A list cut into pages of ROWS articles."""

    count: int

    def before(self, page: int) -> int:
        """How many articles come before a page."""
        return (page - 1) * ROWS


def pages_of(total: int) -> Pages:
    """The pages of a list with so many articles; an empty one has a page too."""
    return Pages(max(1, -(-total // ROWS)))


def listing(table: pd.DataFrame) -> pd.DataFrame:
    """The columns that are shown, under their headings. A link that leads elsewhere than to a web
    page is left out."""
    shown = table[list(SHOWN)].copy()
    shown["url"] = [followable(url) for url in table["url"]]
    # Without the sum a rounded zero would keep its minus.
    shown["tone"] = table["tone"].astype(float).round(2) + 0.0
    return shown.rename(columns=SHOWN)

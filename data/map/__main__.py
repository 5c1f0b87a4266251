"""Make outlines.json, whose source the package says."""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

FILE = Path(__file__).with_name("outlines.json")
SOURCE = "Natural Earth 4.1.0, public domain (www.naturalearthdata.com)"
HALF_WAY, SOUTH = 180.0, -60.0
Arc = list[tuple[float, float]]


def main(topology: dict[str, Any], finer: dict[str, Any]) -> None:
    arcs = _arcs(topology)
    land = topology["objects"]["land"]["geometries"]
    rings = [ring for one in land for polygon in one["arcs"] for ring in polygon]
    coast = {_arc(number) for ring in rings for number in ring}
    borders = [arc for number, arc in enumerate(arcs) if number not in coast]
    outlines = {
        "source": SOURCE,
        "land": [_flat(part) for ring in rings for part in _whole(_joined(ring, arcs))],
        "borders": [_flat(part) for border in borders for part in _whole(border)],
        "countries": dict(sorted(_middles(finer))),
    }
    FILE.write_text(json.dumps(outlines, separators=(",", ":")) + "\n", "utf-8")


def _middles(topology: dict[str, Any]) -> Iterator[tuple[str, list[float]]]:
    """Each country's ISO 3166-1 code with the middle of its largest piece of land, which the small
    ones have at a finer scale only."""
    arcs, codes = _arcs(topology), get_global("territory_aliases")
    for country in topology["objects"]["countries"]["geometries"]:
        held = codes.get(country.get("id"))  # CLDR knows the numbers of ISO 3166-1 as aliases
        if held:
            polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
            rings = [next(_whole(_joined(polygon[0], arcs)), []) for polygon in polygons]
            area, x, y = max(map(_middle, filter(None, rings)), default=(0.0, 0.0, 0.0))
            if area:
                yield held[0], [round(x, 1), round(y, 1)]


def _middle(ring: Arc) -> tuple[float, float, float]:
    """The area within a ring, in square degrees, and its centre of mass."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area) / 2, x / (3 * area), y / (3 * area)) if area else (0.0, 0.0, 0.0)


def _arcs(topology: dict[str, Any]) -> list[Arc]:
    return [_places(arc, topology["transform"]) for arc in topology["arcs"]]


def _places(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Arc:
    """Longitudes and latitudes of an arc: TopoJSON has whole numbers, counted from the last."""
    (east, north), (west_end, south_end) = transform["scale"], transform["translate"]
    steps = zip(accumulate(one[0] for one in arc), accumulate(one[1] for one in arc), strict=True)
    return [(x * east + west_end, y * north + south_end) for x, y in steps]


def _arc(number: int) -> int:
    return number if number >= 0 else ~number  # a negative one is run through backwards


def _joined(ring: Sequence[int], arcs: Sequence[Arc]) -> Arc:
    joined: Arc = []
    for number in ring:
        arc = arcs[_arc(number)]
        joined += (arc if number >= 0 else arc[::-1])[1 if joined else 0 :]
    return joined


def _whole(arc: Arc) -> Iterator[Arc]:
    """A line that crosses the date line, drawn on over it, and again from the other edge; what lies
    about the south pole is left out."""
    turn = 0.0
    run: Arc = []
    for x, y in arc:
        if run and abs(x + turn - run[-1][0]) > HALF_WAY:
            turn += 2 * HALF_WAY if x + turn < run[-1][0] else -2 * HALF_WAY
        run.append((x + turn, y))
    if max(y for _, y in run) < SOUTH:
        return
    yield run
    if max(x for x, _ in run) > HALF_WAY:
        yield [(x - 2 * HALF_WAY, y) for x, y in run]
    if min(x for x, _ in run) < -HALF_WAY:
        yield [(x + 2 * HALF_WAY, y) for x, y in run]


def _flat(arc: Arc) -> list[float]:
    """Longitude, latitude, and so on, to a tenth of a degree; what stays in place is left out."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in arc]
    return [number for place in _moving(rounded) for number in place]


def _moving(places: Arc) -> Iterator[tuple[float, float]]:
    last = None
    for place in places:
        if place != last:
            yield place
        last = place


if __name__ == "__main__":
    main(*(json.loads(Path(file).read_text("utf-8")) for file in sys.argv[1:]))

"""People out of what pages write: separate, without what is no name."""

import pytest

from etl.extract.people import people

SITES = frozenset(("harbourcourier", "courier"))
CASES: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "one": (["Ilse Vermaat"], ("Ilse Vermaat",)),
    "by": (["By Ilse Vermaat"], ("Ilse Vermaat",)),
    "von-und": (["Von Anna Schröder und Mehmet Kaya"], ("Anna Schröder", "Mehmet Kaya")),
    "par-et": (["Par Élodie Marchand et Jean Ferrand"], ("Élodie Marchand", "Jean Ferrand")),
    "door-en": (["Door Sanne de Wit en Pieter van den Berg"],
                ("Sanne de Wit", "Pieter van den Berg")),
    "por-y": (["Por Lucía Herrero y Íñigo Salas"], ("Lucía Herrero", "Íñigo Salas")),
    "di": (["Di Chiara Di Stefano"], ("Chiara Di Stefano",)),
    "di-is-a-name": (["Di Stefano"], ("Di Stefano",)),
    "y-is-a-name": (["Santiago Ramón y Cajal"], ("Santiago Ramón y Cajal",)),
    "kind-von": (["Ein Kommentar von Anna Schröder"], ("Anna Schröder",)),
    "von-is-a-name": (["Ursula von der Tann"], ("Ursula von der Tann",)),
    "three": (["Ilse Vermaat, Jon Ames and Mia Wolf"], ("Ilse Vermaat", "Jon Ames", "Mia Wolf")),
    "list": (["Ilse Vermaat", "Jon Ames"], ("Ilse Vermaat", "Jon Ames")),
    "twice": (["Ilse Vermaat", "ILSE VERMAAT"], ("Ilse Vermaat",)),
    "place": (["Ilse Vermaat, Berlin"], ("Ilse Vermaat",)),
    "in-place": (["Anna Schröder in Wien"], ("Anna Schröder",)),
    "role": (["Ilse Vermaat, Political Editor"], ("Ilse Vermaat",)),
    "role-behind": (["Ilse Vermaat Sports Editor"], ("Ilse Vermaat",)),
    "agency-beside": (["Ilse Vermaat", "dpa"], ("Ilse Vermaat",)),
    "agency-in-brackets": (["Anna Schröder (mit dpa)"], ("Anna Schröder",)),
    "agency-after-slash": (["Anna Schröder/AFP"], ("Anna Schröder",)),
    "agency-alone": (["Reuters"], ("Reuters",)),
    "newsroom-alone": (["Redaktion"], ("Redaktion",)),
    "newsroom-beside": (["Redaktion", "Anna Schröder"], ("Anna Schröder",)),
    "site": (["Harbour Courier"], ()),
    "site-beside": (["Ilse Vermaat", "Courier Staff"], ("Ilse Vermaat",)),
    "address": (["https://www.example.org/ilse"], ()),
    "e-mail": (["Ilse Vermaat (ilse@example.org)"], ("Ilse Vermaat",)),
    "handle": (["Ilse Vermaat @ilse"], ("Ilse Vermaat",)),
    "admin": (["admin"], ()),
    "date": (["Ilse Vermaat | 3 March 2025"], ("Ilse Vermaat",)),
    "sentence": (["our correspondent who was there when it happened again"], ()),
}  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES)
def test_people(told: list[str], expected: tuple[str, ...]) -> None:
    assert people(told, SITES) == expected

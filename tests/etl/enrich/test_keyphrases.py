"""Keyphrases: what an article is about, and nothing that is no noun, name or phrase."""

import pytest

from etl.enrich.keyphrases import MOST, keyphrases

TITLE = "Dockers' strike empties the port of Ellmouth"
BODY = [
    "The dockers' strike in Ellmouth enters its third week. The union wants higher wages, "
    "negotiator Mara Lind said on Monday. The port operator rejects the wage claim.",
    "Container ships are being diverted to Norhaven. The port operator speaks of heavy losses, and "
    "the container ships cost their owners money. Mara Lind called the offer of the port operator "
    "too low; the union will widen the strike.",
    "Fruit importers warn of empty shelves. Fruit importers say that a week more will cost jobs.",
]
OTHERS = {
    "de": (
        "Hafenarbeiter streiken weiter",
        [
            "Der Streik der Hafenarbeiter in Ellmünde geht in die dritte Woche. Die Gewerkschaft "
            "fordert höhere Löhne, sagte Jana Petersen am Montag. Der Hafenbetreiber lehnt ab.",
            "Der Hafenbetreiber spricht von Verlusten. Die Gewerkschaft will den Streik der "
            "Hafenarbeiter ausweiten, wenn der Hafenbetreiber nichts anbietet.",
        ],
        {"Hafenarbeiter", "Hafenbetreiber", "Streik"},
    ),
    "fr": (
        "Les dockers poursuivent la grève",
        [
            "La grève des dockers entre dans sa troisième semaine. La direction du port refuse la "
            "hausse des salaires, a déclaré Claire Morel lundi.",
            "La direction du port parle de pertes. Claire Morel estime que la grève des dockers va "
            "durer sans une hausse des salaires.",
        ],
        {"grève des dockers", "direction du port", "hausse des salaires", "Claire Morel"},
    ),
    "es": (
        "Sigue la huelga de estibadores",
        [
            "La huelga de estibadores entra en su tercera semana. La autoridad portuaria rechaza "
            "la subida salarial, dijo Marta Ruiz el lunes.",
            "La autoridad portuaria habla de pérdidas. Marta Ruiz cree que la huelga de "
            "estibadores seguirá sin una subida salarial.",
        ],
        {"huelga de estibadores", "autoridad portuaria", "subida salarial", "Marta Ruiz"},
    ),
    "nl": (
        "Staking in de haven gaat door",
        [
            "De staking in de haven gaat de derde week in. De vakbond eist hogere lonen, zei "
            "Annemarie Kolb maandag. Het havenbedrijf wijst de eis af.",
            "Het havenbedrijf spreekt van grote schade. Annemarie Kolb noemt het bod van het "
            "havenbedrijf te laag; de vakbond breidt de staking uit.",
        ],
        {"staking", "havenbedrijf", "vakbond", "Annemarie Kolb"},
    ),
}


def test_an_article_is_told_by_its_phrases_and_names() -> None:
    found = keyphrases(TITLE, BODY, "en")
    assert {"Mara Lind", "port operator", "container ships", "Fruit importers"} <= set(found)
    assert len(found) <= MOST


def test_no_phrase_repeats_another() -> None:
    words = [phrase.lower().split() for phrase in keyphrases(TITLE, BODY, "en")]
    for place, phrase in enumerate(words):
        for other in words[place + 1 :]:
            assert len(set(phrase) & set(other)) <= 1
            assert not set(other) <= set(phrase)


def test_verbs_and_days_are_no_phrases() -> None:
    words = {word for one in keyphrases(TITLE, BODY, "en") for word in one.lower().split()}
    assert not words & {"said", "rejects", "monday", "week", "warn", "widen", "third", "enters"}


def test_a_name_takes_the_place_of_a_part_of_it() -> None:
    body = ["Mara Lind has resigned. Lind had led the union. Lind gave no reason.", "Lind is 50."]
    found = keyphrases("Union loses its head", body, "en")
    assert "Mara Lind" in found
    assert "Lind" not in found


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_have_what_is_repeated(language: str) -> None:
    title, body, expected = OTHERS[language]
    assert expected <= set(keyphrases(title, body, language))


@pytest.mark.parametrize(
    ("title", "body", "language"),
    [
        ("", [], "en"),
        ("Brief", [], None),
        ("一则消息", ["港务局长星期一表示，渡轮将重新开航。"], "zh"),
        ("x", ["Nuqneh ferry."], "tlh"),
        ("?!", ["... --- 12 000 &amp; \n\n ' ’s"], "en"),
    ],
)
def test_what_has_no_phrases_has_none(title: str, body: list[str], language: str | None) -> None:
    assert keyphrases(title, body, language) == []


def test_the_end_of_a_very_long_text_is_not_read() -> None:
    long = ["word " * 200_000, "Fruit importers warn. Fruit importers wait."]
    assert "Fruit importers" not in keyphrases("A title", long, "en")


def test_what_is_longer_than_any_phrase_is_none() -> None:
    title = f"Port {'x' * 500} strike"
    found = keyphrases(title, [title] * 4, "en")
    assert [one for one in found if len(one) > 100] == []

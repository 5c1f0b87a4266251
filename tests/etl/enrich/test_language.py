"""The language that a text shows, and when it goes before what a document says."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from etl.article import Article, DateOrigin, Precision, from_batch, to_batch
from etl.enrich.language import add_language, shown
from etl.warehouse.versions import merge

TEXTS = {
    "en": "The harbour master said on Monday that the ferries would sail again once the storm had "
    "passed and the damaged pier had been inspected.",
    "de": "Die Hafenmeisterin sagte am Montag, dass die Fähren wieder fahren, sobald der Sturm "
    "vorüber ist und der beschädigte Steg geprüft wurde.",
    "fr": "La capitaine du port a déclaré lundi que les bacs reprendraient la mer dès que la "
    "tempête serait passée et que la jetée aurait été inspectée.",
    "es": "La capitana del puerto dijo el lunes que los transbordadores volverán a navegar cuando "
    "pase la tormenta y se revise el muelle dañado.",
    "it": "La capitana del porto ha detto lunedì che i traghetti torneranno a navigare quando la "
    "tempesta sarà passata e il molo sarà stato controllato.",
    "nl": "De havenmeester zei maandag dat de veerboten weer varen zodra de storm voorbij is en de "
    "beschadigde steiger is nagekeken.",
    "pt": "A capitã do porto disse na segunda-feira que as balsas voltarão a navegar quando a "
    "tempestade passar e o cais danificado for vistoriado.",
    "pl": "Kapitan portu powiedziała w poniedziałek, że promy znów wypłyną, gdy burza minie, a "
    "uszkodzone molo zostanie sprawdzone przez inżynierów.",
    "sv": "Hamnkaptenen sade i måndags att färjorna ska gå igen så snart stormen har dragit förbi "
    "och den skadade bryggan har besiktigats.",
    "da": "Havnefogeden sagde mandag, at færgerne sejler igen, så snart stormen er drevet over, og "
    "den beskadigede mole er blevet undersøgt.",
    "fi": "Satamapäällikkö sanoi maanantaina, että lautat lähtevät taas merelle heti kun myrsky on "
    "ohi ja vaurioitunut laituri on tarkastettu.",
    "cs": "Kapitánka přístavu v pondělí řekla, že trajekty znovu vyplují, jakmile bouře přejde a "
    "poškozené molo prohlédnou odborníci.",
    "tr": "Liman başkanı pazartesi günü fırtına geçtikten ve hasarlı iskele incelendikten sonra "
    "feribotların yeniden sefere çıkacağını söyledi.",
    "ru": "Начальник порта сообщила в понедельник, что паромы снова выйдут в море, как только "
    "стихнет шторм и будет осмотрен повреждённый причал.",
    "uk": "Начальниця порту повідомила в понеділок, що пороми знову вийдуть у море, щойно вщухне "
    "шторм і буде оглянуто пошкоджений причал.",
    "el": "Η λιμενάρχης δήλωσε τη Δευτέρα ότι τα πλοία θα ξαναφύγουν μόλις περάσει η καταιγίδα και "
    "ελεγχθεί η κατεστραμμένη προβλήτα.",
    "ja": "港長は月曜日、嵐が過ぎて損傷した桟橋の点検が終わり次第、"
    "フェリーの運航を再開すると述べた。乗客は当面、内陸のバスを利用するよう求められている。"
    "市は代わりの便を増やす方針で、漁業者への補償についても来週から話し合いを始めるという。",
}


def article(body: str, language: str | None = None) -> Article:
    return Article(
        id=1,
        title="In brief",
        source="Courier",
        language=language,
        published_at=datetime(2026, 3, 3, tzinfo=UTC),
        date_precision=Precision.DAY,
        date_origin=DateOrigin.PAGE,
        published_on=date(2026, 3, 3),
        body=(body,) if body else (),
    )


def read(*articles: Article) -> list[Article]:
    return from_batch(add_language(to_batch(articles)))


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_shows_its_language(language: str) -> None:
    found = shown(TEXTS[language])
    assert found is not None
    assert found[0] == language
    assert found[1] > 0.9


def test_what_the_text_shows_goes_before_what_its_document_says() -> None:
    [one] = read(article(TEXTS["de"], "en"))
    assert one.language == "de"
    assert one.language_probability is not None and one.language_probability > 0.9


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "de"),
        ("Ferries sail again.", "de"),  # too short to overrule anybody
        ("0.1.2 2026-03-03 0x3f; a=1; b=2; c=3; " * 10, "de"),
        (TEXTS["da"], "no"),  # a few words apart: the document knows better
    ],
)
def test_a_text_that_shows_too_little_leaves_the_documents_word(body: str, said: str) -> None:
    [one] = read(article(body, said))
    assert (one.language, one.language_probability) == (said, None)


def test_without_either_there_is_no_language() -> None:
    [one] = read(article("Ferries sail."))
    assert (one.language, one.language_probability) == (None, None)


def test_reading_again_and_neighbours_change_nothing() -> None:
    some = [article(text, said) for text in TEXTS.values() for said in (None, "en")]
    once = read(*some)
    assert read(*once) == once
    assert [one for each in some for one in read(each)] == once
    assert all(one.made_with[0].startswith("language py3langid ") for one in once)


def test_a_later_version_without_a_text_does_not_change_the_language() -> None:
    [known] = read(article(TEXTS["de"], "en"))
    [entry] = read(replace(article("", "en"), modified_at=datetime(2026, 3, 4, tzinfo=UTC)))
    merged = merge(known, entry)
    assert (merged.language, merged.language_probability) == ("de", known.language_probability)

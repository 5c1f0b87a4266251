"""Lines that pages put between paragraphs go; sentences that begin alike stay."""

import pytest

from etl.extract.boilerplate import is_boilerplate

LINES = (
    "Read more: The long quarrel",
    "READ ALSO | Ferries",
    "Related: Ferries",
    "See also: Ports",
    "Lesen Sie auch: Der lange Streit",
    "Mehr zum Thema",
    "Lees ook: De ruzie",
    "Lire aussi : Le bac",
    "À lire aussi : Le bac",
    "Leggi anche: La lite",
    "Lea también: La disputa",
    "Leia também: O porto",
    "Läs också: Grälet",
    "Læs også: Havnen",
    "Les også: Havna",
    "Czytaj też: Spór",
    "Lue myös: Satama",
    "Sign up to our newsletter",
    "Subscribe to our channel",
    "Abonnieren Sie unseren Newsletter",
    "Schrijf je in voor de nieuwsbrief",
    "Inscrivez-vous à notre lettre",
    "Advertisement",
    "Anzeige",
    "Publicité",
    "Story continues below advertisement",
    "Share this article",
    "Artikel teilen",
    "Foto: Tomas Reed/dpa",
    "Image source, Tomas Reed",
    "© 2025 Harbour Courier",
    "Copyright 2025 Harbour Courier",
    "All rights reserved.",
    "اقرأ أيضا: الخلاف الطويل",
    "ये भी पढ़ें: पुराना झगड़ा",
    "Haberin Devamı",
    "İlgili haber: Uzun kavga",
    "関連記事：長い争い",
    "相关阅读：夜班之争",
    "责任编辑：王小明",
    "관련기사: 오랜 다툼",
    "Источник: Вестник",
    "Подпишитесь на нашу рассылку",
    "Reporting by Ann Lee in Northgate; Editing by Wei Tan",
    "Our Standards: The Trust Principles",
    "Idle cranes over the eastern quay. Photo: Tomas Reed",
    "Stillstand am Ostkai. Foto: Tomas Reed/dpa",
    "Want more of this? Sign up for our free newsletter here.",
    "#harbour #strike",
    "Stand: 4. März 2025, 06:30 Uhr",
    "Published on 3 March 2025",
    "5 min read",
    "Lesezeit: 3 Minuten",
    "12 comments",
    "Tags: port, pay",
    "An dieser Stelle finden Sie einen externen Inhalt",
    "Follow us on Facebook",
)
SENTENCES = (
    "Read more widely, she told them, and you will see.",
    "Readers know the quarrel well.",
    "Relatedly, the port has closed.",
    "Copyright law is to be rewritten next year.",
    "Share prices fell by a third.",
    "Advertisement revenue has fallen again.",
    "Anzeigen brachten weniger ein als im Vorjahr.",
    "Stand der Dinge ist, dass niemand fährt.",
    "Mehr Geld gibt es nicht.",
    "Lees maar eens wat er staat.",
    "Lire est un plaisir.",
    "Subscribers paid more.",
    "Following the vote, both sides left.",
    "Foto und Film verbinden sich.",
    "Published figures show a fall.",
    "Get out, he said.",
    "Seen from above it is small.",
    "Register fees will rise.",
    "Video games are a pastime.",
    "Tags are sewn on by hand.",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_page_goes(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_stays(line: str) -> None:
    assert not is_boilerplate(line)
    assert not is_boilerplate(line * 6)

"""The type of a name by its own words and those before it.

'Ministry of Rural Development' and 'Exporters Association' are organizations whatever the network
thinks, 'Eden Park' is a place, and who stands after 'coach' is a person."""

import re
from collections.abc import Iterator

from etl.enrich import gazetteer
from etl.enrich.found import Span

HEADS = (  # what an organization's name begins with, before 'of' or 'for'
    "Ministry|Department|Bureau|University|Institute|Association|Federation|Confederation|Council|"
    "Commission|Directorate|Agency|Office|Academy|Chamber|Bank|Board|Union|Committee|Coalition"
)
TAILS = (  # what it ends with
    "Association|Authority|Commission|Agency|Council|Federation|Corporation|Ministry|Committee|"
    "Department|Foundation|University|Institute|Company|Airlines|Airways|Holdings|Bank|Party|"
    "Union|Bureau|League|Confederation|Parliament|Directorate|Organization|Organisation"
)
SITES = (  # and a place's
    "Airport|Stadium|Square|Bridge|River|Highway|Island|Islands|Mountains|Valley|Beach|"
    "Street|Avenue|Road|Park|Province|County|Peninsula|Lake|Bay|Desert|Airfield|Prison|Station"
)
LARGE = r"[A-ZÀ-ÖØ-Þ][\w'’-]*\w"
SEVERAL = rf"{LARGE}(?: {LARGE})*"
HEADED = re.compile(
    rf"\b(?!The )(?:{LARGE} ){{0,3}}(?:{HEADS}) (?:of|for) (?:the )?{SEVERAL}"
    rf"(?: of (?:the )?{SEVERAL})?(?: and (?!(?:{HEADS})\b){SEVERAL}(?! of\b))?"
)
TAILED = re.compile(rf"\b(?!The )(?:{LARGE} ){{1,5}}(?:{TAILS})\b(?! (?:of|for)\b)")
PAIRED = re.compile(
    rf"\b(?!The )(?:{LARGE} ){{1,4}}and (?:{LARGE} ){{1,3}}"
    r"(?:Association|Authority|Commission|Agency|Council|Committee|Department|Ministry|Federation)\b"
)
BUSINESS = (
    "charity|firm|company|group|airline|chain|builder|bank|newspaper|daily|union|party|maker|"
    "manufacturer|startup|start-up|retailer|giant|subsidiary|magazine|broadcaster|agency|operator|"
    "carmaker|lender|utility|NGO|club|militia"
)
BUSINESS_BEFORE = re.compile(rf"\b(?:{BUSINESS}) $")
BUSINESS_BEHIND = re.compile(
    r",? (?:a unit of|a subsidiary of|"
    r"which (?:runs|makes|owns|operates|is owned by|supplies|employs)|"
    rf"an? (?:[\w-]+ ){{0,3}}(?:{BUSINESS}|organisation|organization|unit|think tank)\b)"
)
LAST_ORGANIZATION = re.compile(rf"\S+ (?:.* )?(?:{TAILS})$")
FIRST_ORGANIZATION = re.compile(rf"(?:{HEADS}) (?:of|for) ")
OTHER = "other"
FORM = re.compile(r"\b(?:Inc|Ltd|Corp|LLC|LLP|PLC|plc|GmbH|AG|NV|SpA|Bhd|Tbk|Limited)\.?$")
LAST_EVENT = re.compile(
    r"\S+ (?:.* )?(?:War|Crisis|Rebellion|Revolution|Conference|Summit|Election|Olympics|Games|"
    r"Championship|Championships|Festival|Dialogue|Massacre|Uprising)$"
)
LAST_OTHER = re.compile(r"\S+ (?:.* )?(?:Agreement|Treaty|Act|Award|Awards|Prize|Medal|Protocol)$")
INITIALS_FIRST = re.compile(r"[A-Z]{3,5} [A-Z][a-z]")  # FNV Havens
LAST_PLACE = re.compile(rf"\S+ (?:.* )?(?:{SITES})$")
OFFICES = (
    "Mr|Mrs|Ms|Dr|Prof|Mr.|Mrs.|Ms.|Dr.|Prof.|Sen.|Rep.|Gen.|Col.|Lt.|Capt.|Sgt.|Minister|minister|"
    "Senator|senator|Professor|professor|coach|Coach|spokesman|spokeswoman|spokesperson|councillor|"
    "lawmaker|Councillor|Inspector|Colonel|Chancellor|Ambassador|Governor|Mayor|Captain|economist|"
    "lawyer|Archbishop|Superintendent|Brigadier|Commander|Justice|Sheikh|chairman|chairwoman"
).split("|")
OFFICE_BEFORE = re.compile(rf"(?:^|[\s(“\"‘])(?:{'|'.join(map(re.escape, OFFICES))}) $")


def typed(text: str, span: Span) -> str:
    """The type of a name, by its first and last words and by what stands before it. OTHER is
    what Presswatch has no type for, such as a treaty."""
    name = text[span.start : span.end]
    if FORM.search(name) or FIRST_ORGANIZATION.match(name):
        return "organization"
    if gazetteer.is_place(name):
        return "place" if span.type == "person" and " " in name else span.type
    if span.type in ("person", "place", "product") and LAST_ORGANIZATION.match(name):
        return "organization"
    if span.type in ("person", "organization", "place"):
        if LAST_EVENT.match(name):
            return "event"
        if LAST_OTHER.match(name):
            return OTHER
    if span.type == "person" and INITIALS_FIRST.match(name):
        return "organization"
    if span.type in ("person", "organization", "product") and LAST_PLACE.match(name):
        return "place"
    if span.type in ("place", "organization", "product") and _after_office(text, span):
        return "person"
    business = BUSINESS_BEFORE.search(text, 0, span.start) or BUSINESS_BEHIND.match(text, span.end)
    if span.type in ("person", "place", "product") and business:
        return "organization"
    return span.type


def organizations(text: str) -> Iterator[Span]:
    """Organizations by their words alone: 'Ministry of Rural Development'."""
    for pattern in (PAIRED, HEADED, TAILED):
        for found in pattern.finditer(text):
            name = re.sub(r"['’]s$", "", found[0])
            yield Span(found.start(), found.start() + len(name), "organization")


def _after_office(text: str, span: Span) -> bool:
    name = text[span.start : span.end]
    before = text[max(0, span.start - 20) : span.start]
    known = any(word in gazetteer.words("organizations") for word in name.split())
    return bool(OFFICE_BEFORE.search(before)) and not known

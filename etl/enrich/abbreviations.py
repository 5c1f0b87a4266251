"""Whether a sentence ends between two pieces of text: what sentencex 1.0 does not know of
abbreviations, ordinals and initials."""

import re
from collections.abc import Iterator

# Words that stand before a name, whatever follows.
_TITLES = {
    "en": "ms atty messrs drs sens reps supt insp asst dist rev hon adm cmdr dep",
    "fr": "m pr me mgr dr",
    "es": "d dña cnel gral tte cap lic ing arq",
    "it": "avv on ing arch geom rag cav mons",
    "nl": "mevr dhr mw ds",
    "pt": "av sra profa eng",
    "de": "hr fr dipl hl",
}
TITLES = {language: frozenset(words.split()) for language, words in _TITLES.items()}
# Words that stand before a number, in any language.
NUMBERED = frozenset(
    "vol approx art pag pág p pp fig no nos nr n núm núms godz tel fax est sec ch chap par cap tab "
    "ca abs ziff kap bd art arts ex op cf verse v ver z poz ul tit".split()
)
# Words that are cut short in the middle of a sentence, where a small letter follows.
SHORT = frozenset(
    "govt max min lbs oz ft in dept approx est jr sr inc ltd co corp al etc esp incl excl avg assn "
    "assoc bros mfg natl intl dist div ave st rd blvd hwy mt usw bzw ca bspw ggf evtl inkl exkl "
    "zzgl bzgl evtl env env suiv ecc pag sig dott prof enz bijv resp evt".split()
)
ABBREVIATIONS = NUMBERED.union(SHORT, *TITLES.values())
LONG_ENOUGH = 3  # letters, to be no initial
MONTHS_AND_ZONES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b|(?:Eastern|Central|Mountain|Pacific|Greenwich)"
    r"\b|(?:E|C|M|P)[SD]?T\b|GMT\b|UTC\b|BST\b|CET\b|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|"
    r"Nov\.|Dec\."
)
# A German number with a point is an ordinal after these, not the end of a sentence.
ORDINAL = re.compile(
    r"\b(?:der|die|das|dem|den|des|am|im|zum|zur|vom|beim|ab|bis|seit|ein|eine|einem|einen|einer|"
    r"ihr|ihre|ihrem|ihren|sein|seine|seinem|seinen|jeder|jedes|jedem|und|oder|Der|Die|Das|Am|Im|"
    r"Zum|Vom|Beim|Ab|Bis|Seit) \d{1,3}\.\s*$"
)
TIME = re.compile(r"\b[ap]\.\s?m\.\s*$")
LAST_WORD = re.compile(r"([^\W\d_]+)\.\s*$")
INITIALS = re.compile(r"(?:[\w’'-]*[’'-])?[^\W\d_](?:\.[\s-]*[^\W\d_])*\.\s*")
ONLY_INITIAL = re.compile(r"[^\W\d_]\.\s*(?:-?[^\W\d_]\.\s*)*")
NUMBER_ALONE = re.compile(r"\(?\d{1,3}[.)]\s*")
OPEN = "“”\"'‘’«»‹›„‚([{ \t\n\r\u00a0\u202f"
SAID = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]* ){1,4}(?:said|asked|told|added|wrote|tweeted|replied|cried|shouted|"
    r"demanded|wondered|exclaimed|declared|concluded|continued|posted)\b"
)
CLOSED_QUESTION = re.compile(r"[?!][”\"’'»“]+\s*$")
# What begins a sentence after a letter, an abbreviation or a 'no' that sentencex takes for the
# middle of one.
STARTERS = (
    "The He She It They We You But And In On At For From This That These Those There Nobody No "
    "Nothing Others Another Its His Her Their Our When While If As After Before Since"
).replace(" ", "|")
# 'J.D. Salter', but not 'back in the U.S. Reporters asked'.
FIRST_NAMES = re.compile(
    r"(?<![\w.])(?!U\.S|U\.K|U\.N|E\.U|D\.C|N\.[YJCHMD]|S\.[CD]|R\.I|L\.A|A\.M|P\.M|A\.D|B\.C)"
    r"[A-Z]\.[A-Z]\.\s*$"
)
BEGINS_ANEW = re.compile(rf"(?:{STARTERS})\b")
OVERLOOKED = re.compile(
    rf"(?<![\w.])(?:[A-Z]\.\s+(?=(?:{STARTERS})\s)|(?:etc|ecc|enz)\.\s+(?=[A-ZÀ-Þ])"
    r"|(?<=\s)no\.\s+(?=[A-Z]))"
)


def overlooked(plain: str, language: str) -> Iterator[int]:
    """Further places where a sentence may end, of a text without quotation marks."""
    if language in ("en", "fr", "es", "it", "nl", "pt"):
        for found in OVERLOOKED.finditer(plain):
            yield found.end()


def ends_here(before: str, after: str, language: str) -> bool:
    """Whether a sentence ends between these pieces of a paragraph.

    `before` begins where the sentence does, unless that is further away than it reaches."""
    following = after.lstrip(OPEN)
    if not following:  # marks alone are no sentence
        return False
    if _is_plain(before, following):
        return True
    whole = before.strip()
    touching = not (after[0].isspace() or before[-1].isspace())
    return not (
        _goes_on_small(before, following)
        or (touching and _is_one_word(before, following))
        or NUMBER_ALONE.fullmatch(whole)
        or ONLY_INITIAL.fullmatch(whole)
        or _is_abbreviated(before, following, language)
        or (TIME.search(before) and MONTHS_AND_ZONES.match(following))
        or (FIRST_NAMES.search(before) and not BEGINS_ANEW.match(following))
        or (language == "de" and ORDINAL.search(before))
        or (CLOSED_QUESTION.search(before) and SAID.match(following))
    )


def _is_plain(before: str, following: str) -> bool:
    """A word that is no abbreviation, a point, and a large letter: the most frequent end by far."""
    word = LAST_WORD.search(before)
    return bool(
        word
        and following[0].isupper()
        and len(word[1]) >= LONG_ENOUGH
        and word[1].lower() not in ABBREVIATIONS
    )


def _goes_on_small(before: str, following: str) -> bool:
    """A small letter after a question, a cry, an ellipsis, a quotation or an abbreviation."""
    if not following[0].islower():
        return False
    written = before.rstrip()
    if not written.endswith(".") or written.endswith(("..", ". .")):
        return True
    word = LAST_WORD.search(before)
    return bool(word and (word[1].lower() in SHORT or len(word[1]) == 1))


def _is_one_word(before: str, following: str) -> bool:
    """A point inside of a word, such as 'U.N.' or 'n.º'."""
    if not before.endswith("."):
        return False
    return not following[0].isalpha() or bool(INITIALS.fullmatch(before.split(" ")[-1]))


def _is_abbreviated(before: str, following: str, language: str) -> bool:
    word = LAST_WORD.search(before)
    if not word:
        return False
    short = word[1].lower()
    if following[0].isdigit():
        return short in NUMBERED and word[1] != "No"
    return short in TITLES.get(language, ()) and not (short == "on" and word[1] == "On")

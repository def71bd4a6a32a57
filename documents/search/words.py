"""Words, as the index keeps them and queries ask for them: accents, capitals and apostrophes make no difference."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

# As the library's own division into words has it, but for apostrophes: “O’Brien” is one word, as is “council's”
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Of a text of plain letters: the small one of each, and a space for whatever stands between words
PLAIN_LETTERS = bytes(ord(chr(byte).lower()) if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))
STOPS = re.compile(r"\.(?: \.)+")
APOSTROPHE = re.compile(r"(?<=[^\W_])['’](?=[^\W_])")


def _analyzer(*, stemmed: bool) -> TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold())
    return (builder.filter(Filter.stemmer("english")) if stemmed else builder).build()


STEMMED = _analyzer(stemmed=True)
EXACT = _analyzer(stemmed=False)

# Words that need not be on the page when others are asked for: "what is the council doing about bins"
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        a about an and any are as at be been by can did do does doing for from had has have how i if in into is it its
        may more my no not of on or our s should so than that the their there these they this to was we were what when
        where which who why will with would you your
        """,
    )
)
# Words so frequent in council papers that a phrase of them alone could be on any page
FREQUENT = COMMON | frozenset(
    re.findall(
        r"\w+",
        """
        account action actions additional agenda agreed all also annual appendix appropriate approve approved
        area areas arising assessment authority available background been being below board body borough both budget
        business cabinet capital case chair change changes city committee community comments consider considered
        consultation contact contents cost costs council councillor councillors councils county current date day
        decision decisions delivery department detail details development director district documents due duty during
        each effect environmental equalities equality ensure executive existing financial following forward full
        functions fund funding further general government group he health her his housing human identified impact
        implementation implications improve included including increase information issue issues item items key law
        legal level list local made make management manager matters meeting meetings member members minutes monitoring
        must national necessary need needs new note noted number officer officers one only open options order
        other out over overview page pages paper papers part people performance period person plan planning plans
        policies policy possible potential present priorities private process programme project proposal proposals
        proposed provide provided provision public purpose quality reason reasons received recommendation
        recommendations recommended relevant report reports request required requirements resident residents resolved
        resource resources response review right risk risks scheme scrutiny section services service set she site social
        some staff statement strategic strategy subject such summary support take taken team term terms them through
        time total two under up use used view ward wards was well while within work working year years
        """,
    )
)
LONGEST_ROW = 4  # words


class Word(NamedTuple):
    """A word of a text, as the index keeps it, and where it stands there."""

    start: int
    end: int
    exact: str


def composed(text: str) -> str:
    """Accents joined to their letters, as both the index and the passages want them."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def joined(text: str) -> str:
    """Without the apostrophes within words: to be given to the index."""
    text = composed(text)
    return APOSTROPHE.sub("", text) if "'" in text or "’" in text else text


def exact_words(text: str) -> tuple[str, ...]:
    return tuple(EXACT.analyze(joined(text)))


def stems(text: str) -> tuple[str, ...]:
    """In step with exact_words()."""
    return tuple(STEMMED.analyze(joined(text)))


def folded(text: str) -> str:
    """The words of a title in one row: two titles alike but for capitals, accents and marks are equal."""
    return " ".join(exact_words(text))


def words_of(text: str) -> list[Word]:
    """Every word of a composed text, with its place."""
    return [Word(match.start(), match.end(), folded_word(match[0])) for match in WORD.finditer(text)]


@lru_cache(maxsize=20_000)
def folded_word(word: str) -> str:
    return "".join(EXACT.analyze(APOSTROPHE.sub("", word)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    return "".join(STEMMED.analyze(APOSTROPHE.sub("", word)))


def is_frequent(words: Sequence[str]) -> bool:
    """Whether a phrase of these is kept as rows of words."""
    return len(words) > 1 and FREQUENT.issuperset(words)


def rows_in(words: Sequence[str]) -> list[str]:
    """What a phrase of frequent words is looked for by: itself, or where it is longer than a row all of its rows."""
    length = min(len(words), LONGEST_ROW)
    return ["_".join(words[start : start + length]) for start in range(len(words) - length + 1)]


def rows_of_frequent(text: str) -> str:
    """Every two, three and four frequent words of a text that follow each other: “of_the of_the_council …”."""
    rows: list[str] = []
    last = two = three = ""  # the rows of one, two and three words that the next would make longer: no list, for speed
    for word in _words_at_once(text):
        if word not in FREQUENT:
            last = two = three = ""
            continue
        if three:
            rows.append(f"{three}_{word}")
        three, two = f"{two}_{word}" if two else "", f"{last}_{word}" if last else ""
        last = word
        if three:
            rows.append(three)
        if two:
            rows.append(two)
    return " ".join(rows)


def _words_at_once(text: str) -> Sequence[str]:
    """As exact_words(), which takes ten times as long for a page of plain letters."""
    if not text.isascii():
        return exact_words(text)
    return joined(text).encode().translate(PLAIN_LETTERS).decode().split()

"""Cuts running text into sentences, and knows how names stand in them."""

import re

ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllrs?|Cllr|Cr|Rev|Revd|Prof|Hon|St|No|Nos|Ltd|Co|Inc|vs|etc|approx|paras?|pp?|"
    r"e\.g|i\.e|a\.m|p\.m|nem|con|Ald|Sgt|Insp|Supt|Lt|Col|Maj|Capt)|\b[A-Z])\.$"
)
BREAK = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-ZÀ-Þ0-9•])|\n+")
TITLE = (
    r"(?:(?:the )?(?:County |Borough |City |District |Town |Parish |Common )?(?:Councillors?|Cllrs?\.?|"
    r"Cynghorwyr|Cynghorydd|"
    r"Alderm[ae]n|Baillie|Bailie|Cr\.?|Deputy)|Mr\.?|Mrs\.?|Ms\.?|Miss|Mx|Dr\.?|Prof(?:essor)?\.?|Sir|Dame|"
    r"Lord|Lady|Baroness|"
    r"Rev(?:erend|’?d)?\.?|Canon|Father)"
)
WORD = r"(?:[A-ZÀ-Þ](?:[\w’'.]|-(?=\w))*+|[a-z]{1,3}[’'][A-Z]\w*+)"
PARTICLE = r"(?:de|van|von|der|den|la|le|el|al|ap|ab|bin|ibn|du|da|di|del|ferch|st|y|ur|ul)"
BARE_NAME = rf"(?<![\w’'-]){WORD}(?:\s+(?:{PARTICLE}\s+)*{WORD}){{0,4}}"
NAME = rf"(?:{TITLE}\s+){{0,3}}{BARE_NAME}"
TITLED_NAME = rf"(?:{TITLE}\s+){{1,3}}{BARE_NAME}"
# More names after the first; names beside one another without a comma would be read in too many ways.
MORE_NAMES = rf"(?:(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+){NAME}){{0,12}}"


# No sentence that tells of absences, interests or votes is longer; what is would only cost time to search.
LONGEST_SENTENCE = 1_500


def short_sentences_of(text: str) -> list[str]:
    """The sentences that are short enough to be searched for names."""
    return [sentence for sentence in sentences_of(text) if len(sentence) <= LONGEST_SENTENCE]


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; every word is in one of them."""
    found: list[str] = []
    start = 0
    for match in BREAK.finditer(text):
        if "\n" not in match.group() and ABBREVIATED.search(text[start : match.start()]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]

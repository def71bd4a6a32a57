"""Reads apologies and substitutes from sentences and lists."""

import re
from collections.abc import Iterator

from documents.structure.minutes.people import NOBODY, names_in, people_in
from documents.structure.minutes.sentences import MORE_NAMES, NAME, TITLED_NAME, short_sentences_of
from documents.structure.understood import ReadSubstitute

RECEIVED = re.compile(
    r"\bapolog(?:y|ies)\b(?P<what>[^.]{0,80}?)\b(?:(?:received|submitted|given|noted|recorded|made|accepted|"
    r"sent|tendered|reported|"
    r"reported that|intimated|presented)\b[^.]{0,30}?)?\b(?:from|of|by|for|"
    r"on behalf of)\b(?P<names>(?!\s*(?:absence|lateness|"
    r"non|inability|late|leaving|early|his|her|their|being)\b).+)$",
    re.IGNORECASE | re.DOTALL,
)
THESE = re.compile(
    r"^(?:these|they|apologies) (?:were|had been|have been) [^.]{0,40}?\b(?:from|by|on behalf of|for)\s+(?P<names>.+)$",
    re.IGNORECASE | re.DOTALL,
)
SENT = re.compile(
    rf"^(?P<names>(?:{TITLED_NAME}|{NAME}){MORE_NAMES}) (?:had |has |have )?(?:sent|given|gave|submitted|tendered|"
    r"offered|apologised|apologies)\b",
)
SENDS = re.compile(
    r"\bapologies?\b|\bapologised for (?:absence|being unable|(?:his|her|their) (?:inability|absence))", re.IGNORECASE
)
# Why one of several was absent, in brackets: those named after it were absent too.
REASON = re.compile(
    r"\s*[(\[](?:due to|owing to|because|who|on|attending|unwell|ill|away|apologies)\b[^()\[\]]*[)\]]", re.IGNORECASE
)
LATE_TOO = re.compile(
    r"[;,]?\s+(?:and\s+)?(?:apologies\s+)?for (?:late(?:ness)?|leaving|early)\b.*$", re.IGNORECASE | re.DOTALL
)
LATE = re.compile(r"\b(?:late(?:ness)?|late arrival|early departure|leaving early|for being late)\b", re.IGNORECASE)
ASIDE = re.compile(
    r",?\s+\(?(?:who|whose|due to|owing to|because|with|and that|for whom|as (?:he|she|they)|attending|"
    r"on (?:council|holiday|leave)|"
    r"for (?:their|his|her|personal|work|health|medical|the)|in (?:his|her|their)|it was|which|there were|"
    r"(?:was|were|and)\b[^.]{0,20}\b"
    r"(?:accepted|approved|noted|received))\b.*$",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
STANDS_IN = re.compile(
    rf"(?P<name>{NAME}{MORE_NAMES}),?\s+(?:was |were |is |are |had |has |have )?(?:also )?"
    r"(?:(?:present|attending|attended|appointed|nominated|acting|acted|sat|in attendance|there|"
    r"been)\s+)*(?:as |to act as )?(?:an? |the |named |his |her |their )*"
    r"(?:substitut(?:ed?|es|ing|ions?)|deputis(?:ed|ing)|deputy|deputies|sub|stood in|standing in|replaced|"
    r"replacing|in (?:the )?place|instead)\b\s*"
    rf"(?:member )?(?:for|of|on behalf of)?\s+(?P<other>{NAME}{MORE_NAMES})",
)
REPLACED = re.compile(
    rf"(?P<other>{NAME})\s+(?:(?:was|had been|is)\s+|[(\[]\s*)(?:substituted|replaced|represented)\s+by\s+"
    rf"(?P<name>{NAME})"
)
SUBSTITUTED = re.compile(
    rf"(?P<other>{NAME})\s*(?:\(|,\s*(?:with|for whom)\s|\s+with\s)\s*(?P<name>{NAME})\s+(?:as (?:the |his |"
    rf"her |their )?substitut\w+|"
    r"substitut(?:ing|ed)|(?:was |is )?(?:attending|present|attended)?\s*(?:as )?(?:the |a )?substitut\w+|"
    r"deputising|attending in (?:his|her|their) place)",
)
ATTENDED_AS = re.compile(
    rf"(?P<other>{NAME})\s+and\s+(?P<name>{TITLED_NAME})\s+(?:attended|was present|was in attendance|sat)\s+as\s+"
    r"(?:an? |the |his |her |their )?substitute\b(?!\s+(?:for|member for)\b)"
)
PLAIN = re.compile(rf"(?P<name>{NAME})\s+(?:for|vice|yn lle|\(for|in (?:the )?place of)\s+(?P<other>{NAME})")
BRACKETED = re.compile(
    rf"(?P<name>{NAME})\s*[(\[]\s*(?:as |a |named )*(?:substitut\w+|sub|deputy|deputising|reserve)?\s*(?:for|"
    rf"of|in (?:the )?place of|replacing)\s+"
    rf"(?P<other>{NAME})\s*[)\]]",
)


def absent_in(text: str, *, listed: bool = False) -> list[str]:
    """Who sent apologies for absence, as sentences say; with listed, a text that is only names too."""
    names: list[str] = []
    text = text.replace("Councillor(s)", "Councillors").replace("Cllr(s)", "Cllrs")
    for sentence in short_sentences_of(text):
        names.extend(name for name in _absent(sentence, listed=listed) if name not in names)
    return names


def _absent(sentence: str, *, listed: bool) -> list[str]:
    sentence = sentence.lstrip("•·* ").replace(" together with ", " and ")
    if NOBODY.match(sentence):
        return []
    if listed and (match := THESE.match(sentence)):
        return names_in(_names_alone(match["names"]))
    if match := RECEIVED.search(sentence):
        return [] if LATE.search(match["what"]) else names_in(_names_alone(match["names"]))
    if (match := SENT.match(sentence)) and SENDS.search(sentence) and not LATE.search(sentence):
        return names_in(match["names"])
    if listed and re.match(rf"(?:apologies:?\s*)?{TITLED_NAME}", sentence) and len(sentence) < 400:
        plain = re.sub(r"^apologies:?\s*", "", sentence, flags=re.IGNORECASE)
        return names_in(_names_alone(plain)) if not re.search(r"\b(?:was|were|had|has|is)\b", plain) else []
    return []


def _names_alone(text: str) -> str:
    """The names without why they were absent, and who came instead."""
    text = re.sub(r"\s*[(\[][^()\[\]]*\b(?:substitut|sub|deput|for|place)\w*\b[^()\[\]]*[)\]]", "", text)
    text = ASIDE.sub("", LATE_TOO.sub("", REASON.sub("", text)).strip())
    return re.sub(
        r"^\s*(?:the following(?: (?:members?|councillors?))?\s*:?|[:–-]|both|members?\b(?! of))\s*",
        "",
        text.strip(" .,:;"),
    )


def substitutes_in(text: str, *, plain: bool = False) -> list[ReadSubstitute]:
    """Who stood in for whom; with plain, "Councillor X for Councillor Y" says it too."""
    found: list[ReadSubstitute] = []
    for sentence in short_sentences_of(text):
        for one in _substitutes(sentence, plain=plain):
            if one not in found:
                found.append(one)
    return found


def _substitutes(sentence: str, *, plain: bool) -> Iterator[ReadSubstitute]:
    patterns = [BRACKETED, REPLACED, SUBSTITUTED, ATTENDED_AS, STANDS_IN, *([PLAIN] if plain else [])]
    for pattern in patterns:
        pairs = [pair for match in pattern.finditer(sentence) for pair in _pairs(match["name"], match["other"])]
        if pairs:
            yield from pairs
            return


def _pairs(names: str, others: str) -> list[ReadSubstitute]:
    """Each name with the one it stands for: "A and B for C and D" in that order."""
    first = [person.name for person in people_in(names)]
    second = [person.name for person in people_in(others)]
    if len(first) != len(second):
        first, second = first[-1:], second[:1]
    return [ReadSubstitute(name, other) for name, other in zip(first, second, strict=False)]

"""The marks within a line of text: bold, italics, links, what is left of HTML. They go; whether all is bold stays."""

import re
from html import unescape

# Where bold begins and ends, while a text is taken apart: characters that no paper prints.
BOLD_ON, BOLD_OFF = "\ue000", "\ue001"
BOLD_RUN = re.compile(f"{BOLD_ON}[^{BOLD_OFF}]*{BOLD_OFF}")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])")
LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
AUTOLINK = re.compile(r"<((?:https?://|mailto:|www\.)[^\s<>]{1,500}|[\w.+-]{1,64}@[\w.-]{1,250})>")
TAG = re.compile(
    r"</?(a|abbr|b|br|center|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)"
    r"\b[^<>]{0,1000}>",
    re.IGNORECASE,
)
BREAKING = {"br", "div", "p", "tr", "table", "ul", "ol", "td", "th"}
PRIVATE = re.compile("[\ue000-\ue00f]")


def unmarked(text: str) -> str:
    """The text with only its bold marked, by BOLD_ON and BOLD_OFF."""
    text = PRIVATE.sub("", text)
    if "\\" in text:
        text = ESCAPED.sub(lambda match: chr(0xE100 + ord(match[1])), text)
    if "&" in text:
        text = unescape(text).replace("\xa0", " ")
    if "<" in text:
        text = TAG.sub(_tag, AUTOLINK.sub(r"\1", text))
    if "[" in text:
        text = LINK.sub(r"\1", text)
    if "*" in text:
        text = EMPHASIS.sub(r"\1", STRONG.sub(f"{BOLD_ON}\\1{BOLD_OFF}", text))
    return re.sub("[\ue100-\ue1ff]", lambda match: chr(ord(match[0]) - 0xE100), text)


def _tag(match: re.Match[str]) -> str:
    name, closing = match[1].lower(), match[0].startswith("</")
    if name in ("b", "strong"):
        return BOLD_OFF if closing else BOLD_ON
    if name == "li":
        return " " if closing else " • "
    return " " if name in BREAKING else ""


def plain(text: str) -> str:
    """The text without the marks of bold, its spaces single."""
    return " ".join(text.replace(BOLD_ON, "").replace(BOLD_OFF, "").split())


def is_bold(text: str) -> bool:
    """Whether every letter of a marked text is bold."""
    rest = BOLD_RUN.sub("", text)
    return rest != text and not any(letter.isalnum() for letter in rest)

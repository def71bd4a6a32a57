"""What of govuk-frontend's style the pages use, by component: with the rest, a first visit weighed 7 kB more."""

import re
from collections.abc import Iterator

KEPT = frozenset(
    (
        *("body", "body-l", "body-s", "heading-s", "heading-m", "heading-l", "heading-xl", "link", "list", "hint"),
        *(
            "button",
            "details",
            "fieldset",
            "form-group",
            "input",
            "inset-text",
            "label",
            "radios",
            "select",
            "textarea",
        ),
        *("error-message", "error-summary", "breadcrumbs", "pagination", "skip-link", "table", "visually-hidden"),
        *("frontend-supported", "main-wrapper", "template", "width-container"),
    )
)
_OF_COMPONENT = re.compile(r"\.govuk-(\\!|[a-z]+(?:-[a-z]+)*)")
_NEGATED = re.compile(r":not\([^)]*\)")
_BETWEEN_SELECTORS = re.compile(r",(?![^(]*\))")


def kept(style: str) -> str:
    """A minified style sheet without the rules of other components; what is of no component stays."""
    return "".join(f"{head}{{{body}}}" for head, body in _kept_rules(style))


def _kept_rules(style: str) -> Iterator[tuple[str, str]]:
    for head, body in _rules(style):
        if head.startswith(("@media", "@supports")):
            if inner := kept(body):
                yield head, inner
        elif head.startswith("@"):
            yield head, body
        elif selectors := [one for one in _BETWEEN_SELECTORS.split(head) if _is_kept(one)]:
            yield ",".join(selectors), body


def _is_kept(selector: str) -> bool:
    return KEPT.issuperset(_OF_COMPONENT.findall(_NEGATED.sub("", selector)))


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """What stands before each outermost pair of braces, and in it."""
    start, depth, opened = 0, 0, 0
    for brace in re.finditer(r"[{}]", style):
        depth += 1 if brace[0] == "{" else -1
        if brace[0] == "{" and depth == 1:
            opened = brace.start()
        elif depth == 0:
            yield style[start:opened], style[opened + 1 : brace.start()]
            start = brace.end()

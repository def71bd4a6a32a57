import re

from django.conf import settings

from portal.appearance.components import KEPT, kept

CLASS = re.compile(r"\bgovuk-(\!|[a-z]+(?:-[a-z]+)*)")
STYLE = settings.BASE_DIR / "static/vendor/govuk-frontend/govuk-frontend.min.css"
USERS = [
    path
    for folder in ("templates", "static/js", "portal", "documents", "committees")
    for path in sorted((settings.BASE_DIR / folder).rglob("*"))
    if path.suffix in (".html", ".js", ".py") and path.name != "components.py"
]


def names(text: str) -> set[str]:
    return set(CLASS.findall(text))


def test_style_of_every_component_that_is_used_is_kept() -> None:
    left_out = names(STYLE.read_text().replace("\\", "")) - KEPT
    assert not [(path.name, lost) for path in USERS if (lost := names(path.read_text()) & left_out)]


def test_rules_of_other_components_are_left_out() -> None:
    style = (
        ":root{--a:1}a{color:red}.govuk-tabs{color:red}.govuk-tabs__list,.govuk-list--bullet{margin:0}"
        "@media print{.govuk-tabs{margin:0}.govuk-body{margin:0}}@media screen{.govuk-tabs{margin:0}}"
        r".govuk-link:not(.govuk-tabs,.x):hover{margin:0}.govuk-\!-margin-0{margin:0}"
        "@keyframes fade{from{opacity:0}to{opacity:1}}"
    )
    assert kept(style) == (
        ":root{--a:1}a{color:red}.govuk-list--bullet{margin:0}@media print{.govuk-body{margin:0}}"
        ".govuk-link:not(.govuk-tabs,.x):hover{margin:0}@keyframes fade{from{opacity:0}to{opacity:1}}"
    )


def test_more_than_half_of_the_style_is_left_out() -> None:
    style = STYLE.read_text()
    assert len(kept(style)) < len(style) / 2

"""The form over any proposal's dataclass."""

from typing import Any

import pytest
from django.http import QueryDict

from documents.actions.proposals.contents import FORMS, Confirmation, Programme
from documents.admin.proposals.content_form import ContentForm, with_row
from documents.structure.understood import ReadAction, ReadMinutes, ReadReview, from_json, plain_of
from tests.documents.admin.proposals.offered import EVERYTHING

CONTENTS: list[Any] = [
    EVERYTHING.minutes,
    EVERYTHING.responses[0],
    EVERYTHING.progress[0],
    EVERYTHING.actions[0],
    EVERYTHING.review,
    Programme(EVERYTHING.programme),
]


def sent(form: ContentForm) -> dict[str, str]:
    """What a browser sends back of a form as it stands."""
    values: dict[str, str] = {}
    for bound in form.part:
        value = bound.field.prepare_value(bound.value())
        shown = bound.field.widget.format_value(value)
        shown = shown[0] if isinstance(shown, list) else shown
        if bound.field.widget.input_type != "checkbox" if hasattr(bound.field.widget, "input_type") else True:
            values[bound.html_name] = str(shown or "")
        elif value:
            values[bound.html_name] = "on"
    for rows in form.lists:
        values[f"{rows.prefix}-count"] = str(len(rows.rows))
        for row in rows.rows:
            values.update(sent(row))
    return values


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: type(content).__name__)
def test_form_sent_back_as_it_stands_says_the_same(content: Any) -> None:
    kind = type(content)
    first = ContentForm(kind, initial=plain_of(content))

    again = ContentForm(kind, data=sent(first))

    assert again.is_valid(), list(again.problems)
    assert from_json(kind, again.content()) == content


@pytest.mark.parametrize("kind", sorted(FORMS))
def test_every_kind_has_a_form(kind: str) -> None:
    form = ContentForm(FORMS[kind])

    assert [*form.part, *form.lists]


def test_row_ticked_for_removal_is_left_out() -> None:
    form = ContentForm(ReadReview, initial=plain_of(EVERYTHING.review))
    values = {**sent(form), "content-witnesses-0-remove": "on"}

    again = ContentForm(ReadReview, data=values)

    assert again.is_valid()
    assert again.content()["witnesses"] == []


def test_added_row_is_blank_and_keeps_what_was_typed() -> None:
    typed = QueryDict(mutable=True)
    typed.update(sent(ContentForm(ReadMinutes, initial=plain_of(EVERYTHING.minutes))))
    typed["content-chair"] = "Ada Byrne"

    form = ContentForm(ReadMinutes, data=with_row(typed, "content-entries"))

    (entries,) = (rows for rows in form.lists if rows.name == "entries")
    assert len(entries.rows) == 2
    assert form.part["chair"].value() == "Ada Byrne"


def test_row_is_added_to_no_list_that_is_not_there() -> None:
    typed = {"content-chair": "Ada Byrne"}

    assert with_row(typed, "content-nothing") == typed


def test_day_that_is_none_is_told_where_it_is() -> None:
    form = ContentForm(Confirmation, data={"content-confirms": "31 June"})

    assert not form.is_valid()
    assert [place for place, _ in form.problems] == ["content-confirms"]


@pytest.mark.parametrize("count", ["", "-1", "many", "99999999"])
def test_count_of_rows_that_is_no_count_is_none(count: str) -> None:
    form = ContentForm(ReadReview, data={"content-witnesses-count": count})

    assert all(rows.rows == [] for rows in form.lists)


def test_capacity_that_nobody_has_is_refused() -> None:
    sent_row = {"content-present-count": "1", "content-present-0-name": "Ada", "content-present-0-capacity": "mayor"}

    form = ContentForm(ReadMinutes, data=sent_row)

    assert not form.is_valid()
    assert [place for place, _ in form.problems] == ["content-present-0-capacity"]


def test_colour_not_known_is_refused() -> None:
    assert not ContentForm(ReadAction, data={"content-action": "Paint", "content-rag": "blue"}).is_valid()

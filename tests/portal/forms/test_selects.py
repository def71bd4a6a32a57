import pytest
from django import forms

from portal.forms.asking import SearchForm
from portal.forms.selects import Select

CHOICES = [("", "All"), ("a&b", "A <b>"), (3, "Three")]


class Plain(forms.Form):
    one = forms.ChoiceField(choices=CHOICES, widget=Select(), required=False)


def shown(value: object) -> str:
    return str(Plain({"one": value})["one"])


def test_select_is_what_django_would_write() -> None:
    class Other(forms.Form):
        one = forms.ChoiceField(
            choices=CHOICES, widget=forms.Select(attrs={"class": "govuk-select"}), required=False, label="One"
        )

    for value in ("", "a&b", "3", None):
        ours, django = shown(value), str(Other({"one": value})["one"])
        assert ours == "".join(line.strip() for line in django.splitlines())


def test_select_escapes_what_is_offered() -> None:
    assert '<option value="a&amp;b" selected>A &lt;b&gt;</option>' in shown("a&b")


@pytest.mark.django_db
def test_search_looks_up_only_what_was_given() -> None:
    form = SearchForm({"q": "bins", "paper": "7"})
    assert not form.is_valid()
    assert "paper" in form.errors
    assert not SearchForm({"q": "bins"}).errors

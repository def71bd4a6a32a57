"""What follows from a name is made from it where a clerk leaves it empty: its place in lists, and its address."""

from typing import Any

from django import forms
from django.utils.text import slugify

LABELS = {"slug": "Words of its web address", "sort_key": "Place in lists", "is_public": "The public sees it"}


def in_order(name: str) -> str:
    """Under which a committee stands in lists: “The Cabinet” as “cabinet”."""
    return " ".join(name.casefold().removeprefix("the ").split())


def surname_first(name: str) -> str:
    """Under which a person stands in lists: “Sana Ahmed” as “ahmed, sana”."""
    first, _, surname = " ".join(name.casefold().split()).rpartition(" ")
    return f"{surname}, {first}" if first else surname


class NamedForm(forms.ModelForm):
    """Of something with a name. What is typed stays; only what is left empty is made."""

    sorting = staticmethod(in_order)
    made_from_name = "Left empty, it is made from the name."

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in LABELS.items():
            if name in self.fields:
                self.fields[name].label = label
        for name in ("slug", "sort_key"):
            if name in self.fields:
                self.fields[name].required = False
                self.fields[name].help_text = f"{self.fields[name].help_text} {self.made_from_name}".strip()

    def clean_slug(self) -> str:
        typed: str = self.cleaned_data["slug"]
        return typed or slugify(self.cleaned_data.get("name", ""))

    def clean_sort_key(self) -> str:
        typed: str = self.cleaned_data["sort_key"]
        return typed or self.sorting(self.cleaned_data.get("name", ""))


class PersonForm(NamedForm):
    sorting = staticmethod(surname_first)

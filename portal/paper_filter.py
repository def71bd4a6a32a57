"""The filter of the list of papers."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from documents.models import Document, Listing


def public_committees(request: Any) -> "QuerySet[Committee]":
    return Committee.objects.public()


class PaperFilter(django_filters.FilterSet):
    """Public papers by committee, kind and words of the title."""

    words = django_filters.CharFilter(
        method="with_words",
        label=_("Words in the title"),
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input", "type": "search"}),
    )
    committee = django_filters.ModelChoiceFilter(
        queryset=public_committees,
        method="of_committee",
        to_field_name="slug",
        label=_("Committee"),
        empty_label=_("All committees"),
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )
    kind = django_filters.ChoiceFilter(
        choices=Document.Kind.choices,
        label=_("Type of paper"),
        empty_label=_("All types"),
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )

    class Meta:
        model = Document
        fields = ["words", "committee", "kind"]

    def with_words(self, papers: "QuerySet[Document]", name: str, words: str) -> "QuerySet[Document]":
        for word in words.split():
            papers = papers.filter(title__icontains=word)
        return papers

    def of_committee(self, papers: "QuerySet[Document]", name: str, committee: Committee) -> "QuerySet[Document]":
        listed = Listing.objects.public().filter(document=OuterRef("pk"), meeting__committee=committee)
        return papers.filter(Exists(listed))

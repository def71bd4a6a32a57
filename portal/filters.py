"""Browsing filters, read from plain query strings: a filtered page can be bookmarked and shared."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from committees.models import AgendaItem, Committee, Meeting
from documents.models import Document, Listing


def meeting_years() -> list[tuple[int, int]]:
    """Every year with a public meeting, the last first."""
    years = Meeting.objects.public().order_by("-date__year").values_list("date__year", flat=True).distinct()
    return [(year, year) for year in years]


def public_committees(request: Any) -> "QuerySet[Committee]":
    return Committee.objects.public()


class MeetingFilter(django_filters.FilterSet):
    """Public meetings by committee, year, words of their name or of an item's title, and whether minutes are out."""

    committee = django_filters.ModelChoiceFilter(
        queryset=public_committees,
        to_field_name="slug",
        label=_("Committee"),
        empty_label=_("All committees"),
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )
    year = django_filters.ChoiceFilter(
        field_name="date__year",
        choices=meeting_years,
        label=_("Year"),
        empty_label=_("Any year"),
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )
    words = django_filters.CharFilter(
        method="with_words",
        label=_("Words in an agenda"),
        max_length=100,
        widget=forms.TextInput(attrs={"class": "govuk-input", "type": "search"}),
    )
    minutes = django_filters.ChoiceFilter(
        method="with_minutes",
        choices=[("with", _("Published")), ("without", _("Not published"))],
        label=_("Minutes"),
        empty_label=_("Either"),
        widget=forms.Select(attrs={"class": "govuk-select"}),
    )

    class Meta:
        model = Meeting
        fields = ["words", "committee", "year", "minutes"]

    def with_words(self, meetings: "QuerySet[Meeting]", name: str, words: str) -> "QuerySet[Meeting]":
        items = AgendaItem.objects.public().filter(meeting=OuterRef("pk"))
        for word in words.split():
            named = Q(committee__name__icontains=word) | Q(title__icontains=word)
            meetings = meetings.filter(named | Exists(items.filter(title__icontains=word)))
        return meetings

    def with_minutes(self, meetings: "QuerySet[Meeting]", name: str, choice: str) -> "QuerySet[Meeting]":
        recorded = Exists(Document.objects.public().filter(minutes_of=OuterRef("pk")))
        return meetings.filter(recorded if choice == "with" else ~recorded)


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

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from committees.models import AgendaItem, Meeting, Minutes, Ward
from documents.models import Document
from portal.filters.choices import NOT_IN_LIST, PlacedFilter, committee_choice, ward_choice, words_search
from portal.forms.selects import Select
from portal.people.subjects import at_which_concerned
from portal.queries.kept import KeptQuery


def meeting_years() -> list[tuple[int, int]]:
    """Every year with a public meeting, the last first."""
    return [(year, year) for (year,) in _YEARS()]


_YEARS = KeptQuery(lambda: Meeting.objects.public().order_by("-date__year").values_list("date__year").distinct())


class PlacedMeetingFilter(PlacedFilter):
    """Public meetings by committee, and by a ward that their papers or decisions concern."""

    committee = committee_choice()
    ward = ward_choice(method="on_ward")

    class Meta:
        model = Meeting
        fields = ["committee", "ward"]

    def on_ward(self, meetings: "QuerySet[Meeting]", name: str, ward: Ward) -> "QuerySet[Meeting]":
        return meetings.filter(at_which_concerned(ward))


class MeetingFilter(PlacedMeetingFilter):
    """By year too, by words of their name or of an item's title, and by whether minutes are out."""

    year = django_filters.ChoiceFilter(
        field_name="date__year",
        choices=meeting_years,
        label=_("Year"),
        empty_label=_("Any year"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )
    words = words_search(_("Words in an agenda"))
    minutes = django_filters.ChoiceFilter(
        method="with_minutes",
        choices=[("with", _("Published")), ("without", _("Not published"))],
        label=_("Minutes"),
        empty_label=_("Either"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )

    class Meta:
        model = Meeting
        fields = ["words", "committee", "ward", "year", "minutes"]

    def with_words(self, meetings: "QuerySet[Meeting]", name: str, words: str) -> "QuerySet[Meeting]":
        items = AgendaItem.objects.public().filter(meeting=OuterRef("pk"))
        for word in words.split():
            named = Q(committee__name__icontains=word) | Q(title__icontains=word)
            meetings = meetings.filter(named | Exists(items.filter(title__icontains=word)))
        return meetings

    def with_minutes(self, meetings: "QuerySet[Meeting]", name: str, choice: str) -> "QuerySet[Meeting]":
        papers = Document.objects.public().filter(minutes_of=OuterRef("pk"))
        recorded = Q(Exists(papers)) | Q(Exists(Minutes.objects.public().filter(meeting=OuterRef("pk"))))
        return meetings.filter(recorded if choice == "with" else ~recorded)

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from committees.models import Committee
from documents.models import Document, Listing
from portal.filters.choices import NOT_IN_LIST, PlacedFilter, committee_choice, words_search
from portal.forms.selects import Select


class PaperFilter(PlacedFilter):
    """Public papers by committee, kind and words of the title."""

    words = words_search(_("Words in the title"))
    committee = committee_choice(method="of_committee")
    kind = django_filters.ChoiceFilter(
        choices=Document.Kind.choices,
        label=_("Type of paper"),
        empty_label=_("All types"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
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

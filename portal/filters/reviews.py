from django.db.models import F, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from documents.models import Review, ReviewPoint
from portal.filters.choices import Joined, PlacedFilter, committee_choice, words_search


class ReviewFilter(PlacedFilter):
    """Public reviews by committee, and by words of their titles, former ones too, and of what they look into."""

    words = words_search(_("Words of the title"))
    committee = committee_choice()

    class Meta:
        model = Review
        fields = ["words", "committee"]

    def with_words(self, reviews: "QuerySet[Review]", name: str, words: str) -> "QuerySet[Review]":
        found = reviews.alias(former=Joined(F("former_titles"), Value(" ")))
        for word in words.split():
            told = ReviewPoint.objects.public().filter(kind=ReviewPoint.Kind.TITLE, text__icontains=word)
            in_title = Q(title__icontains=word) | Q(former__icontains=word) | Q(pk__in=told.order_by().values("review"))
            found = found.filter(in_title | Q(summary__icontains=word))
        return found

from collections.abc import Mapping
from datetime import date
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from documents.ledger import LedgerEntry, Status
from documents.models import Recommendation, Review
from portal.filters.choices import NOT_IN_LIST, PlacedFilter, committee_choice, words_search
from portal.forms.selects import Select
from portal.queries.kept import KeptQuery


def public_reviews(request: Any) -> "QuerySet[Review]":
    return Review.objects.public().order_by("title", "pk")


_REVIEWS: "KeptQuery[Any]" = KeptQuery(lambda: public_reviews(None).values_list("pk", "title"))


class RecommendationFilter(PlacedFilter):
    """Public recommendations to the executive by words, committee, review, status, and whether anything is overdue.

    `ledger` tells where each of them stands on the day `today`.
    """

    words = words_search(_("Words of the recommendation"))
    committee = committee_choice(field_name="review__committee")
    review = django_filters.ModelChoiceFilter(
        queryset=public_reviews,
        label=_("Review"),
        empty_label=_("All reviews"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )
    status = django_filters.ChoiceFilter(
        method="with_status",
        choices=Status.choices,
        label=_("Where it stands"),
        empty_label=_("Anywhere"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )
    overdue = django_filters.ChoiceFilter(
        method="with_overdue",
        choices=[("yes", _("Overdue")), ("no", _("Not overdue"))],
        label=_("Overdue"),
        empty_label=_("Either"),
        error_messages=NOT_IN_LIST,
        widget=Select(),
    )

    class Meta:
        model = Recommendation
        fields = ["words", "committee", "review", "status", "overdue"]

    def __init__(self, *args: Any, ledger: Mapping[int, LedgerEntry], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ledger = ledger
        self.today = today

    def offer(self, fields: dict[str, Any]) -> None:
        super().offer(fields)
        review = fields["review"]
        review.widget.choices = [("", review.empty_label), *_REVIEWS()]

    def with_words(self, recommendations: "QuerySet[Any]", name: str, words: str) -> "QuerySet[Any]":
        for word in words.split():
            recommendations = recommendations.filter(text__icontains=word)
        return recommendations

    def with_status(self, recommendations: "QuerySet[Any]", name: str, status: str) -> "QuerySet[Any]":
        return recommendations.filter(pk__in=[pk for pk, entry in self.ledger.items() if entry.status == status])

    def with_overdue(self, recommendations: "QuerySet[Any]", name: str, choice: str) -> "QuerySet[Any]":
        late = [pk for pk, entry in self.ledger.items() if entry.is_overdue(self.today)]
        return recommendations.filter(pk__in=late) if choice == "yes" else recommendations.exclude(pk__in=late)

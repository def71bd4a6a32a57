"""What the site holds once the sample council is loaded. Loading takes seconds, so it is done once for all tests."""

import tempfile
from datetime import date

from django.conf import settings
from django.db import connection
from django.test import TestCase, override_settings

from committees.models import Attendance, Committee, Decision, Meeting, Membership, Minutes, Person
from documents.models import (
    Document,
    Listing,
    PackUpload,
    Page,
    PlannedAction,
    Progress,
    Proposal,
    Recommendation,
    Response,
    Review,
    Synonyms,
)
from portal.sample_council.loading import load
from portal.sample_council.loading.held_back import SCHEDULED
from portal.sample_council.loading.records import YOUTH_REVIEW
from portal.sample_council.loading.single_papers import SHARED_TITLE, WITHDRAWN_REASON, WITHDRAWN_TITLE

EXEMPT_WORDS = "Hartnoll and Spry"


class LoadedCouncilTest(TestCase):
    """A class, because Django's own shares rows among tests and undoes them after the last."""

    told: list[str]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.told = []
        with tempfile.TemporaryDirectory() as folder:
            files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
            with override_settings(STORAGES={**settings.STORAGES, "default": files}):
                load(date.today(), cls.told.append)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # or it plans for empty tables: one question of these took 40 seconds

    def test_each_pack_is_told_in_a_line_without_warnings(self) -> None:
        assert len(self.told) == PackUpload.objects.count() >= 12
        assert not any("warning" in line for line in self.told)

    def test_second_load_changes_nothing(self) -> None:
        before = [model.objects.count() for model in (Committee, Person, Meeting, Document, Attendance)]
        assert not load(date.today(), self.told.append)
        assert [model.objects.count() for model in (Committee, Person, Meeting, Document, Attendance)] == before

    def test_people_sit_on_committees_of_every_kind(self) -> None:
        assert Person.objects.councillors().count() == 40
        assert set(Committee.objects.values_list("kind", flat=True)) == set(Committee.Kind.values)
        assert Committee.objects.exclude(ended_on=None).count() == 1
        assert Membership.objects.filter(person=None).exists()

    def test_meetings_of_every_state_are_on_the_calendar(self) -> None:
        states = set(Meeting.objects.public().values_list("state", flat=True))
        assert states == set(Meeting.State.values)
        assert Meeting.objects.get(state=Meeting.State.POSTPONED).moved_to is not None

    def test_past_meetings_show_who_came(self) -> None:
        assert Attendance.objects.public().filter(status=Attendance.Status.APOLOGIES).exists()
        assert Attendance.objects.public().exclude(substitute_for="").exists()

    def test_agendas_to_come_are_public_and_one_is_a_draft(self) -> None:
        coming = Meeting.objects.from_day(date.today())
        assert coming.with_public_agenda().count() >= 2
        assert (
            PackUpload.objects.get(state=PackUpload.State.DRAFTED).meeting not in Meeting.objects.with_public_agenda()
        )

    def test_printed_members_are_linked_to_people(self) -> None:
        meeting = (
            Meeting.objects.before_day(date.today()).with_public_agenda().filter(committee__slug="cabinet").first()
        )
        assert meeting is not None
        assert not meeting.printed_members.filter(person=None).exists()

    def test_minutes_in_a_pack_belong_to_the_meeting_before(self) -> None:
        minutes = Document.objects.filter(kind=Document.Kind.MINUTES)
        assert minutes.count() == PackUpload.objects.count()
        assert not minutes.filter(minutes_of=None).exists()

    def test_exempt_appendix_leaves_a_notice_and_none_of_its_words_is_public(self) -> None:
        assert Page.objects.filter(text__contains=EXEMPT_WORDS).exists()
        assert not Page.objects.public().filter(text__contains=EXEMPT_WORDS).exists()
        notices = [notice for notice in Document.objects.notices() if notice.access == "exempt"]
        assert [notice.exempt_paragraphs for notice in notices] == [(3,)]

    def test_withdrawn_paper_leaves_a_notice_with_the_reason(self) -> None:
        document = Document.objects.get(title=WITHDRAWN_TITLE)
        response = self.client.get(document.get_absolute_url())
        assert response.status_code == 410
        assert WITHDRAWN_REASON in response.content.decode()

    def test_scheduled_paper_is_not_public_yet(self) -> None:
        scheduled = Document.objects.get(title=SCHEDULED["cabinet 0"])
        assert scheduled.published_at is not None
        assert scheduled not in Document.objects.public()

    def test_one_paper_is_taken_at_two_meetings(self) -> None:
        listings = Listing.objects.filter(document__title=SHARED_TITLE, document__in=Document.objects.public())
        assert listings.values("meeting").distinct().count() == 2

    def test_every_recommendation_of_the_review_is_answered_and_reported_back_on(self) -> None:
        review = Review.objects.public().get(title=YOUTH_REVIEW)
        whole = Recommendation.objects.public().filter(review=review, parent=None)
        assert [row.number for row in whole.order_by("order")] == [1, 2, 3, 4, 5, 6, 7, 8]
        for recommendation in whole:
            assert Response.objects.public().filter(recommendation=recommendation).exists()
            assert Progress.objects.public().filter(recommendation=recommendation).exists()

    def test_lettered_parts_are_recommendations_of_their_own(self) -> None:
        parts = Recommendation.objects.public().filter(parent__number=4, parent__review__title=YOUTH_REVIEW)
        assert [part.label for part in parts.order_by("order")] == ["a", "b", "c"]

    def test_action_plan_is_kept_row_by_row_under_its_champions(self) -> None:
        actions = PlannedAction.objects.public().filter(review__title=YOUTH_REVIEW)
        assert actions.count() == 15
        assert actions.filter(rag="red").count() == 2
        assert "Oliver Penhallow-Reed" in {action.champion.removeprefix("Councillor ") for action in actions}

    def test_minutes_stand_on_the_meeting_they_record(self) -> None:
        assert Minutes.objects.public().count() >= 10
        assert Minutes.objects.public().filter(confirmed_on__isnull=False).exists()
        assert Decision.objects.public().filter(minute__isnull=False).count() >= 30

    def test_decisions_of_members_and_officers_are_in_the_register(self) -> None:
        kinds = set(Decision.objects.public().values_list("kind", flat=True))
        assert {Decision.Kind.INDIVIDUAL, Decision.Kind.OFFICER, Decision.Kind.MEETING} <= kinds

    def test_papers_of_meetings_to_come_wait_for_a_clerk(self) -> None:
        waiting = Proposal.objects.filter(state=Proposal.State.WAITING)
        assert {Proposal.Kind.MINUTES, Proposal.Kind.ACTION} <= set(waiting.values_list("kind", flat=True))

    def test_everyday_words_stand_beside_official_ones(self) -> None:
        assert Synonyms.objects.count() >= 12
        assert Synonyms.objects.filter(terms__contains=["bedroom tax", "under-occupancy charge"]).exists()

import django.contrib.postgres.functions
from django.db import migrations, models

from portal.page_cache.triggers import make_function, shown


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("committees", "0008_attempts"),
        ("documents", "0010_alerts_and_problem_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "token",
                    models.UUIDField(
                        db_default=django.contrib.postgres.functions.RandomUUID(), primary_key=True, serialize=False
                    ),
                ),
            ],
        ),
        make_function,
        shown(
            "committees_council",
            "committees_closureday",
            "committees_ward",
            "committees_person",
            "committees_committee",
            "committees_membership",
            "committees_meeting",
            "committees_agendasection",
            "committees_agendaitem",
            "committees_meetingmember",
            "committees_attendance",
            "committees_minutes",
            "committees_minute",
            "committees_declaration",
            "committees_namedvote",
            "committees_decision",
            "committees_decision_wards",
        ),
        shown(
            "documents_storedfile",
            "documents_document",
            "documents_documentversion",
            "documents_listing",
            "documents_page",
            "documents_paragraph",
            "documents_report",
            "documents_review",
            "documents_reviewstage",
            "documents_reviewstage_papers",
            "documents_reviewpoint",
            "documents_witness",
            "documents_recommendation",
            "documents_response",
            "documents_progress",
            "documents_plannedaction",
            "documents_workprogrammeentry",
            "documents_synonyms",
            "documents_supplement",
            "documents_papertofollow",
        ),
    ]

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_save


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = "Papers"

    def ready(self) -> None:
        from committees.actions import going_public, item_opened, meeting_changed
        from committees.models import Council, Decision, Minutes
        from documents.actions import corrections, decisions, papers, typed_minutes, wording
        from documents.actions.minutes_papers import follow_meeting
        from documents.actions.rereading import notice_rule
        from documents.roles import keep_roles

        pre_save.connect(notice_rule, sender=Council, dispatch_uid="contacts_rule")
        meeting_changed.connect(follow_meeting, dispatch_uid="minutes_papers")
        item_opened.connect(papers.pass_with_item, dispatch_uid="papers_of_item")
        item_opened.connect(typed_minutes.pass_minutes_with_item, dispatch_uid="minutes_of_item")
        going_public.connect(typed_minutes.pass_minutes, sender=Minutes, dispatch_uid="typed_minutes")
        going_public.connect(decisions.pass_decision, sender=Decision, dispatch_uid="decisions")
        meeting_changed.connect(wording.ask_again, dispatch_uid="released_words")
        post_migrate.connect(keep_roles, dispatch_uid="roles")
        meeting_changed.connect(corrections.follow_meeting, dispatch_uid="corrections")

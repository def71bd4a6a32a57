from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "documents"
    verbose_name = "Papers"

    def ready(self) -> None:
        from committees.actions import meeting_changed
        from documents.actions.minutes_papers import follow_meeting

        meeting_changed.connect(follow_meeting, dispatch_uid="minutes_papers")

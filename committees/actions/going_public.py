"""Asked before what a clerk wrote becomes public, by whatever door: whoever listens may refuse it with NotAllowed."""

from django.dispatch import Signal

# sender: Minutes or Decision; row; by: who makes it public; written_by: who wrote a correction that another lets out
going_public = Signal()

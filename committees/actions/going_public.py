"""Asked before what a clerk wrote becomes public, by whatever door: whoever listens may refuse it with NotAllowed."""

from django.dispatch import Signal

# sender: Minutes or Decision; row; by: who makes it public; writers: the ids of who wrote a correction of it
going_public = Signal()

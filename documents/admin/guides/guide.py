"""What a guide is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.staticfiles import finders

QUOTED = re.compile("“([^”]+)”")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. What stands in “quotes” stands on the screen in these very words: a browser test looks.

    `seen` says what the public sees of it. `pictured` steps have a picture of the screen on which they are done.
    """

    words: str
    seen: str = ""
    pictured: bool = False

    @property
    def quoted(self) -> list[str]:
        return QUOTED.findall(self.words)


@dataclass(frozen=True, slots=True)
class Guide:
    """A task, as a clerk would call it."""

    slug: str
    title: str
    summary: str
    steps: Sequence[Step]
    good_to_know: Sequence[str] = ()

    def picture(self, number: int) -> str:
        """The static file of the picture of a step, counted from 1."""
        return f"images/guides/{self.slug}-{number}.webp"

    def shown(self) -> list[tuple[int, Step, str]]:
        """Each step with its number and its picture; without one where none has been made yet."""
        return [(number, step, self._made(number, step)) for number, step in enumerate(self.steps, start=1)]

    def _made(self, number: int, step: Step) -> str:
        picture = self.picture(number)
        return picture if step.pictured and finders.find(picture) else ""

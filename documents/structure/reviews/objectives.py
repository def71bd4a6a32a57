"""What a review is to find out: objectives with numbers of their own, wherever they stand, and listed ones."""

import re

from documents.structure.cells import run_on

NUMBERED = re.compile(
    r"(?:\b(?:SID|Review|Scrutiny|Key)\s+)?\bObjectives?\s+(?P<number>\d{1,2})\s*[:.–-]\s*", re.IGNORECASE
)
INTRODUCTION = re.compile(r":\s*$|\b(?:as follows|are to|following)\W*$", re.IGNORECASE)


class Objectives:
    """Gathers them as they are printed: a plan that repeats one by its number has it once."""

    def __init__(self) -> None:
        self.printed: list[tuple[int, str]] = []
        self.listed: list[str] = []

    @property
    def texts(self) -> list[str]:
        """In the order of their numbers, the longest printing of each; those without one as they stand."""
        longest = dict(sorted(self.printed, key=lambda one: len(one[1])))
        return [longest[number] for number in sorted(longest)] or self.listed

    def take_numbered(self, text: str) -> bool:
        """A text with objectives named by their numbers: "SID Objective 1: To …"; False if it has none."""
        marks = list(NUMBERED.finditer(text))
        if not marks:
            return False
        if before := text[: marks[0].start()].strip():
            self.run_on(before)
        for mark, following in zip(marks, [*marks[1:], None], strict=True):
            words = text[mark.end() : following.start() if following else None].strip()
            self.printed.append((int(mark["number"]), words))
        return True

    def run_on(self, text: str) -> bool:
        """The rest of the last one, that a page's end has broken; False where it has its end."""
        if not self.printed or _has_ended(self.printed[-1][1], text):
            return False
        number, above = self.printed[-1]
        self.printed[-1] = number, run_on(above, text)
        return True

    def take_listed(self, text: str, depth: int) -> None:
        if INTRODUCTION.search(text) and not depth:
            return
        if depth and self.listed:
            self.listed[-1] = f"{self.listed[-1]}\n• {text}"
        elif text not in self.listed:
            self.listed.append(text)


def _has_ended(above: str, below: str) -> bool:
    return above.rstrip().endswith((".", ";")) or not below[:1].islower()

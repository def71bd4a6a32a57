"""Asks the questions of the loaded site."""

from collections.abc import Sequence
from datetime import date

from portal.sample_council.facts import sample_council
from tests.relevance.answers import Answers
from tests.relevance.finding import grades_of, ranked, showable
from tests.relevance.judging import judge
from tests.relevance.questions import Question, read_questions
from tests.relevance.report import Result
from tests.relevance.sources import Packs


def ask_all(bodies: Sequence[str], today: date) -> list[Result]:
    """Every question about these bodies of papers; `today` is the day on which the sample council was loaded."""
    answers = Answers(Packs(sample_council(today)), bodies)
    return [_ask(question, answers) for body in bodies for question in read_questions(body)]


def _ask(question: Question, answers: Answers) -> Result:
    expected = answers.of(question)
    asked = answers.asked(question)
    found = ranked(asked)
    grades = grades_of(found, expected)
    return Result(
        question=question,
        asked=asked,
        outcome=judge(grades, showable(expected)),
        found=tuple(zip(grades, map(str, found), strict=True)),
    )

from datetime import date

import pytest

from portal.sample_council.facts import HERE, sample_council
from portal.sample_council.markup import read_sources
from tests.relevance.questions import (
    BODIES,
    SAMPLE_COUNCIL,
    Answer,
    BadQuestion,
    Question,
    read_question,
    read_questions,
)
from tests.relevance.sources import Packs, plain, source_text

PACKS = Packs(sample_council(date(2026, 11, 22)))
QUESTIONS = [question for body in BODIES for question in read_questions(body)]
ON_SAMPLE_COUNCIL = [question for question in QUESTIONS if question.of == SAMPLE_COUNCIL]

each_question = pytest.mark.parametrize("question", ON_SAMPLE_COUNCIL, ids=lambda question: question.asks)


def is_of_council(answer: Answer) -> bool:
    return bool(answer.paper) and answer.of in ("", SAMPLE_COUNCIL)


def written(question: Question) -> list[Answer]:
    """The answers that are papers with a source; front sheets are written by the packs themselves."""
    return [answer for answer in question.answers if is_of_council(answer) and not answer.paper.startswith("agenda/")]


def test_there_are_enough_questions_of_each_body() -> None:
    assert len(ON_SAMPLE_COUNCIL) >= 45
    assert len(QUESTIONS) - len(ON_SAMPLE_COUNCIL) >= 20


def test_a_third_of_the_questions_are_hard() -> None:
    assert sum(question.is_hard for question in QUESTIONS) >= len(QUESTIONS) / 3


def test_no_question_is_asked_twice() -> None:
    assert len({question.asks for question in QUESTIONS}) == len(QUESTIONS)


@each_question
def test_answers_are_papers_of_a_pack_that_is_published(question: Question) -> None:
    for answer in question.answers:
        assert not is_of_council(answer) or PACKS.place(answer).pack.state == "published"


@each_question
def test_answers_say_what_their_papers_say(question: Question) -> None:
    for answer in written(question):
        assert plain(answer.says) in source_text(answer)


@each_question
def test_question_is_filled_in_for_its_meeting(question: Question) -> None:
    assert "{" not in PACKS.filled(question.asks, question.at)


@each_question
def test_records_are_of_packs_and_people_that_exist(question: Question) -> None:
    for record in (answer.record for answer in question.answers if answer.record):
        if record.at:
            PACKS.pack(record.at)
        if record.kind == "person":
            assert record.name in PACKS.council.people
        if record.kind in ("committee", "meeting"):
            assert record.name in {committee.name for committee in PACKS.council.committees.values()}


@each_question
def test_papers_that_answer_are_open(question: Question) -> None:
    for answer in written(question):
        if answer.part:
            folder, _, name = answer.paper.rpartition("/")
            documents = read_sources(HERE / (folder or "papers") / f"{name}.md")
            part = next(document for document in documents if document.title == answer.part)
            assert part.matter.get("access", "open") == "open"


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one.of != SAMPLE_COUNCIL], ids=lambda one: one.asks)
def test_answers_in_the_sample_packs_are_pages_not_words(question: Question) -> None:
    for answer in question.answers:
        assert not answer.says or answer.of == SAMPLE_COUNCIL
        assert all(page > 0 for page in answer.pages)


def test_question_without_an_answer_is_refused() -> None:
    with pytest.raises(BadQuestion, match="nothing that answers"):
        read_question(SAMPLE_COUNCIL, {"asks": "bins", "kind": "words", "answers": [{"paper": "x", "grade": 1}]})


def test_question_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(BadQuestion, match="unknown kind"):
        read_question(SAMPLE_COUNCIL, {"asks": "bins", "kind": "riddle", "answers": [{"paper": "x", "grade": 2}]})


def test_answer_that_is_both_a_paper_and_a_record_is_refused() -> None:
    answer = {"paper": "x", "record": "person", "name": "y", "grade": 2}
    with pytest.raises(BadQuestion, match="not a paper, a record or words"):
        read_question(SAMPLE_COUNCIL, {"asks": "bins", "kind": "words", "answers": [answer]})

import pytest

from tests.documents.structure.minutes.reading import entry


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("RESOLVED: That the report be noted.", ["That the report be noted."]),
        ("RESOLVED that the report be noted.", ["that the report be noted."]),
        ("RESOLVEDthat the report be noted.", ["that the report be noted."]),
        ("RESOLVED (unanimously) that the report be noted.", ["that the report be noted."]),
        ("It was unanimously RESOLVED to note the report.", ["to note the report."]),
        ("Resolved – That the report be noted.", ["That the report be noted."]),
        ("Resolved unanimously: That the report be noted.", ["That the report be noted."]),
        ("AGREED: That the report be noted.", ["That the report be noted."]),
        ("It was AGREED that the report be noted.", ["that the report be noted."]),
        ("IT WAS APPROVED that the report be noted.", ["that the report be noted."]),
        ("DECISION: That the report be noted.", ["That the report be noted."]),
        ("Decision: To note the report.", ["To note the report."]),
        ("RECOMMENDED TO COUNCIL: That the plan be adopted.", ["RECOMMENDED TO COUNCIL: That the plan be adopted."]),
        ("The Committee resolved to note the report.", ["to note the report."]),
        ("The Board agreed that the plan be approved.", ["that the plan be approved."]),
        ("RESOLVED – That: (1) A be done; (2) B be done.", ["(1) A be done;", "(2) B be done."]),
        (
            "RESOLVED that Cabinet agree to:\n\na) Note the forecast.\n\nb) Agree the changes.",
            ["that Cabinet agree to:", "a) Note the forecast.", "b) Agree the changes."],
        ),
        (
            "**RESOLVED:**\n\nThat the report be noted.\n\nThat it come back.",
            ["That the report be noted.", "That it come back."],
        ),
        ("PENDERFYNWYD: Bod yr adroddiad yn cael ei nodi.", ["Bod yr adroddiad yn cael ei nodi."]),
    ],
)
def test_resolution_is_taken_out_of_the_text(text: str, resolved: list[str]) -> None:
    minute = entry(f"1. Budget\n\nThe report was presented.\n\n{text}")

    assert minute.resolved == resolved
    assert minute.text == "The report was presented."


@pytest.mark.parametrize(
    "text",
    [
        "**The Committee noted the update report.**",
        "The dispute had not been resolved.",
        "A member asked whether the matter had been resolved to his satisfaction.",
        "The recommendation was not approved.",
    ],
)
def test_text_that_resolves_nothing_stays_text(text: str) -> None:
    minute = entry(f"1. Budget\n\nThe report was presented.\n\n{text}")

    assert minute.resolved == []
    assert text.strip("*") in minute.text


def test_what_comes_before_a_resolution_in_its_sentence_stays_text() -> None:
    minute = entry("1. Budget\n\nIt was moved by Councillor Box, seconded and RESOLVED that the budget be set.")

    assert minute.text == "It was moved by Councillor Box, seconded and RESOLVED"
    assert minute.resolved == ["that the budget be set."]


def test_two_resolutions_in_one_minute() -> None:
    minute = entry("1. Plans\n\nRESOLVED: That A be done.\n\nMembers turned to B.\n\nRESOLVED: That B be done.")

    assert minute.resolved == ["That A be done.", "That B be done."]
    assert minute.text == "Members turned to B."


def test_recommendation_that_was_refused_is_no_resolution() -> None:
    minute = entry(
        "1. Speed limits\n\n**It was APPROVED that:**\n\n1. the report be noted;\n\n2. views be sought.\n\n"
        "Recommendation 3 was not approved:\n\n3. officers decide."
    )

    assert minute.resolved == ["1. the report be noted;", "2. views be sought."]
    assert "officers decide." in minute.text


def test_paragraphs_after_a_resolution_are_text() -> None:
    minute = entry(
        "1. Plans\n\nRESOLVED: That A be done.\n\nThe Chair thanked the officers.\n\n*Reasons*\n\nIt is needed."
    )

    assert minute.resolved == ["That A be done."]
    assert minute.text.startswith("The Chair thanked the officers.")


def test_number_after_a_resolving_paragraph_is_not_its_part() -> None:
    minute = entry(
        "41. Plans\n\n1. The report was presented.\n\n2. RESOLVED that A be done.\n\n3. Members thanked the officers."
    )

    assert minute.resolved == ["that A be done."]
    assert "Members thanked the officers." in minute.text

import pytest

from documents.structure.minutes.absences import absent_in, substitutes_in
from documents.structure.understood import ReadSubstitute


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apologies for absence were received from Councillors Ash, Box and Cray.", ["Ash", "Box", "Cray"]),
        ("Apologies were received from Mrs C Bull.", ["Mrs C Bull"]),
        ("An apology was received from Councillor Ash, who was unwell.", ["Ash"]),
        ("Apologies were received and accepted from Cllr B. Nunn (holiday).", ["B. Nunn"]),
        ("Councillors Ash and Box had sent their apologies.", ["Ash", "Box"]),
        ("Apologies for lateness were received from Councillor Ash.", []),
        ("There were no apologies.", []),
        ("No apologies had been received.", []),
        (
            "Councillor Di Ash & Jo Box together with Mr Al Cray apologised for their inability to attend.",
            ["Di Ash", "Jo Box", "Mr Al Cray"],
        ),
        ("• Cllr I Ash & Cllr H Box sent apologies.", ["I Ash", "H Box"]),
        ("An apology for his inability to attend the meeting was received from Councillor Ash.", ["Ash"]),
        (
            "There were apologies for absence from Councillors Ash (due to mayoral business) and Box; "
            "and for lateness from Councillor Cray.",
            ["Ash", "Box"],
        ),
        (
            "Apologies were reported from the Deputy Lord Mayor (Councillor Ash) and Councillors Box and D. Cray.",
            ["Ash", "Box", "D. Cray"],
        ),
        ("Apologies were received from Councillor Ash and Jo Box Co-opted Members.", ["Ash", "Jo Box"]),
        ("Apologies were received from Tenant Representative Jo Box.", ["Jo Box"]),
        ("Councillor(s) Ash and Box sent apologies.", ["Ash", "Box"]),
        ("Apologies for absence were submitted on behalf of Councillor Ash.", ["Ash"]),
    ],
)
def test_apologies_in_sentences(text: str, names: list[str]) -> None:
    assert absent_in(text) == names


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Councillor Ash for Councillor Box.", [("Ash", "Box")]),
        ("Councillor Ash (substitute for Councillor Box)", [("Ash", "Box")]),
        ("Councillor Ash attended as substitute for Councillor Box.", [("Ash", "Box")]),
        ("Councillor Ash substituted for Councillor Box.", [("Ash", "Box")]),
        ("Councillor Ash was substituting for Councillor Box.", [("Ash", "Box")]),
        ("Councillor Box was substituted by Councillor Ash.", [("Ash", "Box")]),
        ("Councillor Box (Councillor Ash substituting).", [("Ash", "Box")]),
        ("Apologies were received from Cllr Box (substituted by Cllr Ash).", [("Ash", "Box")]),
        ("Apologies were received from Councillor Box and Councillor Ash attended as substitute.", [("Ash", "Box")]),
        ("It was noted that Councillor Ash was present as substitute for Councillor Box.", [("Ash", "Box")]),
        (
            "Councillors Ash and Box substituted for Councillors Cray and Dunn respectively.",
            [("Ash", "Cray"), ("Box", "Dunn")],
        ),
        ("There were no substitutes.", []),
    ],
)
def test_substitutes_in_sentences(text: str, pairs: list[tuple[str, str]]) -> None:
    assert substitutes_in(text, plain=True) == [ReadSubstitute(name, other) for name, other in pairs]


def test_plain_for_is_a_substitution_only_where_that_is_the_matter() -> None:
    assert substitutes_in("The Committee thanked Councillor Ash for Councillor Box's sake.") == []


def test_apologies_received_is_said_by_the_title() -> None:
    text = "These were received from Councillors R.J. Ash and Mrs. M. Box; Mr. G. Cray (Tenants' Group)."

    assert absent_in(text, listed=True) == ["R.J. Ash", "Mrs. M. Box", "Mr. G. Cray"]

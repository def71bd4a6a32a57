import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.packs.names import is_vacancy, read_people, vacancies_in


@pytest.mark.parametrize(
    ("text", "name", "role", "representing"),
    [
        ("Councillor Theresa Debono (Chair)", "Theresa Debono", "chair", ""),
        ("Cllr Rakhia Ismail (Vice-Chair)", "Rakhia Ismail", "vice-chair", ""),
        ("Councillor J. Smith (Deputy Chairman)", "J. Smith", "vice-chair", ""),
        ("Councillor Satnam Gill OBE", "Satnam Gill", None, ""),
        ("Councillor Jane Smith, MBE, JP", "Jane Smith", None, ""),
        ("Councillor Jane Smith (Labour)", "Jane Smith", None, ""),
        ("Mrs A B Jones", "A B Jones", None, ""),
        ("Cllr Mrs Jones", "Mrs Jones", None, ""),
        ("Dr Hall", "Dr Hall", None, ""),
        ("Mary Clement, Roman Catholic Diocese", "Mary Clement", None, "Roman Catholic Diocese"),
        ("Jane Smith (Healthwatch)", "Jane Smith", None, "Healthwatch"),
        ("Rev. Peter Long - Diocese of Exham", "Rev. Peter Long", None, "Diocese of Exham"),
        ("Councillor Jo O'Brien", "Jo O'Brien", None, ""),
        ("Councillor Ann-Marie de Souza", "Ann-Marie de Souza", None, ""),
        ("Cynghorydd Siân Ap Huw", "Siân Ap Huw", None, ""),
        ("Smith, J (Chairman)", "Smith, J", "chair", ""),
        ("COUNCILLOR JANE ARCHER", "Jane Archer", None, ""),
    ],
)
def test_one_person(text: str, name: str, role: str | None, representing: str) -> None:
    (person,) = read_people(text)

    assert (person.name, person.role, person.representing) == (name, role, representing)


def test_people_in_a_list() -> None:
    people = read_people("Councillors Hugh Mason (Chair), Judith Smyth (Vice-Chair), Lee Hunt and A Vernon CBE")

    assert [(person.name, person.role) for person in people] == [
        ("Hugh Mason", "chair"),
        ("Judith Smyth", "vice-chair"),
        ("Lee Hunt", None),
        ("A Vernon", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting will be held in public",
        "Town Hall, Upper Street, London, N1 2UD",
        "Governance and Human Resources",
        "Tel: 01234 567890",
        "someone@council.example",
        "Thursday 22 September 2016",
        "",
    ],
)
def test_no_people(text: str) -> None:
    assert read_people(text) == []


@pytest.mark.parametrize(
    ("text", "seats", "representing"),
    [
        ("Vacancy", 1, ""),
        ("Vacancy, Church of England Diocese", 1, "Church of England Diocese"),
        ("2 vacancies", 2, ""),
        ("(Vacancy)", 1, ""),
        ("One vacancy (Conservative)", 1, ""),
        ("Vacant seat - Parent Governor", 1, "Parent Governor"),
    ],
)
def test_vacancies(text: str, seats: int, representing: str) -> None:
    assert is_vacancy(text)
    assert vacancies_in(text) == (seats, representing)


@given(st.text())
def test_read_people_never_fails(text: str) -> None:
    for person in read_people(text):
        assert person.name is None or person.name.strip()

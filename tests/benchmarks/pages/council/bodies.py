"""The council itself, its wards, people, committees and seats."""

from datetime import date

from committees.models import Committee, Council, Membership, Person, Ward
from tests.benchmarks.search import corpus

PEOPLE = 60
SEATS = 12  # of a committee
KINDS = ("council", "executive", "scrutiny", "scrutiny", "regulatory", "advisory", "joint")
FIRST = ("Amina", "Brian", "Chidi", "Dorothy", "Ewan", "Farah", "Gareth", "Hannah", "Imran", "Jocelyn")
LAST = ("Ashdown", "Bello", "Carrow", "Devlin", "Eastman", "Fairweather")


def write_bodies(committees: int) -> None:
    Council.objects.create(
        name="Borough of Benchmark", address="Town Hall\nHigh Street", email="democracy@benchmark.example"
    )
    Ward.objects.bulk_create(Ward(name=name, slug=name.lower().replace(" ", "-")) for name in corpus.WARDS)
    _write_people()
    _write_committees(committees)
    _write_seats()


def _write_people() -> None:
    wards = list(Ward.objects.order_by("pk"))
    names = [(first, last) for last in LAST for first in FIRST][:PEOPLE]
    Person.objects.bulk_create(
        Person(
            name=f"{first} {last}",
            sort_key=f"{last}, {first}".lower(),
            party=("Orchard", "Harbour", "")[number % 3],
            ward=wards[number % len(wards)],
            email=f"{first}.{last}@benchmark.example".lower(),
        )
        for number, (first, last) in enumerate(names)
    )


def _write_committees(count: int) -> None:
    words = [word.capitalize() for word in corpus.vocabulary()[200 : 200 + count]]
    Committee.objects.bulk_create(
        Committee(
            name=f"{word} Committee",
            slug=f"{word.lower().replace(' ', '-')}-committee",
            sort_key=f"{word} committee".lower(),
            kind=KINDS[number % len(KINDS)],
            purpose=f"Looks after {word.lower()} on behalf of the council and of all who live and work here.",
            quorum=4,
            contact_name="Democratic Services",
            contact_email="democracy@benchmark.example",
        )
        for number, word in enumerate(words)
    )


def _write_seats() -> None:
    people = list(Person.objects.order_by("pk"))
    roles = [Membership.Role.CHAIR, Membership.Role.VICE_CHAIR, *[Membership.Role.MEMBER] * SEATS][:SEATS]
    Membership.objects.bulk_create(
        Membership(
            committee=committee,
            person=people[(number * 7 + seat) % len(people)],
            role=role,
            started_on=date(2022, 5, 18),
        )
        for number, committee in enumerate(Committee.objects.order_by("pk"))
        for seat, role in enumerate(roles)
    )

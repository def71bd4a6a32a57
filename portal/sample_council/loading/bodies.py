"""The council, its wards, people, committees and their terms."""

from dataclasses import dataclass
from pathlib import Path

from django.utils.text import slugify

from committees.crests import read_crest
from committees.models import Committee, Council, Membership, Person, Ward
from portal.sample_council import bodies
from portal.sample_council.facts import SampleCouncil

CREST = Path(__file__).parent.parent / "crest.svg"
TITLES = ("Father ", "Dr ")
FIRST_PHONE = 960400  # within Ofcom's range for drama, 01632 960000 to 960999
COUNCIL_FIELDS = ("name", "strapline", "website", "address", "email", "phone", "brand_colour", "accent_colour")


@dataclass(frozen=True, slots=True)
class Bodies:
    """The rows, people by name and committees by key."""

    people: dict[str, Person]
    committees: dict[str, Committee]


def load_bodies(council: SampleCouncil) -> Bodies:
    created = Council(**{field: council.council[field] for field in COUNCIL_FIELDS})
    created.keep_crest(read_crest(CREST.read_bytes()))
    created.save()
    wards = {ward.name: _ward(ward) for ward in council.wards}
    people = {
        person.name: _person(person, wards.get(person.ward), number)
        for number, person in enumerate(council.people.values())
    }
    committees: dict[str, Committee] = {}
    for committee in council.committees.values():
        committees[committee.key] = _committee(council, committee, committees.get(committee.parent))
    rows = Bodies(people, committees)
    for committee in council.committees.values():
        _memberships(council, committee, rows)
    return rows


def _ward(ward: bodies.Ward) -> Ward:
    return Ward.objects.create(name=ward.name, slug=slugify(ward.name), description=ward.description)


def _person(person: bodies.Person, ward: Ward | None, number: int) -> Person:
    plain = person.name
    for title in TITLES:
        plain = plain.removeprefix(title)
    first, _, surname = plain.rpartition(" ")
    contact = {"phone": f"01632 {FIRST_PHONE + number}"} if person.is_councillor else {}
    if person.is_councillor:
        contact["email"] = f"cllr.{slugify(first)}.{slugify(surname)}@thornmere.example"
    return Person.objects.create(
        name=person.name,
        honours=person.honours,
        sort_key=f"{surname}, {first}".casefold(),
        is_councillor=person.is_councillor,
        party=person.party,
        ward=ward,
        **contact,
    )


def _committee(council: SampleCouncil, committee: bodies.Committee, parent: Committee | None) -> Committee:
    return Committee.objects.create(
        name=committee.name,
        slug=slugify(committee.name),
        sort_key=committee.name.casefold(),
        kind=committee.kind,
        parent=parent,
        purpose=committee.purpose,
        quorum=committee.quorum,
        contact_name=committee.clerk,
        contact_email=committee.email,
        contact_phone=committee.phone,
        ended_on=council.ended_on(committee),
    )


def _memberships(council: SampleCouncil, committee: bodies.Committee, rows: Bodies) -> None:
    Membership.objects.bulk_create(
        Membership(
            committee=rows.committees[committee.key],
            person=rows.people[seat.person.name] if seat.person else None,
            role=seat.role.replace("-", "_"),
            representing=seat.representing,
            voting=seat.voting,
            started_on=seat.started_on,
            ended_on=seat.ended_on,
        )
        for seat in council.seats(committee)
    )

from typing import Self

from django.db import models

from committees.addresses import address_of, slug_of
from committees.models.auditing import audited


@audited
class Ward(models.Model):
    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address_of("ward", self.slug)


class PersonQuerySet(models.QuerySet["Person"]):
    def public(self) -> Self:
        return self.filter(is_public=True)

    def councillors(self) -> Self:
        return self.filter(is_councillor=True, left_on=None)


@audited
class Person(models.Model):
    """A councillor or other person who sits on committees. A home address is never held."""

    name = models.CharField(max_length=120, help_text="Without “Councillor” or honours.")
    honours = models.CharField(max_length=60, blank=True)
    sort_key = models.CharField(max_length=120, help_text="The surname first, in lower case: “ahmed, sana”.")
    is_councillor = models.BooleanField(default=True)
    party = models.CharField(max_length=80, blank=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    email = models.EmailField(blank=True, help_text="The address the council publishes.")
    phone = models.CharField(max_length=40, blank=True, help_text="The number the council publishes.")
    left_on = models.DateField(null=True, blank=True)
    is_public = models.BooleanField(default=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.formal_name

    def get_absolute_url(self) -> str:
        return address_of("person", self.pk, self.slug)

    @property
    def slug(self) -> str:
        return slug_of(self.name) or "person"

    @property
    def formal_name(self) -> str:
        title = "Councillor " if self.is_councillor else ""
        return f"{title}{self.name} {self.honours}".strip()

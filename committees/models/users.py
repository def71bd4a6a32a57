from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What somebody may do, by the name of their group; `documents.roles` says which permissions each has."""

    CLERK = "Clerk"
    RELEASING_OFFICER = "Releasing officer"
    ADMINISTRATOR = "Administrator"
    MEMBER = "Member"
    REPORT_AUTHOR = "Report author"


class User(AbstractUser):
    """Somebody who signs in: a clerk, an administrator, or a councillor with restricted papers to read."""

    person = models.OneToOneField(
        "committees.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="user"
    )
    must_change_password = models.BooleanField(
        default=False, help_text="The password was given out once; it must be changed at the next sign-in."
    )

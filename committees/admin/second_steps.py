"""An administrator takes off the second step of somebody who lost it: phone, passkey and recovery codes alike."""

from typing import Any, cast

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from committees.admin.asking import Question, WhyForm, ask, sent
from committees.models import SignInEvent, User
from committees.sign_ins import record_sign_in


@permission_required("committees.change_user", raise_exception=True)
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    by = cast(User, request.user)
    others = User.objects.all() if by.is_superuser else User.objects.filter(is_superuser=False)
    user = get_object_or_404(others, pk=pk)

    def act(values: dict[str, Any]) -> str:
        with transaction.atomic():
            Authenticator.objects.filter(user=user).delete()
            kind = SignInEvent.Kind.FACTOR_REMOVED
            record_sign_in(kind, user=user, by=by, request=request, note=values["why"])
        return f"The second step of {user} is taken off."

    question = Question(
        title=f"Take off the second step of {user}",
        explanation="Be sure who asks you: telephone them at a number you know. After this the password alone lets "
        "them in; where a second step is required, they set up a new one at their next sign-in.",
        button="Take it off",
        back=reverse("admin:committees_user_change", args=[user.pk]),
        hides=True,
    )
    return ask(request, question, WhyForm(**sent(request)), act)

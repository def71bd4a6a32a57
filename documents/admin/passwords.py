from typing import Any

from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy

from committees.models import SignInEvent, User
from committees.sign_ins import record_sign_in


class OwnPasswordForm(AdminPasswordChangeForm):
    """A new password chosen by its owner, and another one than the password given out."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        given = self.user.must_change_password
        self.fields["old_password"].label = "The password you were given" if given else "Your password now"
        new, again = self.fields["new_password1"], self.fields["new_password2"]
        new.label, new.help_text = "New password", " ".join(map(str, password_validators_help_texts()))
        again.label, again.help_text = "New password once more", ""

    def clean_new_password1(self) -> str:
        password: str = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            self.add_error("new_password1", "Choose a password that is not the one you were given.")
        return password


class OwnPasswordChangeView(PasswordChangeView):
    form_class = OwnPasswordForm
    template_name = "admin/own_password.html"
    success_url = reverse_lazy("admin:password_change_done")

    def form_valid(self, form: OwnPasswordForm) -> HttpResponse:  # type: ignore[override]
        response = super().form_valid(form)
        User.objects.filter(pk=form.user.pk).update(must_change_password=False)
        record_sign_in(SignInEvent.Kind.PASSWORD_CHANGED, user=form.user, request=self.request)
        return response

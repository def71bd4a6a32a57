from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy

from committees.models import SignInEvent, User
from committees.sign_ins import record_sign_in


class OwnPasswordForm(AdminPasswordChangeForm):
    """A new password chosen by its owner, and another one than the password given out."""

    def clean_new_password1(self) -> str:
        password: str = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            self.add_error("new_password1", "Choose a password that is not the one you were given.")
        return password


class OwnPasswordChangeView(PasswordChangeView):
    form_class = OwnPasswordForm
    template_name = "registration/password_change_form.html"
    success_url = reverse_lazy("admin:password_change_done")

    def form_valid(self, form: OwnPasswordForm) -> HttpResponse:  # type: ignore[override]
        response = super().form_valid(form)
        User.objects.filter(pk=form.user.pk).update(must_change_password=False)
        record_sign_in(SignInEvent.Kind.PASSWORD_CHANGED, user=form.user, request=self.request)
        return response

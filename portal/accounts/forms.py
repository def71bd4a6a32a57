"""The forms of signing in, in plain words."""

from collections.abc import Callable
from typing import Any

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from committees.models import SignInEvent
from committees.sign_ins import record_sign_in

CODE_HELP = _("The six digits that your authenticator app shows now, or one of your recovery codes.")


def _dress(form: forms.Form) -> None:
    """The look of the site's fields; no placeholder stands for a label."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
        field.widget.attrs.setdefault("class", "govuk-input govuk-input--width-20")


class SignInForm(account.LoginForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = _("User name or email address")
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["login"].error_messages["required"] = _("Enter your user name or email address.")
        self.fields["login"].max_length = 254
        self.fields["password"].error_messages["required"] = _("Enter your password.")
        self.fields["password"].help_text = ""
        _dress(self)

    def clean_login(self) -> str:
        return str(super().clean_login()).replace("\0", "")


class ForgottenForm(account.ResetPasswordForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].label = _("Your email address")
        self.fields["email"].error_messages["required"] = _("Enter your email address.")
        _dress(self)


class NewPasswordForm(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _("At least 12 characters; three words in a row are easy to remember.")
        self.fields["password1"].error_messages["required"] = _("Enter a new password.")
        self.fields["password2"].label = _("New password again")
        self.fields["password2"].error_messages["required"] = _("Enter the new password again.")
        _dress(self)


class PasswordAgainForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["password"].label = _("Your password")
        self.fields["password"].help_text = ""
        self.fields["password"].error_messages["required"] = _("Enter your password.")
        _dress(self)


class CodeForm(second_step.AuthenticateForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dress_code(self, CODE_HELP)


class CodeAgainForm(second_step.ReauthenticateForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dress_code(self, CODE_HELP)


class FirstCodeForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dress_code(self, _("The six digits that the app shows now."))


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].help_text = _("Such as “my phone”, so that you know it from others.")
        _dress(self)


class RenamePasskeyForm(passkeys.EditWebAuthnForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].error_messages["required"] = _("Enter a name for the passkey.")
        _dress(self)


class PasskeyForm(passkeys.AuthenticateWebAuthnForm):
    def clean_credential(self) -> Any:
        return _record_refusal(self, super().clean_credential)


class PasskeyAgainForm(passkeys.ReauthenticateWebAuthnForm):
    def clean_credential(self) -> Any:
        return _record_refusal(self, super().clean_credential)


def _record_refusal(form: Any, clean: Callable[[], Any]) -> Any:
    """A passkey that is refused is recorded as a wrong code is: of codes alone the library tells."""
    try:
        return clean()
    except forms.ValidationError:
        record_sign_in(SignInEvent.Kind.CODE_FAILED, user=form.user, request=context.request, note="Passkey")
        raise


def _dress_code(form: forms.Form, help_text: Any) -> None:
    code = form.fields["code"]
    code.label, code.help_text = _("Code"), help_text
    code.error_messages["required"] = _("Enter the code.")
    code.widget.attrs.update({"class": "govuk-input govuk-input--width-10", "inputmode": "numeric"})
    _dress(form)

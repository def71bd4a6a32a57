from django.conf import settings
from django.db import models


class SignInEvent(models.Model):
    """That somebody signed in, failed to, or altered how they do. No password, typed name or whole address is kept."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed_in", "Signed in"
        FAILED = "failed", "Wrong name or password"
        CODE_FAILED = "code_failed", "Wrong code"
        LOCKED_OUT = "locked_out", "Locked out for a while"
        SIGNED_OUT = "signed_out", "Signed out"
        SESSION_ENDED = "session_ended", "Session ended by itself"
        FACTOR_ADDED = "factor_added", "Second step added"
        FACTOR_REMOVED = "factor_removed", "Second step removed"
        CODES_RENEWED = "codes_renewed", "Recovery codes made again"
        RECOVERY_CODE_USED = "recovery_code_used", "Recovery code used"
        OUTSIDE_JOINED = "outside_joined", "Joined with the council’s own sign-in"
        OUTSIDE_REFUSED = "outside_refused", "Refused at the council’s own sign-in"
        PASSWORD_CHANGED = "password_changed", "Password changed"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="None where no account has the name that was typed.",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who did it, where not the person themselves.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Which second step; why it was removed.")
    network = models.CharField(
        max_length=50, blank=True, help_text="The first part of the network address: enough to tell places apart."
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "sign-in event"
        indexes = [
            # The list, newest first; those to forget
            models.Index(fields=["-at"], name="sign_in_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.user or 'unknown name'}"

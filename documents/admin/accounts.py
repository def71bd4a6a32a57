"""What libraries would show in the admin is not shown: secrets of second steps, things kept twice, worker's jobs."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateJob

for model in (Authenticator, EmailAddress, SocialAccount, SocialApp, SocialToken, ProcrastinateJob):
    if admin.site.is_registered(model):
        admin.site.unregister(model)

"""Signing in: django-allauth with our own pages, addresses and limits."""

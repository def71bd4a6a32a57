"""Guides for clerks: tasks in plain English, with pictures that the browser tests make and steps that they walk."""

from documents.admin.guides.screens import guide, index

__all__ = ["guide", "index"]

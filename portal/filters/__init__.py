"""Browsing filters, read from plain query strings: a filtered page can be bookmarked and shared."""

from portal.filters.decisions import DecisionFilter
from portal.filters.meetings import MeetingFilter, PlacedMeetingFilter
from portal.filters.papers import PaperFilter
from portal.filters.recommendations import RecommendationFilter
from portal.filters.reviews import ReviewFilter

__all__ = [
    "DecisionFilter",
    "MeetingFilter",
    "PaperFilter",
    "PlacedMeetingFilter",
    "RecommendationFilter",
    "ReviewFilter",
]

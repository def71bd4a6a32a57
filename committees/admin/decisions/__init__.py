"""Decisions: those of the executive, of one member and of officers recorded here; those of meetings from minutes."""

from committees.admin.decisions.listing import DecisionAdmin

__all__ = ["DecisionAdmin"]

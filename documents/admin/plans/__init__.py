"""The plan of a pack as one form: every field of documents.packs.plan under its own dotted place."""

from documents.admin.plans.plan_form import PlanForm

__all__ = ["PlanForm"]

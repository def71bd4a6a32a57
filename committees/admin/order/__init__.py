"""The screen on which items of an agenda are put in order and numbered."""

from committees.admin.order.screen import order

__all__ = ["order"]

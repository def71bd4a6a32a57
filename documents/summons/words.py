"""How a summons says a time of day."""

from datetime import time


def clock(value: time) -> str:
    """“7.30 pm”, “noon” or “midnight”."""
    if value.minute == 0 and value.hour in (0, 12):
        return "12 noon" if value.hour else "midnight"
    minutes = f".{value.minute:02}" if value.minute else ".00"
    return f"{value.hour % 12 or 12}{minutes} {'pm' if value.hour >= 12 else 'am'}"

"""The screen on which an agenda is made: begun from a template, built item by item, its summons and packs made."""

"""Whether printed numbers come one after another."""


def is_next(label: str, following: str) -> bool:
    """ "2.9" and "2.10", "3" and "4"; labels that are no numbers follow nothing."""
    head, _, number = label.rpartition(".")
    next_head, _, next_number = following.rpartition(".")
    both = number.isdecimal() and next_number.isdecimal() and len(number) < 5 and len(next_number) < 5
    return both and head == next_head and int(next_number) == int(number) + 1

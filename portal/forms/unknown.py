"""What an address asks for that its page does not know: said to the reader, where it would be ignored unseen."""

from collections.abc import Container, Mapping

READ_ELSEWHERE = ("page", "view")  # of every list
ADDED = ("utm_", "mc_", "fbclid", "gclid", "msclkid")  # what other sites add to the links that lead here


def unknown_names(asked: Mapping[str, str], known: Container[str]) -> list[tuple[str, str]]:
    """The names, each with its value, that are neither known nor added by other sites; those left empty ask nothing."""
    return [
        (name, value)
        for name, value in asked.items()
        if value.strip() and name not in known and name not in READ_ELSEWHERE and not name.startswith(ADDED)
    ]

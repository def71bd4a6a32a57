"""A further row in the plan's form, for pages without script: the form comes back with what was typed and the row."""

import re

from django.http import QueryDict

LISTS = re.compile(r"members|sections|items|other_documents|items-\d+-documents")
MOST = 1000  # rows of one list


def with_row(data: QueryDict, prefix: str) -> QueryDict:
    """The posted form with one more row in the list of that prefix; as it was for anything that is no list."""
    count = data.get(f"{prefix}-TOTAL_FORMS", "")
    if not LISTS.fullmatch(prefix) or not count.isdecimal() or int(count) >= MOST:
        return data
    grown = data.copy()
    grown[f"{prefix}-TOTAL_FORMS"] = str(int(count) + 1)
    if prefix == "items":
        documents = f"items-{count}-documents"
        grown.update({f"{documents}-TOTAL_FORMS": "0", f"{documents}-INITIAL_FORMS": "0"})
    return grown

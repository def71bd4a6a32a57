"""The clerk's screens of search: how the index is, what was searched for in vain, and the synonyms."""

"""Whole pages, kept for readers who are not signed in, and never beyond the edition they were made of.

edition.py      what state of the site this is: one query at the start of each request
store.py        the pages this process keeps, bounded in bytes
answers.py      pages on their way out: compressed, tagged, or only called still good
middleware.py   which requests and answers that holds for
"""

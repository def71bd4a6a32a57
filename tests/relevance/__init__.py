"""The kept relevance set: questions people ask, the pages that answer them, and how well search finds those."""

"""How fast and how right search is over a realistic corpus: `python -m tests.benchmarks.search --pages 100000`.

__main__.py     the sizes asked for, each measured in a process of its own; what is printed
vocabulary.py   the words, the commonest first
boilerplate.py  what stands in every report
corpus.py       the papers, their pages and paragraphs: made, never read
tables.py       the corpus in the product's own tables
one_size.py     everything that is measured at one size
building.py     a rebuild of the index, and the library's own bulk build beside it
queries.py      the queries, chosen by how many pages have their words
floor.py        the library's own search on the same index
rival.py        PostgreSQL's full-text search over the same pages
measuring.py    rounds and times
overlap.py      the first ten beside exact BM25's
memory.py       the memory of a process that searches
goals.py        what has to be reached
"""

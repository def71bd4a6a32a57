"""How fast the public pages are, beside floors measured in the same run.

council/      the council they show: 25 committees, 2,000 meetings, 20,000 items and as many papers of 1,000 words
asking.py     one request put to the site in this process, and what it costs the processors
floors.py     what can hardly be done in less: an empty view, base.html alone, a page's queries alone
weighing.py   what a browser fetches, in bytes and requests
goals.py      what has to be met, and the peers' figures
__main__.py   prints it all
"""

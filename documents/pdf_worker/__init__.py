"""The child process of documents.pdf: the only code that touches the PDF library.

It imports nothing but the standard library and the PDF library, so that it starts quickly.
"""

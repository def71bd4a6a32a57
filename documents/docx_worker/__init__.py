"""The child process that looks into Word documents and writes copies without what is not part of their text.

It imports nothing but the standard library, so that it starts quickly.
"""

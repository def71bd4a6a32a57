"""A council of the size that the pages are judged at, written through the models; everything in it is public."""

from tests.benchmarks.pages.council.loading import Size, is_loaded, load

__all__ = ["Size", "is_loaded", "load"]

"""Thornmere, an invented council: its facts, its papers as real PDF packs, and the way they are loaded."""

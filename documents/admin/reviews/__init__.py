"""Reviews as clerks record them, with what came of their recommendations."""

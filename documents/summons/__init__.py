"""The summons and the packs that are made here: the front sheet as a tagged PDF, and packs put together of papers."""

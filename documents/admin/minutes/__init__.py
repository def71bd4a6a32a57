"""Minutes written here, item by item: kept as a draft while they are typed, seen as the public will, published."""

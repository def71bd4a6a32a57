"""What was found before publication, shown beside the pages and decided about."""

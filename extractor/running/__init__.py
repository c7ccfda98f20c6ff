"""One article → rows; a folder → chunks over workers → tables."""

"""Events told by a measure noun."""

"""Events told by a verb."""

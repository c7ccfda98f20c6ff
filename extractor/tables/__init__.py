"""Records → checked rows → typed frames."""

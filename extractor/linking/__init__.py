"""Resolving: countries, coreference in the article, people across articles."""

"""The spaCy components: each finds one table's facts. Importing `extractor.components.all` registers every factory."""

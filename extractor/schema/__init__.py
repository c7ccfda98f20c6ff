"""The contract in code: tables, columns, types and vocabularies, declared once."""

from extractor.schema.columns import PANDAS_DTYPES, SQLITE_TYPES, Column, ColumnType, Table
from extractor.schema.tables import FACT_TABLES, TABLES
from extractor.schema.vocabulary import VOCABULARIES

__all__ = ["FACT_TABLES", "PANDAS_DTYPES", "SQLITE_TYPES", "TABLES", "VOCABULARIES", "Column", "ColumnType", "Table"]

"""Writes the first migration's SQL from the metadata; only until version 0.1 is released."""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from icarmed.db.migrating import SCRIPTS
from icarmed.db.schema import metadata

dialect = sqlite.dialect()
statements = []
for table in metadata.sorted_tables:
    statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
    ordered = sorted(table.indexes, key=lambda index: str(index.name))
    statements += [str(CreateIndex(index).compile(dialect=dialect)).strip() for index in ordered]
text = ";\n\n".join(line.replace("\t", "    ").replace(" \n", "\n") for line in statements) + ";\n"
(SCRIPTS / "versions" / "0001_first_tables.sql").write_text(text, encoding="utf-8")

# Definitions first of all: tables, columns, indexes and views come, change and go.
include default
weight statement/selectStatement 20
weight statement/createTableStatement 12
weight statement/dropTableStatement 3
weight statement/alterTableStatement 40
weight statement/createIndexStatement 12
weight statement/dropIndexStatement 6
weight statement/createViewStatement 4
weight statement/dropViewStatement 2
weight statement/renameTableStatement 2

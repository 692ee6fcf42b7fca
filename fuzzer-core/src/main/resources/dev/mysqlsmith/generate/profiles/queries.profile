# Queries only, after the tables and rows that a round begins with.
include default
weight statement/replaceStatement 0
weight statement/updateStatement 0
weight statement/deleteStatement 0
weight statement/createTableStatement 0.01
weight statement/insertStatement 0.5
weight statement/alterTableStatement 0
weight statement/renameTableStatement 0
weight statement/dropTableStatement 0
weight statement/truncateStatement 0
weight statement/createTriggerStatement 0
weight statement/createEventStatement 0
weight statement/createProcedureStatement 0
weight statement/lockTablesStatement 0
weight statement/xaStatement 0

# Changes of rows first of all.
include default
weight statement/selectStatement 20
weight statement/insertStatement 30
weight statement/replaceStatement 10
weight statement/updateStatement 30
weight statement/deleteStatement 10

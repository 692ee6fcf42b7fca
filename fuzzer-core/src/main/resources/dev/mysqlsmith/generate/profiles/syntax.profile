# The grammar alone: names, constants and types at random, every alternative that the version has, those least that were
# used most. Statements are sent inside PREPARE, so that they are parsed and nothing runs. See docs/profiles.md.

flag unbound
flag evenly
flag prepared
allow */*

size nodes 120
size round 20000

# only servers that were built for it have SHOW PARSE_TREE
weight showStatement/PARSE_TREE 0

# operators and set operations nest by themselves: what they are made of is wanted more
weight expression/booleanPrimary 30
weight booleanPrimary/predicate  30
weight multiplicativeExpression/simpleExpression 30
weight bitExpression/multiplicativeExpression 30
weight bitExpression/'+' 1
weight simpleExpression/functionCall 3
weight simpleExpression/specialFunctionCall 60
weight simpleExpression/aggregateCall 30
weight simpleExpression/windowFunctionCall 30
weight simpleExpression/parameterMarker 100
weight queryExpressionBody/querySpecification 20
weight tableFactor/singleTable 10
weight tableFactor/jsonTable 4
option querySpecification/fromClause 0.5
option joinedTable/joinCondition 0.9

# those that have most to them
weight statement/createTableStatement 10
weight statement/alterTableStatement  14
weight statement/createProcedureStatement 8
weight statement/showStatement  5
weight statement/alterUserStatement 5
weight statement/grantStatement 4
option createTableBody/partitionClause 0.5
option alterTableActions/partitionClause 0.5
option partitionClause/subpartitionClause 0.5
option partitionClause/partitionKeyAlgorithm 0.5
option showStatement/USING 0.5
repeat compoundStatement/declaration 0.6

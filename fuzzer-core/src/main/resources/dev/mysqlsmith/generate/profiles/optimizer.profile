# Plans: joins of many tables, subqueries that become joins, derived tables and CTEs that are merged or not, conditions that
# indexes serve. Little is computed, so that the optimizer sees columns. See docs/profiles.md.
include queries

size tables  5
size columns 7
size inserts 6
size least   450
size nodes   950
size indexed   30
size equijoins 60

# A collation of its own makes most comparisons of a column with others an error; a temporary table can't be joined to itself;
# tables without keys have few plans, and where a table has no row, as BLACKHOLE's, the plan of most queries is that they
# have none.
feature collation off
feature temporary off
engine BLACKHOLE 0
engine MERGE     0
engine CSV       0
engine ARCHIVE   0

weight statement/createIndexStatement 0
weight statement/dropIndexStatement   0
weight statement/createViewStatement  0.15
weight statement/setStatement         4
weight statement/explainStatement     6
weight statement/analyzeTableStatement 1
weight statement/doStatement          0
weight statement/showStatement        0
weight statement/checkTableStatement  0
weight statement/checksumTableStatement 0
weight statement/optimizeTableStatement 0.1
weight statement/repairTableStatement 0
weight statement/dropViewStatement    0

weight queryExpressionBody/querySpecification    30
weight queryExpressionBody/setOperator           1.5
weight queryExpressionBody/INTERSECT             0.5
weight queryExpressionBody/tableValueConstructor 0.3
option query/withClause                   0.12
option query/orderByClause                0.4
option query/limitClause                  0.3
option querySpecification/fromClause      1
option querySpecification/whereClause     0.65
option querySpecification/groupByClause   0.2
weight selectOption/DISTINCT              10
repeat tableReference/joinedTable         0.5
repeat fromClause/tableReference          0.1
weight joinedTable//LEFT                  2
weight tableFactor/derivedTable           4
weight tableFactor/jsonTable              0.2
weight tableFactor/parenthesizedTableReferences 1
option derivedTable/LATERAL               0.2
option singleTable/indexHintList          0.08

weight expression/AND                     2
weight expression/OR                      1.2
weight booleanPrimary/NULL                1
weight booleanPrimary/'<=>'               8
weight comparisonOperator/'='             1.5
weight predicateRest/IN                   8
weight predicateRest//inSubquery          6
weight predicateRest/BETWEEN              3
weight booleanPrimary/quantifiedSubquery  0.8
weight simpleExpression/literal           3
weight literal/nullLiteral                0.05
weight literal/booleanLiteral             0.02
option expression/IS                      0.02
weight simpleExpression/columnRef         30
weight simpleExpression/functionCall      0.4
weight simpleExpression/specialFunctionCall 0.2
weight simpleExpression/caseExpression    0.2
weight simpleExpression/existsSubquery    4
weight simpleExpression/scalarSubquery    1
weight bitExpression/'+'                  0.3
weight multiplicativeExpression/'*'       0.2
weight simpleExpression/jsonColumnPath    0.5

repeat createTableBody/tableElement       0.8
weight tableElement/indexDefinition       2

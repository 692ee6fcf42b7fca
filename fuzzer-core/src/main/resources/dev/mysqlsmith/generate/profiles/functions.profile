# One call with nasty arguments: half of them at the limits of what the function takes. See docs/profiles.md.
include queries

size boundaries 50
size nodes      150

weight queryExpressionBody/querySpecification 1
weight queryExpressionBody/tableValueConstructor 0.05
weight queryExpressionBody/explicitTable      0
weight queryExpressionBody/parenthesizedQuery 0
weight queryExpressionBody/INTERSECT          0
weight queryExpressionBody/setOperator        0
weight statement/doStatement                  20
option query/withClause                       0
option query/orderByClause                    0.05
option querySpecification/fromClause          0.5
option querySpecification/whereClause         0.1
option querySpecification/groupByClause       0.03
repeat fromClause/tableReference              0
repeat tableReference/joinedTable             0
weight tableFactor/derivedTable               0.2
weight expression/NOT                         0.05
weight expression/AND                         0.05
weight expression/OR                          0.05
weight simpleExpression/literal               1
weight simpleExpression/columnRef             2
weight simpleExpression/functionCall          40
weight simpleExpression/specialFunctionCall   10
weight simpleExpression/caseExpression        0.1
weight simpleExpression/scalarSubquery        0.05
weight simpleExpression/existsSubquery        0
weight simpleExpression/aggregateCall         3
weight simpleExpression/windowFunctionCall    0.3
weight aggregateFunction/*                    1

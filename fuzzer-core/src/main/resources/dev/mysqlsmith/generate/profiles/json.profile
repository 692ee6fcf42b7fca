# Documents: JSON columns, functions, paths, JSON_TABLE and aggregates. See docs/profiles.md.
include queries

size boundaries 5

weight simpleExpression/jsonColumnPath        12
weight simpleExpression/functionCall          10
weight simpleExpression/columnRef             8
weight simpleExpression/matchAgainst          0
weight specialFunctionCall/jsonValueCall      20
weight predicateRest/MEMBER                   30
weight tableFactor/jsonTable                  12
weight aggregateFunction/JSON_ARRAYAGG        8
weight aggregateFunction/JSON_OBJECTAGG       4
favour json                                   8

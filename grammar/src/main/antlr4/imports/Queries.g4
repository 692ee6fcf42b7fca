/**
 * Queries: SELECT, TABLE, VALUES, set operations, WITH, joins, grouping, windows, locking.
 */
parser grammar Queries;

// INTO is for the outermost query only
selectStatement
    : query ( /* ..8.0.1 */ procedureAnalyse lockingClauses? )? ( intoClause lockingClauses? )?
    | /* 8.0.1.. */ parenthesizedSelectInto
    ;

parenthesizedSelectInto
    : '(' query intoClause lockingClauses? ')'
    | '(' parenthesizedSelectInto ')'
    ;

query
    : ( /* 8.0.1.. */ withClause )? queryExpressionBody orderByClause? limitClause? lockingClauses?
    ;

// from the tightest to the loosest
queryExpressionBody
    : querySpecification
    | /* 8.0.19.. */ tableValueConstructor
    | /* 8.0.19.. */ explicitTable
    | parenthesizedQuery
    | /* 8.0.31.. */ queryExpressionBody INTERSECT setQuantifier? queryExpressionBody
    | queryExpressionBody setOperator setQuantifier? queryExpressionBody
    ;

setOperator
    : UNION
    | /* 8.0.31.. */ EXCEPT
    ;

setQuantifier
    : ALL
    | DISTINCT
    ;

parenthesizedQuery
    : '(' query ')'
    ;

// INTO here, too, is for the outermost query only
querySpecification
    : SELECT optimizerHints? selectOption* selectItemList intoClause? fromClause? whereClause? groupByClause? havingClause? ( /* 8.0.2.. */ windowClause )? ( /* 9.0.0.. */ qualifyClause )?
    ;

selectOption
    : ALL
    | DISTINCT
    | DISTINCTROW
    | HIGH_PRIORITY
    | STRAIGHT_JOIN
    | SQL_SMALL_RESULT
    | SQL_BIG_RESULT
    | SQL_BUFFER_RESULT
    | SQL_CALC_FOUND_ROWS
    | SQL_NO_CACHE
    | /* ..8.0.3 */ SQL_CACHE
    ;

selectItemList
    : ( '*' | selectItem ) ( ',' selectItem )*
    ;

selectItem
    : tableWildRef '.' '*'
    | expression ( AS? newColumnAlias )?
    ;

tableValueConstructor
    : VALUES valuesRow ( ',' valuesRow )*
    ;

valuesRow
    : ROW '(' ( valuesItem ( ',' valuesItem )* )? ')'
    ;

valuesItem
    : expression
    | DEFAULT
    ;

explicitTable
    : TABLE tableRef
    ;

procedureAnalyse
    : PROCEDURE ANALYSE '(' ( INT_NUMBER ( ',' INT_NUMBER )? )? ')'
    ;

// WITH

withClause
    : WITH RECURSIVE? commonTableExpression ( ',' commonTableExpression )*
    ;

commonTableExpression
    : newCteName derivedColumnList? AS '(' query ')'
    ;

derivedColumnList
    : '(' newDerivedColumnName ( ',' newDerivedColumnName )* ')'
    ;

// FROM

fromClause
    : FROM ( DUAL | tableReference ( ',' tableReference )* )
    ;

// the only place of joinedTable: were there others, the parser would read a join to its end to know where it belongs
tableReference
    : ( tableFactor | odbcOuterJoin ) joinedTable*
    ;

// an outer join has its condition: ContextRules
joinedTable
    : ( ( INNER | CROSS )? JOIN | STRAIGHT_JOIN | ( LEFT | RIGHT ) OUTER? JOIN ) tableReference joinCondition?
    | NATURAL ( /* 8.0.1.. */ INNER | ( LEFT | RIGHT ) OUTER? )? JOIN tableFactor
    ;

joinCondition
    : ON expression
    | USING '(' usingColumnRef ( ',' usingColumnRef )* ')'
    ;

tableFactor
    : singleTable
    | derivedTable
    | /* 8.0.4.. */ jsonTable
    | parenthesizedTableReferences
    ;

singleTable
    : tableRef partitionSelection? ( AS? newTableAlias )? indexHintList? ( /* 9.0.0.. */ tableSample )?
    ;

partitionSelection
    : PARTITION '(' partitionRef ( ',' partitionRef )* ')'
    ;

tableSample
    : TABLESAMPLE ( SYSTEM | BERNOULLI ) '(' samplePercentage ')'
    ;

samplePercentage
    : numericLiteral
    | userVariable
    | '?'
    ;

derivedTable
    : ( /* 8.0.14.. */ LATERAL )? '(' query ')' AS? newTableAlias ( /* 8.0.19.. */ derivedColumnList )?
    ;

// a derived table does not stand in parentheses alone: ContextRules
parenthesizedTableReferences
    : '(' tableReference ( ',' tableReference )* ')'
    ;

// {OJ a LEFT JOIN b ON ..}
odbcOuterJoin
    : '{' OJ tableReference '}'
    ;

indexHintList
    : indexHint+
    ;

indexHint
    : ( FORCE | IGNORE ) ( INDEX | KEY ) indexHintPurpose? '(' hintedIndexRef ( ',' hintedIndexRef )* ')'
    | USE ( INDEX | KEY ) indexHintPurpose? '(' ( hintedIndexRef ( ',' hintedIndexRef )* )? ')'
    ;

indexHintPurpose
    : FOR JOIN
    | FOR ORDER BY
    | FOR GROUP BY
    ;

// JSON_TABLE

jsonTable
    : JSON_TABLE '(' expression ',' jsonPath jsonTableColumns ')' AS? newTableAlias
    ;

jsonTableColumns
    : COLUMNS '(' jsonTableColumn ( ',' jsonTableColumn )* ')'
    ;

jsonTableColumn
    : newDerivedColumnName FOR ORDINALITY
    | newDerivedColumnName dataType ( COLLATE collationOrBinary )? PATH jsonPath ( jsonOnEmpty jsonOnError? | jsonOnError jsonOnEmpty? )?
    | newDerivedColumnName dataType ( COLLATE collationOrBinary )? EXISTS PATH jsonPath
    | NESTED PATH jsonPath jsonTableColumns
    ;

// WHERE, GROUP BY, HAVING

whereClause
    : WHERE expression
    ;

groupByClause
    : GROUP BY groupingExpression ( ',' groupingExpression )* ( WITH ROLLUP )?
    | /* 9.7.0.. */ GROUP BY GROUPING SETS '(' groupingSet ( ',' groupingSet )* ')'
    | /* 9.0.0.. */ GROUP BY ( ROLLUP | CUBE ) '(' groupingExpression ( ',' groupingExpression )* ')'
    ;

groupingSet
    : '(' ( expression ( ',' expression )* )? ')'
    ;

groupingExpression
    : expression ( /* ..8.0.13 */ orderDirection )?
    ;

havingClause
    : HAVING expression
    ;

qualifyClause
    : QUALIFY expression
    ;

// Windows

windowClause
    : WINDOW windowDefinition ( ',' windowDefinition )*
    ;

windowDefinition
    : newWindowName AS windowSpecification
    ;

windowSpecification
    : '(' windowRef? windowPartition? orderByClause? frameClause? ')'
    ;

windowPartition
    : PARTITION BY expression ( ',' expression )*
    ;

frameClause
    : ( ROWS | RANGE | GROUPS ) frameExtent frameExclusion?
    ;

frameExtent
    : frameStart
    | BETWEEN frameBound AND frameBound
    ;

frameStart
    : UNBOUNDED PRECEDING
    | CURRENT ROW
    | frameOffset PRECEDING
    ;

frameBound
    : UNBOUNDED ( PRECEDING | FOLLOWING )
    | CURRENT ROW
    | frameOffset ( PRECEDING | FOLLOWING )
    ;

frameOffset
    : numericLiteral
    | '?'
    | intervalExpression
    ;

frameExclusion
    : EXCLUDE ( CURRENT ROW | GROUP | TIES | NO OTHERS )
    ;

// ORDER BY, LIMIT

orderByClause
    : ORDER BY orderByItem ( ',' orderByItem )*
    ;

orderByItem
    : expression orderDirection?
    ;

orderDirection
    : ASC
    | DESC
    ;

limitClause
    : LIMIT limitNumber ( ( ',' | OFFSET ) limitNumber )?
    ;

// Locking, INTO

lockingClauses
    : lockingClause ( /* 8.0.1.. */ lockingClause )*
    ;

lockingClause
    : FOR UPDATE ( /* 8.0.1.. */ lockedTables )? ( /* 8.0.1.. */ lockedRowAction )?
    | /* 8.0.1.. */ FOR SHARE lockedTables? lockedRowAction?
    | LOCK IN SHARE MODE
    ;

lockedTables
    : OF lockedTableRef ( ',' lockedTableRef )*
    ;

// a table or alias of the FROM clause
lockedTableRef
    : identifier ( '.' identifier )?
    ;

lockedRowAction
    : NOWAIT
    | SKIP_SYM LOCKED
    ;

intoClause
    : INTO OUTFILE fileNameText characterSet? outfileFields? outfileLines?
    | INTO DUMPFILE fileNameText
    | INTO intoVariable ( ',' intoVariable )*
    ;

intoVariable
    : userVariable
    | localVariableRef
    ;

outfileFields
    : ( FIELDS | COLUMNS ) fieldTerminator+
    ;

fieldTerminator
    : TERMINATED BY byteString
    | OPTIONALLY? ENCLOSED BY byteString
    | ESCAPED BY byteString
    ;

outfileLines
    : LINES lineTerminator+
    ;

lineTerminator
    : TERMINATED BY byteString
    | STARTING BY byteString
    ;

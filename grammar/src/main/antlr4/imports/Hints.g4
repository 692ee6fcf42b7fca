/**
 * Optimizer hints. Their words are keywords inside of them only (kind hint in keywords.txt). What servers can't read is a
 * warning for them, so it is one token here (UNREADABLE_HINTS).
 */
parser grammar Hints;

optimizerHints
    : '/*+' optimizerHint+ '*/'
    | UNREADABLE_HINTS
    ;

optimizerHint
    : /* 8.0.1.. */ joinOrderHint
    | tableLevelHint
    | indexLevelHint
    | subqueryHint
    | MAX_EXECUTION_TIME '(' milliseconds ')'
    | /* 8.0.3.. */ SET_VAR '(' hintedVariableName '=' hintedVariableValue ')'
    | /* 8.0.3.. */ RESOURCE_GROUP '(' hintedResourceGroupName ')'
    | QB_NAME '(' newQueryBlockName ')'
    ;

joinOrderHint
    : JOIN_FIXED_ORDER '(' queryBlockRef? ')'
    | ( JOIN_ORDER | JOIN_PREFIX | JOIN_SUFFIX ) '(' hintedTables? ')'
    ;

tableLevelHint
    : tableLevelHintName '(' hintedTables? ')'
    ;

tableLevelHintName
    : BKA
    | NO_BKA
    | BNL
    | NO_BNL
    | /* 8.0.1.. */ MERGE_HINT
    | /* 8.0.1.. */ NO_MERGE
    | /* 8.0.18.. */ HASH_JOIN
    | /* 8.0.18.. */ NO_HASH_JOIN
    | /* 8.0.22.. */ DERIVED_CONDITION_PUSHDOWN
    | /* 8.0.22.. */ NO_DERIVED_CONDITION_PUSHDOWN
    ;

// tables of one query block, or each with its own
hintedTables
    : queryBlockRef ( hintedTableRef ( ',' hintedTableRef )* )?
    | hintedTableRef tableBlockRef? ( ',' hintedTableRef tableBlockRef? )*
    ;

indexLevelHint
    : indexLevelHintName '(' hintedTable ( hintIndexRef ( ',' hintIndexRef )* )? ')'
    ;

indexLevelHintName
    : MRR
    | NO_MRR
    | NO_ICP
    | NO_RANGE_OPTIMIZATION
    | /* 8.0.13.. */ SKIP_SCAN
    | /* 8.0.13.. */ NO_SKIP_SCAN
    | /* 8.0.1.. */ INDEX_MERGE
    | /* 8.0.1.. */ NO_INDEX_MERGE
    | /* 8.0.20.. */ INDEX_HINT
    | /* 8.0.20.. */ NO_INDEX
    | /* 8.0.20.. */ JOIN_INDEX
    | /* 8.0.20.. */ NO_JOIN_INDEX
    | /* 8.0.20.. */ GROUP_INDEX
    | /* 8.0.20.. */ NO_GROUP_INDEX
    | /* 8.0.20.. */ ORDER_INDEX
    | /* 8.0.20.. */ NO_ORDER_INDEX
    ;

hintedTable
    : queryBlockRef hintedTableRef
    | hintedTableRef tableBlockRef?
    ;

subqueryHint
    : ( SEMIJOIN | NO_SEMIJOIN ) '(' queryBlockRef? ( semijoinStrategy ( ',' semijoinStrategy )* )? ')'
    | SUBQUERY '(' queryBlockRef? ( INTOEXISTS | MATERIALIZATION ) ')'
    ;

semijoinStrategy
    : DUPSWEEDOUT
    | FIRSTMATCH
    | LOOSESCAN
    | MATERIALIZATION
    ;

hintedTableRef
    : hintedName
    ;

hintIndexRef
    : hintedName
    ;

queryBlockRef
    : QUERY_BLOCK
    ;

// t1@q: directly behind the table's name
tableBlockRef
    : TABLE_BLOCK
    ;

newQueryBlockName
    : hintedName
    ;

hintedVariableName
    : hintedName
    | MAX_EXECUTION_TIME
    ;

hintedResourceGroupName
    : hintedName
    ;

hintedName
    : IDENT
    | QUOTED_IDENT
    ;

milliseconds
    : INT_NUMBER
    ;

// ON, 16M and the like are names
hintedVariableValue
    : INT_NUMBER
    | /* 8.0.16.. */ DECIMAL_NUMBER
    | STRING
    | hintedName
    ;

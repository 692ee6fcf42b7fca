/**
 * Statements that change or move rows: INSERT, REPLACE, UPDATE, DELETE, LOAD, IMPORT, HANDLER, CALL, DO.
 */
parser grammar DataManipulation;

insertStatement
    : INSERT optimizerHints? insertPriority? IGNORE? INTO? tableRef partitionSelection? insertSource onDuplicateKeyClause?
    ;

insertPriority
    : LOW_PRIORITY
    | DELAYED
    | HIGH_PRIORITY
    ;

insertSource
    : insertColumnList? insertValues ( /* 8.0.19.. */ insertRowAlias )?
    | SET assignmentList ( /* 8.0.19.. */ insertRowAlias )?
    | insertColumnList? query
    ;

insertColumnList
    : '(' ( insertColumnRef ( ',' insertColumnRef )* )? ')'
    ;

insertValues
    : ( VALUES | VALUE ) insertValuesRow ( ',' insertValuesRow )*
    ;

insertValuesRow
    : '(' ( valuesItem ( ',' valuesItem )* )? ')'
    ;

insertRowAlias
    : AS newTableAlias derivedColumnList?
    ;

onDuplicateKeyClause
    : ON DUPLICATE KEY UPDATE assignmentList
    ;

assignmentList
    : assignment ( ',' assignment )*
    ;

assignment
    : updateColumnRef ( '=' | ':=' ) ( expression | DEFAULT )
    ;

replaceStatement
    : REPLACE optimizerHints? ( LOW_PRIORITY | DELAYED )? INTO? tableRef partitionSelection? replaceSource
    ;

replaceSource
    : insertColumnList? insertValues
    | SET assignmentList
    | insertColumnList? query
    ;

updateStatement
    : ( /* 8.0.1.. */ withClause )? UPDATE optimizerHints? LOW_PRIORITY? IGNORE? tableReference ( ',' tableReference )* SET assignmentList whereClause? orderByClause? deleteLimit?
    ;

deleteLimit
    : LIMIT limitNumber
    ;

deleteStatement
    : ( /* 8.0.1.. */ withClause )? DELETE optimizerHints? deleteOption* deleteBody
    ;

deleteOption
    : LOW_PRIORITY
    | QUICK
    | IGNORE
    ;

deleteBody
    : FROM tableRef ( /* 8.0.16.. */ AS? newTableAlias )? partitionSelection? whereClause? orderByClause? deleteLimit?
    | FROM deleteTarget ( ',' deleteTarget )* USING tableReference ( ',' tableReference )* whereClause?
    | deleteTarget ( ',' deleteTarget )* FROM tableReference ( ',' tableReference )* whereClause?
    ;

deleteTarget
    : deleteTableRef ( '.' '*' )?
    ;

// LOAD

loadStatement
    : LOAD ( DATA | XML ) ( LOW_PRIORITY | CONCURRENT )? LOCAL? INFILE fileNameText ( REPLACE | IGNORE )? INTO TABLE tableRef partitionSelection? characterSet? loadXmlRows? outfileFields? outfileLines? loadIgnoreLines? loadTargetList? loadAssignments?
    ;

loadXmlRows
    : ROWS IDENTIFIED BY textString
    ;

loadIgnoreLines
    : IGNORE INT_NUMBER ( LINES | ROWS )
    ;

loadTargetList
    : '(' ( loadTarget ( ',' loadTarget )* )? ')'
    ;

loadTarget
    : insertColumnRef
    | userVariable
    ;

loadAssignments
    : SET assignmentList
    ;

importTableStatement
    : /* 8.0.0.. */ IMPORT TABLE FROM textString ( ',' textString )*
    ;

// HANDLER

handlerStatement
    : HANDLER tableRef OPEN ( AS? newTableAlias )?
    | HANDLER handlerTableRef CLOSE
    | HANDLER handlerTableRef READ handlerRead whereClause? limitClause?
    ;

handlerTableRef
    : identifier
    ;

handlerRead
    : ( FIRST | NEXT )
    | indexRef ( FIRST | NEXT | PREV | LAST )
    | indexRef ( '=' | '<=' | '>=' | '<' | '>' ) '(' valuesItem ( ',' valuesItem )* ')'
    ;

// CALL, DO

callStatement
    : CALL routineRef ( '(' ( expression ( ',' expression )* )? ')' )?
    ;

doStatement
    : DO selectItem ( ',' selectItem )*
    ;

/**
 * Names by their role: each rule is hooked by whoever knows the names there are, and no two roles share a rule.
 * `...Ref` means something that exists, `new...Name` something that comes to be.
 */
parser grammar Identifiers;

identifier
    : IDENT
    | QUOTED_IDENT
    | nonReservedKeyword
    ;

// Databases, tables, views

databaseRef
    : identifier
    ;

newDatabaseName
    : identifier
    ;

tableRef
    : identifier ( '.' identifier )?
    ;

newTableName
    : identifier ( '.' identifier )?
    ;

viewRef
    : identifier ( '.' identifier )?
    ;

newViewName
    : identifier ( '.' identifier )?
    ;

newTableAlias
    : identifier
    ;

newCteName
    : identifier
    ;

// t.* or db.t.*
tableWildRef
    : identifier ( '.' identifier )?
    ;

// the table of a multi-table DELETE: a name or an alias
deleteTableRef
    : identifier ( '.' identifier )?
    ;

// Columns

columnRef
    : identifier ( '.' identifier ( '.' identifier )? )?
    ;

insertColumnRef
    : identifier ( '.' identifier ( '.' identifier )? )?
    ;

updateColumnRef
    : identifier ( '.' identifier ( '.' identifier )? )?
    ;

usingColumnRef
    : identifier
    ;

keyColumnRef
    : identifier
    ;

partitionColumnRef
    : identifier
    ;

referencedColumnRef
    : identifier
    ;

alterColumnRef
    : identifier
    ;

histogramColumnRef
    : identifier
    ;

newColumnName
    : identifier
    ;

newColumnAlias
    : identifier
    | STRING
    ;

newDerivedColumnName
    : identifier
    ;

// Parts of tables

indexRef
    : identifier
    ;

// in index hints
hintedIndexRef
    : identifier
    | PRIMARY
    ;

newIndexName
    : identifier
    ;

constraintRef
    : identifier
    ;

newConstraintName
    : identifier
    ;

partitionRef
    : identifier
    ;

newPartitionName
    : identifier
    ;

newSubpartitionName
    : identifier
    ;

// Windows, savepoints, variables

windowRef
    : identifier
    ;

newWindowName
    : identifier
    ;

savepointRef
    : identifier
    ;

newSavepointName
    : identifier
    ;

userVariable
    : USER_VARIABLE
    ;

// x, or instance.x
systemVariableName
    : variableIdentifier ( '.' identifier )?
    ;

variableIdentifier
    : IDENT
    | QUOTED_IDENT
    | ordinaryKeyword
    | statementKeyword
    | labelKeyword
    | privilegeKeyword
    ;

// Functions and routines

// only these keywords name functions that take plain arguments
functionName
    : IDENT
    | QUOTED_IDENT
    | functionKeyword
    ;

functionKeyword
    : ASCII
    | CHARSET
    | COALESCE
    | COLLATION
    | DATABASE
    | DATE
    | DAY
    | FORMAT
    | /* 8.0.1.. */ GEOMCOLLECTION
    | GEOMETRYCOLLECTION
    | HOUR
    | IF
    | INSERT
    | LEFT
    | LINESTRING
    | /* 8.2.0.. */ LOG
    | MICROSECOND
    | MINUTE
    | MOD
    | MONTH
    | MULTILINESTRING
    | MULTIPOINT
    | MULTIPOLYGON
    | /* ..8.0.11 */ PASSWORD
    | POINT
    | POLYGON
    | QUARTER
    | REPEAT
    | REPLACE
    | REVERSE
    | RIGHT
    | ROW_COUNT
    | SCHEMA
    | SECOND
    | TIME
    | TIMESTAMP
    | TRUNCATE
    | USER
    | WEEK
    | YEAR
    ;

routineRef
    : identifier ( '.' identifier )?
    ;

newRoutineName
    : identifier ( '.' identifier )?
    ;

triggerRef
    : identifier ( '.' identifier )?
    ;

newTriggerName
    : identifier ( '.' identifier )?
    ;

eventRef
    : identifier ( '.' identifier )?
    ;

newEventName
    : identifier ( '.' identifier )?
    ;

newLoadableFunctionName
    : identifier
    ;

newParameterName
    : identifier
    ;

newVariableName
    : identifier
    ;

localVariableRef
    : identifier
    ;

cursorRef
    : identifier
    ;

newCursorName
    : identifier
    ;

// another trigger of the same table
siblingTriggerRef
    : identifier
    ;

privilegeColumnRef
    : identifier
    ;

filterTableRef
    : identifier '.' identifier
    ;

conditionRef
    : identifier
    ;

newConditionName
    : identifier
    ;

newLabelName
    : labelIdentifier
    ;

labelRef
    : labelIdentifier
    ;

labelIdentifier
    : IDENT
    | QUOTED_IDENT
    | ordinaryKeyword
    | privilegeKeyword
    | scopeKeyword
    ;

preparedStatementRef
    : identifier
    ;

newPreparedStatementName
    : identifier
    ;

// Accounts

userRef
    : userName
    ;

newUserName
    : userName
    ;

roleRef
    : roleName
    ;

newRoleName
    : roleName
    ;

userName
    : accountName
    | CURRENT_USER ( '(' ')' )?
    ;

// the lexer gives @host as it gives a user variable
accountName
    : ( identifier | STRING ) hostName?
    ;

// an account that is given roles: written as a role's name is
roleUserRef
    : roleName
    ;

roleName
    : ( roleIdentifier | STRING ) hostName?
    ;

roleIdentifier
    : IDENT
    | QUOTED_IDENT
    | ordinaryKeyword
    | labelKeyword
    | scopeKeyword
    ;

hostName
    : USER_VARIABLE
    ;

// What the server has

charsetName
    : identifier
    | STRING
    | BINARY
    ;

collationName
    : identifier
    | STRING
    ;

// where a default is declared, BINARY is one
collationOrBinary
    : collationName
    | /* 8.0.14.. */ BINARY
    ;

engineName
    : identifier
    | STRING
    ;

tablespaceRef
    : identifier
    ;

newTablespaceName
    : identifier
    ;

logfileGroupRef
    : identifier
    ;

newLogfileGroupName
    : identifier
    ;

serverRef
    : identifier
    | STRING
    ;

newServerName
    : identifier
    | STRING
    ;

wrapperName
    : identifier
    | STRING
    ;

resourceGroupRef
    : identifier
    ;

newResourceGroupName
    : identifier
    ;

pluginName
    : identifier
    ;

componentName
    : STRING
    ;

parserName
    : IDENT
    | QUOTED_IDENT
    ;

channelName
    : STRING
    ;

keyCacheName
    : identifier
    | DEFAULT
    ;

handlerRef
    : identifier
    ;

maskingPolicyRef
    : identifier
    ;

newMaskingPolicyName
    : identifier
    ;

libraryRef
    : identifier ( '.' identifier )?
    ;

newLibraryName
    : identifier ( '.' identifier )?
    ;

helpTopic
    : identifier
    | STRING
    ;

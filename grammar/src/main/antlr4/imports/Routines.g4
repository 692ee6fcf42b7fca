/**
 * Stored procedures and functions, triggers, events, libraries, and the compound statements of their bodies.
 */
parser grammar Routines;

createProcedureStatement
    : CREATE definerClause? PROCEDURE ( /* 8.0.29.. */ IF not EXISTS )? newRoutineName '(' ( procedureParameter ( ',' procedureParameter )* )? ')' routineCharacteristic* routineBody
    ;

procedureParameter
    : ( IN | OUT | INOUT )? newParameterName dataType collateAttribute?
    ;

createFunctionStatement
    : CREATE definerClause? FUNCTION ( /* 8.0.29.. */ IF not EXISTS )? newRoutineName '(' ( functionParameter ( ',' functionParameter )* )? ')' RETURNS dataType collateAttribute? routineCharacteristic* routineBody
    ;

functionParameter
    : newParameterName dataType collateAttribute?
    ;

createLoadableFunctionStatement
    : CREATE AGGREGATE? FUNCTION ( /* 8.0.29.. */ IF not EXISTS )? newLoadableFunctionName RETURNS ( STRING_SYM | INTEGER | INT | REAL | DECIMAL ) SONAME fileNameText
    ;

routineCharacteristic
    : COMMENT commentText
    | LANGUAGE ( SQL | /* 9.0.0.. */ identifier )
    | not? DETERMINISTIC
    | CONTAINS SQL
    | NO SQL
    | READS SQL DATA
    | MODIFIES SQL DATA
    | sqlSecurity
    | /* 9.2.0.. */ USING '(' libraryUse ( ',' libraryUse )* ')'
    ;

libraryUse
    : libraryRef ( AS? identifier )?
    ;

routineBody
    : bodyStatement
    | /* 9.0.0.. */ AS foreignText
    ;

// the text of a routine in another language than SQL
foreignText
    : DOLLAR_QUOTED
    | STRING
    ;

libraryText
    : DOLLAR_QUOTED
    | STRING
    | HEX_NUMBER
    ;

alterRoutineStatement
    : ALTER ( PROCEDURE | FUNCTION ) routineRef alterRoutineCharacteristic*
    ;

alterRoutineCharacteristic
    : COMMENT commentText
    | LANGUAGE ( SQL | /* 9.0.0.. */ identifier )
    | CONTAINS SQL
    | NO SQL
    | READS SQL DATA
    | MODIFIES SQL DATA
    | sqlSecurity
    | /* 9.2.0.. */ USING '(' ( libraryUse ( ',' libraryUse )* )? ')'
    ;

dropRoutineStatement
    : DROP ( PROCEDURE | FUNCTION ) ( IF EXISTS )? routineRef
    ;

// Triggers

createTriggerStatement
    : CREATE definerClause? TRIGGER ( /* 8.0.29.. */ IF not EXISTS )? newTriggerName ( BEFORE | AFTER ) ( INSERT | UPDATE | DELETE ) ON tableRef FOR EACH ROW triggerOrder? bodyStatement
    ;

triggerOrder
    : ( FOLLOWS | PRECEDES ) siblingTriggerRef
    ;

dropTriggerStatement
    : DROP TRIGGER ( IF EXISTS )? triggerRef
    ;

// Events

createEventStatement
    : CREATE definerClause? EVENT ( IF not EXISTS )? newEventName ON SCHEDULE eventSchedule eventCompletion? eventStatus? eventComment? DO bodyStatement
    ;

eventSchedule
    : EVERY expression intervalUnit ( STARTS expression )? ( ENDS expression )?
    | AT expression
    ;

eventCompletion
    : ON COMPLETION not? PRESERVE
    ;

eventStatus
    : ENABLE
    | DISABLE
    | /* ..9.0.0 */ DISABLE ON SLAVE
    | /* 8.2.0.. */ DISABLE ON REPLICA
    ;

eventComment
    : COMMENT commentText
    ;

alterEventStatement
    : ALTER definerClause? EVENT eventRef eventChange
    ;

// at least one of them
eventChange
    : ON SCHEDULE eventSchedule eventCompletion? eventRename? eventStatus? eventComment? ( DO bodyStatement )?
    | eventCompletion eventRename? eventStatus? eventComment? ( DO bodyStatement )?
    | eventRename eventStatus? eventComment? ( DO bodyStatement )?
    | eventStatus eventComment? ( DO bodyStatement )?
    | eventComment ( DO bodyStatement )?
    | DO bodyStatement
    ;

eventRename
    : RENAME TO newEventName
    ;

dropEventStatement
    : DROP EVENT ( IF EXISTS )? eventRef
    ;

// Libraries

createLibraryStatement
    : /* 9.2.0.. */ CREATE LIBRARY ( IF not EXISTS )? newLibraryName ( COMMENT commentText )* LANGUAGE identifier libraryCharacteristic* AS libraryText
    ;

libraryCharacteristic
    : COMMENT commentText
    | LANGUAGE identifier
    ;

alterLibraryStatement
    : /* 9.2.0.. */ ALTER LIBRARY libraryRef COMMENT commentText
    ;

dropLibraryStatement
    : /* 9.2.0.. */ DROP LIBRARY ( IF EXISTS )? libraryRef
    ;

// Compound statements

bodyStatement
    : statement
    | compoundStatement
    | ifStatement
    | caseStatement
    | loopStatement
    | repeatStatement
    | whileStatement
    | returnStatement
    | leaveStatement
    | iterateStatement
    | openStatement
    | fetchStatement
    | closeStatement
    ;

bodyStatements
    : ( bodyStatement ';' )+
    ;

label
    : newLabelName ':'
    ;

compoundStatement
    : BEGIN ( declaration ';' )* bodyStatements? END
    | label BEGIN ( declaration ';' )* bodyStatements? END labelRef?
    ;

declaration
    : DECLARE newVariableName ( ',' newVariableName )* dataType collateAttribute? ( DEFAULT expression )?
    | DECLARE newConditionName CONDITION FOR conditionValue
    | DECLARE newCursorName CURSOR FOR selectStatement
    | DECLARE ( CONTINUE | EXIT ) HANDLER FOR handledCondition ( ',' handledCondition )* bodyStatement
    ;

conditionValue
    : INT_NUMBER
    | SQLSTATE VALUE? textString
    ;

handledCondition
    : conditionValue
    | conditionRef
    | SQLWARNING
    | not FOUND
    | SQLEXCEPTION
    ;

ifStatement
    : IF expression THEN bodyStatements ( ELSEIF expression THEN bodyStatements )* ( ELSE bodyStatements )? END IF
    ;

caseStatement
    : CASE expression? ( WHEN expression THEN bodyStatements )+ ( ELSE bodyStatements )? END CASE
    ;

loopStatement
    : LOOP bodyStatements END LOOP
    | label LOOP bodyStatements END LOOP labelRef?
    ;

repeatStatement
    : REPEAT bodyStatements UNTIL expression END REPEAT
    | label REPEAT bodyStatements UNTIL expression END REPEAT labelRef?
    ;

whileStatement
    : WHILE expression DO bodyStatements END WHILE
    | label WHILE expression DO bodyStatements END WHILE labelRef?
    ;

returnStatement
    : RETURN expression
    ;

leaveStatement
    : LEAVE labelRef
    ;

iterateStatement
    : ITERATE labelRef
    ;

openStatement
    : OPEN cursorRef
    ;

fetchStatement
    : FETCH ( NEXT? FROM )? cursorRef INTO localVariableRef ( ',' localVariableRef )*
    ;

closeStatement
    : CLOSE cursorRef
    ;

// Conditions

signalStatement
    : SIGNAL signalCondition signalInformation?
    ;

resignalStatement
    : RESIGNAL signalCondition? signalInformation?
    ;

signalCondition
    : SQLSTATE VALUE? textString
    | conditionRef
    ;

signalInformation
    : SET signalItem ( ',' signalItem )*
    ;

signalItem
    : signalItemName '=' signalValue
    ;

signalValue
    : literal
    | userVariable
    | systemVariable
    | identifier
    ;

signalItemName
    : CLASS_ORIGIN
    | SUBCLASS_ORIGIN
    | CONSTRAINT_CATALOG
    | CONSTRAINT_SCHEMA
    | CONSTRAINT_NAME
    | CATALOG_NAME
    | SCHEMA_NAME
    | TABLE_NAME
    | COLUMN_NAME
    | CURSOR_NAME
    | MESSAGE_TEXT
    | MYSQL_ERRNO
    ;

getDiagnosticsStatement
    : GET ( CURRENT | STACKED )? DIAGNOSTICS statementItem ( ',' statementItem )*
    | GET ( CURRENT | STACKED )? DIAGNOSTICS CONDITION signalValue conditionItem ( ',' conditionItem )*
    ;

statementItem
    : diagnosticsTarget '=' ( NUMBER | ROW_COUNT )
    ;

conditionItem
    : diagnosticsTarget '=' ( signalItemName | RETURNED_SQLSTATE )
    ;

diagnosticsTarget
    : userVariable
    | localVariableRef
    ;

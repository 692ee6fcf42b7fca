/**
 * Databases and views.
 */
parser grammar Databases;

createDatabaseStatement
    : CREATE ( DATABASE | SCHEMA ) ( IF not EXISTS )? newDatabaseName createDatabaseOption*
    ;

createDatabaseOption
    : DEFAULT? characterSetDefault
    | DEFAULT? COLLATE '='? collationOrBinary
    | /* 8.0.16.. */ DEFAULT? ENCRYPTION '='? textString
    ;

alterDatabaseStatement
    : ALTER ( DATABASE | SCHEMA ) databaseRef alterDatabaseOption+
    | ALTER ( DATABASE | SCHEMA ) currentDatabaseOption alterDatabaseOption*
    | /* ..8.0.0 */ ALTER ( DATABASE | SCHEMA ) databaseRef UPGRADE DATA DIRECTORY NAME
    ;

// of the database in use: it begins with a word that is no name
currentDatabaseOption
    : DEFAULT characterSetDefault
    | ( CHARACTER | CHAR ) SET '='? charsetName
    | DEFAULT? COLLATE '='? collationOrBinary
    | /* 8.0.16.. */ DEFAULT ENCRYPTION '='? textString
    | /* 8.0.22.. */ READ ONLY '='? ( DEFAULT | INT_NUMBER )
    ;

alterDatabaseOption
    : createDatabaseOption
    | /* 8.0.22.. */ READ ONLY '='? ( DEFAULT | INT_NUMBER )
    ;

dropDatabaseStatement
    : DROP ( DATABASE | SCHEMA ) ( IF EXISTS )? databaseRef
    ;

useStatement
    : USE databaseRef
    ;

// Views

createViewStatement
    : CREATE ( OR REPLACE )? viewAlgorithm? definerClause? sqlSecurity? VIEW newViewName derivedColumnList? AS query viewCheckOption?
    | /* 9.1.0.. */ CREATE viewAlgorithm? definerClause? sqlSecurity? VIEW IF not EXISTS newViewName derivedColumnList? AS query viewCheckOption?
    ;

viewAlgorithm
    : ALGORITHM '=' ( UNDEFINED | MERGE | TEMPTABLE )
    ;

sqlSecurity
    : SQL SECURITY ( DEFINER | INVOKER )
    ;

viewCheckOption
    : WITH ( CASCADED | LOCAL )? CHECK OPTION
    ;

alterViewStatement
    : ALTER viewAlgorithm? definerClause? sqlSecurity? VIEW viewRef derivedColumnList? AS query viewCheckOption?
    ;

dropViewStatement
    : DROP VIEW ( IF EXISTS )? viewRef ( ',' viewRef )* ( RESTRICT | CASCADE )?
    ;

createJsonDualityViewStatement
    : /* 9.4.0.. */ CREATE ( OR REPLACE )? viewAlgorithm? definerClause? sqlSecurity? JSON RELATIONAL? DUALITY VIEW newViewName AS query
    | /* 9.4.0.. */ CREATE viewAlgorithm? definerClause? sqlSecurity? JSON RELATIONAL? DUALITY VIEW IF not EXISTS newViewName AS query
    ;

alterJsonDualityViewStatement
    : /* 9.4.0.. */ ALTER viewAlgorithm? definerClause? sqlSecurity? JSON RELATIONAL? DUALITY VIEW viewRef AS query
    ;

// Masking policies

createMaskingPolicyStatement
    : /* 9.7.0.. */ CREATE MASKING POLICY ( IF not EXISTS )? newMaskingPolicyName '(' newParameterName ')' caseExpression
    ;

dropMaskingPolicyStatement
    : /* 9.7.0.. */ DROP MASKING POLICY ( IF EXISTS )? maskingPolicyRef
    ;

definerClause
    : DEFINER '=' userRef
    ;

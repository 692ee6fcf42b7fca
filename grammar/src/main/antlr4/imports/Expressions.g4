/**
 * Expressions, by level as the server's own precedence has them: expression, booleanPrimary, predicate, bitExpression,
 * simpleExpression. In a left-recursive rule the alternatives go from the tightest operator to the loosest.
 */
parser grammar Expressions;

expression
    : booleanPrimary ( IS NOT? ( TRUE | FALSE | UNKNOWN ) )?
    | NOT expression
    | expression ( AND | '&&' ) expression
    | expression XOR expression
    | expression ( OR | '||' ) expression
    ;

booleanPrimary
    : predicate
    | booleanPrimary IS NOT? NULL
    | booleanPrimary ( comparisonOperator | '<=>' ) predicate
    | booleanPrimary comparisonOperator quantifiedSubquery
    ;

comparisonOperator
    : '='
    | '<'
    | '<='
    | '>'
    | '>='
    | '<>'
    | '!='
    ;

quantifiedSubquery
    : ( ALL | ANY | SOME ) '(' query ')'
    ;

predicate
    : bitExpression predicateRest?
    | intervalSum
    ;

predicateRest
    : ( NOT | NOT2 )? IN ( inSubquery | inList )
    | ( NOT | NOT2 )? BETWEEN bitExpression AND predicate
    | ( NOT | NOT2 )? LIKE simpleExpression ( ESCAPE simpleExpression )?
    | ( NOT | NOT2 )? ( REGEXP | RLIKE ) bitExpression
    | /* 8.0.17.. */ MEMBER OF? '(' simpleExpression ')'
    | SOUNDS LIKE bitExpression
    ;

inSubquery
    : '(' query ')'
    ;

inList
    : '(' expression ( ',' expression )* ')'
    ;

bitExpression
    : simpleExpression
    | bitExpression '^' bitExpression
    | bitExpression ( '*' | '/' | '%' | DIV | MOD ) bitExpression
    | bitExpression ( '+' | '-' ) intervalExpression
    | bitExpression ( '+' | '-' ) bitExpression
    | bitExpression ( '<<' | '>>' ) bitExpression
    | bitExpression '&' bitExpression
    | bitExpression '|' bitExpression
    ;

intervalExpression
    : INTERVAL expression intervalUnit
    ;

// INTERVAL 1 DAY + a = b adds the interval to the comparison
intervalSum
    : intervalExpression '+' unconnectedExpression
    ;

// all but AND, XOR, OR
unconnectedExpression
    : NOT* booleanPrimary ( IS NOT? ( TRUE | FALSE | UNKNOWN ) )?
    ;

intervalUnit
    : timestampUnit
    | SECOND_MICROSECOND
    | MINUTE_MICROSECOND
    | MINUTE_SECOND
    | HOUR_MICROSECOND
    | HOUR_SECOND
    | HOUR_MINUTE
    | DAY_MICROSECOND
    | DAY_SECOND
    | DAY_MINUTE
    | DAY_HOUR
    | YEAR_MONTH
    ;

timestampUnit
    : MICROSECOND
    | SECOND
    | MINUTE
    | HOUR
    | DAY
    | WEEK
    | MONTH
    | QUARTER
    | YEAR
    ;

simpleExpression
    : literal
    | columnRef
    | jsonColumnPath
    | parenthesizedExpression
    | scalarSubquery
    | existsSubquery
    | functionCall
    | specialFunctionCall
    | aggregateCall
    | /* 8.0.2.. */ windowFunctionCall
    | caseExpression
    | matchAgainst
    | rowConstructor
    | userVariable
    | userVariableAssignment
    | systemVariable
    | parameterMarker
    | odbcEscape
    | simpleExpression COLLATE collationName
    | ( '+' | '-' | '~' ) simpleExpression
    | ( '!' | NOT2 ) simpleExpression
    | BINARY simpleExpression
    | simpleExpression PIPES_CONCAT simpleExpression
    ;

// with more than one element it is a row
parenthesizedExpression
    : '(' expression ( ',' expression )* ')'
    ;

rowConstructor
    : ROW '(' expression ( ',' expression )+ ')'
    ;

scalarSubquery
    : '(' query ')'
    ;

existsSubquery
    : EXISTS '(' query ')'
    ;

userVariableAssignment
    : userVariable ':=' expression
    ;

systemVariable
    : '@@' ( readScope '.' )? systemVariableName
    | /* 8.0.14.. */ '@@' ( PERSIST | PERSIST_ONLY ) '.' identifier
    ;

// what was persisted can only be set
readScope
    : GLOBAL
    | SESSION
    | LOCAL
    ;

variableScope
    : GLOBAL
    | SESSION
    | LOCAL
    | /* 8.0.0.. */ PERSIST
    | /* 8.0.0.. */ PERSIST_ONLY
    ;

parameterMarker
    : '?'
    ;

// {d '2020-02-02'}
odbcEscape
    : '{' identifier expression '}'
    ;

jsonColumnPath
    : columnRef ( '->' | '->>' ) textString
    ;

caseExpression
    : CASE expression? whenClause+ elseClause? END
    ;

whenClause
    : WHEN expression THEN expression
    ;

elseClause
    : ELSE expression
    ;

matchAgainst
    : MATCH ( '(' columnRef ( ',' columnRef )* ')' | columnRef ( ',' columnRef )* ) AGAINST '(' bitExpression fulltextModifier? ')'
    ;

fulltextModifier
    : IN NATURAL LANGUAGE MODE ( WITH QUERY EXPANSION )?
    | IN BOOLEAN MODE
    | WITH QUERY EXPANSION
    ;

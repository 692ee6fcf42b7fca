/**
 * Expressions, by level as the server's own precedence has them: expression, booleanPrimary, predicate, bitExpression,
 * multiplicativeExpression, simpleExpression. In a left-recursive rule the alternatives go from the tightest operator to the loosest.
 */
parser grammar Expressions;

expression
    : booleanPrimary ( IS not? ( TRUE | FALSE | UNKNOWN ) )?
    | NOT expression
    | expression ( AND | '&&' ) expression
    | expression XOR expression
    | expression ( OR | '||' ) expression
    ;

booleanPrimary
    : predicate
    | booleanPrimary IS not? NULL
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
    ;

predicateRest
    : not? IN ( inSubquery | inList )
    | not? BETWEEN bitExpression AND predicate
    | not? LIKE simpleExpression ( ESCAPE simpleExpression )?
    | not? ( REGEXP | RLIKE ) bitExpression
    | /* 8.0.17.. */ MEMBER OF? '(' simpleExpression ')'
    | SOUNDS LIKE bitExpression
    ;

// under HIGH_NOT_PRECEDENCE every NOT is the tight one
not
    : NOT
    | NOT2
    ;

inSubquery
    : '(' query ')'
    ;

inList
    : '(' expression ( ',' expression )* ')'
    ;

// a + INTERVAL 1 DAY + b adds the interval to a, so that alternative comes first
bitExpression
    : multiplicativeExpression
    | bitExpression ( '+' | '-' ) intervalExpression
    | bitExpression ( '+' | '-' ) multiplicativeExpression
    | bitExpression ( '<<' | '>>' ) bitExpression
    | bitExpression '&' bitExpression
    | bitExpression '|' bitExpression
    ;

multiplicativeExpression
    : simpleExpression
    | multiplicativeExpression '^' multiplicativeExpression
    | multiplicativeExpression ( '*' | '/' | '%' | DIV | MOD ) multiplicativeExpression
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
    : NOT* booleanPrimary ( IS not? ( TRUE | FALSE | UNKNOWN ) )?
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
    | intervalSum
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

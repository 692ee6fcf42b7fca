/**
 * Function calls: the generic form, those with a syntax of their own, aggregates and window functions.
 */
parser grammar Functions;

// the arguments of loadable functions can have names
functionCall
    : functionName '(' ( expression ( AS? newColumnAlias )? ( ',' expression ( AS? newColumnAlias )? )* )? ')'
    | storedFunctionCall
    ;

// db.f(1)
storedFunctionCall
    : identifier '.' identifier '(' ( expression ( ',' expression )* )? ')'
    ;

// one alternative a function that is more than a name and a list of arguments
specialFunctionCall
    : CAST '(' expression ( AS castType ( /* 8.0.17.. */ ARRAY )? | /* 8.0.22.. */ AT TIME ZONE INTERVAL? textString AS DATETIME fractionalSeconds? ) ')'
    | CONVERT '(' expression ',' castType ')'
    | CONVERT '(' expression USING charsetName ')'
    | CHAR '(' expression ( ',' expression )* ( USING charsetName )? ')'
    | EXTRACT '(' intervalUnit FROM expression ')'
    | GET_FORMAT '(' ( DATE | TIME | DATETIME | TIMESTAMP ) ',' expression ')'
    | POSITION '(' bitExpression POSITION_IN expression ')'
    | SUBSTRING '(' expression substringArguments ')'
    | SUBSTR '(' expression substringArguments ')'
    | MID '(' expression substringArguments ')'
    | TRIM '(' trimArguments ')'
    | WEIGHT_STRING '(' expression weightStringArguments? ')'
    | DATE_ADD '(' expression ',' intervalExpression ')'
    | DATE_SUB '(' expression ',' intervalExpression ')'
    | ADDDATE '(' expression ',' ( intervalExpression | expression ) ')'
    | SUBDATE '(' expression ',' ( intervalExpression | expression ) ')'
    | TIMESTAMPADD '(' timestampAddUnit ',' expression ',' expression ')'
    | TIMESTAMPDIFF '(' timestampAddUnit ',' expression ',' expression ')'
    | NOW '(' fractionalSecondsNumber? ')'
    | CURRENT_TIMESTAMP timeFunctionArguments?
    | LOCALTIME timeFunctionArguments?
    | LOCALTIMESTAMP timeFunctionArguments?
    | SYSDATE '(' fractionalSecondsNumber? ')'
    | CURDATE '(' ')'
    | CURRENT_DATE ( '(' ')' )?
    | CURTIME '(' fractionalSecondsNumber? ')'
    | CURRENT_TIME timeFunctionArguments?
    | UTC_DATE ( '(' ')' )?
    | UTC_TIME timeFunctionArguments?
    | UTC_TIMESTAMP timeFunctionArguments?
    | CURRENT_USER ( '(' ')' )?
    | SESSION_USER '(' ')'
    | SYSTEM_USER '(' ')'
    | INTERVAL '(' expression ( ',' expression )+ ')'
    | DEFAULT '(' columnRef ')'
    | VALUES '(' columnRef ')'
    | /* 8.0.1.. */ GROUPING '(' expression ( ',' expression )* ')'
    | /* 8.0.21.. */ jsonValueCall
    | /* 9.4.0.. */ jsonDualityObject
    ;

weightStringArguments
    : AS CHAR fieldLength ( /* ..8.0.1 */ weightStringLevels )?
    | /* ..8.0.1 */ weightStringLevels
    | AS BINARY fieldLength
    | ',' countNumber ',' countNumber ',' countNumber
    ;

weightStringLevels
    : LEVEL countNumber '-' countNumber
    | LEVEL weightStringLevel ( ',' weightStringLevel )*
    ;

weightStringLevel
    : countNumber orderDirection? REVERSE?
    ;

timeFunctionArguments
    : '(' fractionalSecondsNumber? ')'
    ;

substringArguments
    : ',' expression ( ',' expression )?
    | FROM expression ( FOR expression )?
    ;

trimArguments
    : expression ( FROM expression )?
    | ( LEADING | TRAILING | BOTH ) expression? FROM expression
    ;

timestampAddUnit
    : timestampUnit
    | SQL_TSI_SECOND
    | SQL_TSI_MINUTE
    | SQL_TSI_HOUR
    | SQL_TSI_DAY
    | SQL_TSI_WEEK
    | SQL_TSI_MONTH
    | SQL_TSI_QUARTER
    | SQL_TSI_YEAR
    ;

jsonValueCall
    : JSON_VALUE '(' simpleExpression ',' jsonPath ( RETURNING castType )? jsonOnEmpty? jsonOnError? ')'
    ;

jsonOnEmpty
    : jsonOnResponse ON EMPTY
    ;

jsonOnError
    : jsonOnResponse ON ERROR
    ;

jsonOnResponse
    : ERROR
    | NULL
    | DEFAULT jsonDefaultValue
    ;

// a constant that is not NULL
jsonDefaultValue
    : stringLiteral
    | ( '+' | '-' )? numericLiteral
    | hexLiteral
    | bitLiteral
    | temporalLiteral
    | booleanLiteral
    ;

// the object that a JSON duality view shows
jsonDualityObject
    : JSON_DUALITY_OBJECT '(' jsonDualityModifications? jsonDualityMember ( ',' jsonDualityMember )* ')'
    ;

jsonDualityModifications
    : WITH jsonDualityModification ( ',' jsonDualityModification )*
    | WITH '(' jsonDualityModification ( ',' jsonDualityModification )* ')'
    ;

jsonDualityModification
    : NO? ( INSERT | UPDATE | DELETE )
    ;

jsonDualityMember
    : textString ':' expression
    ;

// an aggregate, or with OVER the same function over a window
aggregateCall
    : aggregateFunction ( /* 8.0.2.. */ overClause )?
    ;

aggregateFunction
    : COUNT '(' ALL? '*' ')'
    | COUNT '(' ALL? expression ')'
    | COUNT '(' DISTINCT expression ( ',' expression )* ')'
    | AVG '(' ( DISTINCT | ALL )? expression ')'
    | SUM '(' ( DISTINCT | ALL )? expression ')'
    | MIN '(' ( DISTINCT | ALL )? expression ')'
    | MAX '(' ( DISTINCT | ALL )? expression ')'
    | BIT_AND '(' ALL? expression ')'
    | BIT_OR '(' ALL? expression ')'
    | BIT_XOR '(' ALL? expression ')'
    | STD '(' ALL? expression ')'
    | STDDEV '(' ALL? expression ')'
    | STDDEV_POP '(' ALL? expression ')'
    | STDDEV_SAMP '(' ALL? expression ')'
    | VARIANCE '(' ALL? expression ')'
    | VAR_POP '(' ALL? expression ')'
    | VAR_SAMP '(' ALL? expression ')'
    | GROUP_CONCAT '(' DISTINCT? expression ( ',' expression )* orderByClause? ( SEPARATOR byteString )? ')'
    | JSON_ARRAYAGG '(' expression ( /* 9.0.0.. */ jsonNullClause )? ')'
    | JSON_OBJECTAGG '(' expression ',' expression ')'
    | /* 8.0.24.. */ ST_COLLECT '(' DISTINCT? expression ')'
    ;

jsonNullClause
    : NULL ON NULL
    | ABSENT ON NULL
    ;

windowFunctionCall
    : ROW_NUMBER '(' ')' overClause
    | RANK '(' ')' overClause
    | DENSE_RANK '(' ')' overClause
    | CUME_DIST '(' ')' overClause
    | PERCENT_RANK '(' ')' overClause
    | NTILE '(' windowOffset ')' overClause
    | LEAD '(' expression leadLagArguments? ')' nullTreatment? overClause
    | LAG '(' expression leadLagArguments? ')' nullTreatment? overClause
    | FIRST_VALUE '(' expression ')' nullTreatment? overClause
    | LAST_VALUE '(' expression ')' nullTreatment? overClause
    | NTH_VALUE '(' expression ',' windowOffset ')' ( FROM ( FIRST | LAST ) )? nullTreatment? overClause
    ;

leadLagArguments
    : ',' windowOffset ( ',' expression )?
    ;

// a number that stays the same while the query runs
windowOffset
    : INT_NUMBER
    | '?'
    | userVariable
    | identifier
    ;

nullTreatment
    : RESPECT NULLS
    | IGNORE NULLS
    ;

overClause
    : OVER windowRef
    | OVER windowSpecification
    ;

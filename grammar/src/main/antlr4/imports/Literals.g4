/**
 * Constants: those that stand in expressions (below `literal`), and the numbers and texts that other clauses want.
 */
parser grammar Literals;

literal
    : stringLiteral
    | integerLiteral
    | decimalLiteral
    | floatLiteral
    | hexLiteral
    | bitLiteral
    | temporalLiteral
    | booleanLiteral
    | nullLiteral
    ;

// 'a' 'b' is one string of two pieces; an introducer goes before the first
stringLiteral
    : UNDERSCORE_CHARSET? STRING+
    | NCHAR_STRING STRING*
    ;

integerLiteral
    : INT_NUMBER
    ;

decimalLiteral
    : DECIMAL_NUMBER
    ;

floatLiteral
    : FLOAT_NUMBER
    ;

hexLiteral
    : UNDERSCORE_CHARSET? HEX_NUMBER
    ;

bitLiteral
    : UNDERSCORE_CHARSET? BIT_NUMBER
    ;

temporalLiteral
    : DATE STRING
    | TIME STRING
    | TIMESTAMP STRING
    ;

booleanLiteral
    : TRUE
    | FALSE
    ;

nullLiteral
    : NULL
    ;

// a constant with an optional sign, where an expression is not allowed
signedLiteral
    : literal
    | '+' numericLiteral
    | '-' numericLiteral
    ;

numericLiteral
    : INT_NUMBER
    | DECIMAL_NUMBER
    | FLOAT_NUMBER
    ;

// the M of VARCHAR(M), INT(M)
lengthNumber
    : INT_NUMBER
    ;

// the M and D of DECIMAL(M, D)
precisionNumber
    : INT_NUMBER
    ;

scaleNumber
    : INT_NUMBER
    ;

// the fsp of TIME(fsp) and NOW(fsp)
fractionalSecondsNumber
    : INT_NUMBER
    ;

// LIMIT and OFFSET; a parameter or a routine's variable is allowed too
limitNumber
    : INT_NUMBER
    | '?'
    | identifier
    ;

// the value of an option: AUTO_INCREMENT = 10
optionNumber
    : INT_NUMBER
    ;

// WITH n BUCKETS
bucketNumber
    : INT_NUMBER
    ;

// PARTITIONS n, SUBPARTITIONS n
countNumber
    : INT_NUMBER
    | HEX_NUMBER
    ;

// 16M, 1G: the lexer gives a name
sizeNumber
    : INT_NUMBER
    | /* 8.0.14.. */ HEX_NUMBER
    | IDENT
    ;

signedInteger
    : '-'? INT_NUMBER
    ;

jsonPath
    : ( /* 8.0.21.. */ UNDERSCORE_CHARSET )? STRING
    ;

// any text that is no expression
textString
    : STRING
    ;

// a text that may be written as its bytes
byteString
    : STRING
    | HEX_NUMBER
    | BIT_NUMBER
    ;

commentText
    : STRING
    ;

fileNameText
    : STRING
    ;

passwordText
    : STRING
    ;

patternText
    : STRING
    ;

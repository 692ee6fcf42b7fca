/**
 * Data types of columns, parameters, variables and casts.
 */
parser grammar DataTypes;

dataType
    : integerType
    | decimalType
    | floatingType
    | bitType
    | booleanType
    | characterType
    | binaryType
    | enumType
    | temporalType
    | jsonType
    | spatialType
    | /* 9.0.0.. */ vectorType
    | serialType
    ;

integerType
    : ( INT | INTEGER | TINYINT | SMALLINT | MEDIUMINT | BIGINT | INT1 | INT2 | INT3 | INT4 | INT8 | MIDDLEINT ) fieldLength? numericOption*
    ;

decimalType
    : ( DECIMAL | DEC | NUMERIC | FIXED ) ( '(' precisionNumber ( ',' scaleNumber )? ')' )? numericOption*
    ;

floatingType
    : ( FLOAT | FLOAT4 ) ( '(' precisionNumber ( ',' scaleNumber )? ')' )? numericOption*
    | ( FLOAT8 | REAL | DOUBLE PRECISION? ) ( '(' precisionNumber ',' scaleNumber ')' )? numericOption*
    ;

numericOption
    : UNSIGNED
    | SIGNED
    | ZEROFILL
    ;

bitType
    : BIT fieldLength?
    ;

booleanType
    : BOOL
    | BOOLEAN
    ;

fieldLength
    : '(' lengthNumber ')'
    ;

characterType
    : ( CHAR | CHARACTER ) VARYING fieldLength characterSetOption?
    | ( CHAR | CHARACTER ) fieldLength? characterSetOption?
    | ( VARCHAR | VARCHARACTER ) fieldLength characterSetOption?
    | NATIONAL ( CHAR | CHARACTER ) VARYING fieldLength BINARY?
    | NATIONAL ( CHAR | CHARACTER ) fieldLength? BINARY?
    | NATIONAL ( VARCHAR | VARCHARACTER ) fieldLength BINARY?
    | NCHAR ( VARYING | VARCHAR | VARCHARACTER ) fieldLength BINARY?
    | NCHAR fieldLength? BINARY?
    | NVARCHAR fieldLength BINARY?
    | TEXT fieldLength? characterSetOption?
    | TINYTEXT characterSetOption?
    | MEDIUMTEXT characterSetOption?
    | LONGTEXT characterSetOption?
    | LONG ( VARCHAR | VARCHARACTER | CHAR VARYING | CHARACTER VARYING )? characterSetOption?
    ;

characterSetOption
    : characterSet BINARY?
    | ASCII BINARY?
    | UNICODE BINARY?
    | BYTE
    | BINARY characterSetSuffix?
    ;

characterSetSuffix
    : characterSet
    | ASCII
    | UNICODE
    ;

characterSet
    : ( CHARACTER SET | CHAR SET | CHARSET ) charsetName
    ;

binaryType
    : BINARY fieldLength?
    | VARBINARY fieldLength
    | BLOB fieldLength?
    | TINYBLOB
    | MEDIUMBLOB
    | LONGBLOB
    | LONG VARBINARY
    ;

enumType
    : ENUM '(' enumValue ( ',' enumValue )* ')' characterSetOption?
    | SET '(' enumValue ( ',' enumValue )* ')' characterSetOption?
    ;

enumValue
    : STRING
    | HEX_NUMBER
    | BIT_NUMBER
    ;

temporalType
    : DATE
    | TIME fractionalSeconds?
    | DATETIME fractionalSeconds?
    | TIMESTAMP fractionalSeconds?
    | YEAR fieldLength? numericOption*
    ;

fractionalSeconds
    : '(' fractionalSecondsNumber ')'
    ;

jsonType
    : JSON
    ;

spatialType
    : GEOMETRY
    | POINT
    | LINESTRING
    | POLYGON
    | MULTIPOINT
    | MULTILINESTRING
    | MULTIPOLYGON
    | GEOMETRYCOLLECTION
    | /* 8.0.11.. */ GEOMCOLLECTION
    ;

vectorType
    : VECTOR fieldLength?
    ;

// BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE
serialType
    : SERIAL
    ;

// what CAST, CONVERT and JSON_VALUE make
castType
    : BINARY fieldLength?
    | CHAR fieldLength? characterSetOption?
    | CHARACTER fieldLength? characterSetOption?
    | NCHAR fieldLength?
    | /* 8.0.1.. */ NATIONAL ( CHAR | CHARACTER ) fieldLength?
    | SIGNED ( INT | INTEGER )?
    | UNSIGNED ( INT | INTEGER )?
    | DATE
    | TIME fractionalSeconds?
    | DATETIME fractionalSeconds?
    | DECIMAL ( '(' precisionNumber ( ',' scaleNumber )? ')' )?
    | DEC ( '(' precisionNumber ( ',' scaleNumber )? ')' )?
    | JSON
    | /* 8.0.17.. */ FLOAT ( '(' precisionNumber ')' )?
    | /* 8.0.17.. */ REAL
    | /* 8.0.17.. */ DOUBLE PRECISION?
    | /* 8.0.22.. */ YEAR
    | /* 8.0.24.. */ POINT
    | /* 8.0.24.. */ LINESTRING
    | /* 8.0.24.. */ POLYGON
    | /* 8.0.24.. */ MULTIPOINT
    | /* 8.0.24.. */ MULTILINESTRING
    | /* 8.0.24.. */ MULTIPOLYGON
    | /* 8.0.24.. */ GEOMETRYCOLLECTION
    | /* 8.0.24.. */ GEOMCOLLECTION
    ;

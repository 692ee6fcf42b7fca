/**
 * Prepared statements.
 */
parser grammar Prepared;

prepareStatement
    : PREPARE newPreparedStatementName FROM ( textString | userVariable )
    ;

executeStatement
    : EXECUTE preparedStatementRef ( USING userVariable ( ',' userVariable )* )?
    ;

deallocateStatement
    : ( DEALLOCATE | DROP ) PREPARE preparedStatementRef
    ;

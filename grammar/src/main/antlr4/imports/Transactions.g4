/**
 * Transactions, savepoints, table locks, XA.
 */
parser grammar Transactions;

startTransactionStatement
    : START TRANSACTION ( transactionCharacteristic ( ',' transactionCharacteristic )* )?
    ;

transactionCharacteristic
    : WITH CONSISTENT SNAPSHOT
    | READ ONLY
    | READ WRITE
    ;

beginStatement
    : BEGIN WORK?
    ;

commitStatement
    : COMMIT WORK? transactionChain? transactionRelease?
    ;

rollbackStatement
    : ROLLBACK WORK? transactionChain? transactionRelease?
    | ROLLBACK WORK? TO SAVEPOINT? savepointRef
    ;

transactionChain
    : AND NO? CHAIN
    ;

transactionRelease
    : NO? RELEASE
    ;

savepointStatement
    : SAVEPOINT newSavepointName
    ;

releaseSavepointStatement
    : RELEASE SAVEPOINT savepointRef
    ;

setTransactionStatement
    : SET ( GLOBAL | SESSION | LOCAL )? TRANSACTION transactionMode ( ',' transactionMode )*
    ;

transactionMode
    : ISOLATION LEVEL isolationLevel
    | READ WRITE
    | READ ONLY
    ;

isolationLevel
    : REPEATABLE READ
    | READ COMMITTED
    | READ UNCOMMITTED
    | SERIALIZABLE
    ;

lockTablesStatement
    : LOCK ( TABLE | TABLES ) tableLock ( ',' tableLock )*
    | /* 8.0.0.. */ LOCK INSTANCE FOR BACKUP
    ;

tableLock
    : tableRef ( AS? newTableAlias )? ( READ LOCAL? | LOW_PRIORITY? WRITE )
    ;

unlockTablesStatement
    : UNLOCK ( TABLE | TABLES )
    | /* 8.0.0.. */ UNLOCK INSTANCE
    ;

xaStatement
    : XA ( START | BEGIN ) xid ( JOIN | RESUME )?
    | XA END xid ( SUSPEND ( FOR MIGRATE )? )?
    | XA PREPARE xid
    | XA COMMIT xid ( ONE PHASE )?
    | XA ROLLBACK xid
    | XA RECOVER ( CONVERT XID )?
    ;

xid
    : textString ( ',' textString ( ',' INT_NUMBER )? )?
    ;

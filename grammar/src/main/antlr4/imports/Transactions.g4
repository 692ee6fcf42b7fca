/**
 * Transactions, savepoints, table locks, XA.
 */
parser grammar Transactions;

startTransactionStatement
    : START TRANSACTION transactionCharacteristics?
    ;

transactionCharacteristics
    : transactionSnapshot ( ',' transactionAccess )?
    | transactionAccess ( ',' transactionSnapshot )?
    ;

transactionSnapshot
    : WITH CONSISTENT SNAPSHOT
    ;

transactionAccess
    : READ ONLY
    | READ WRITE
    ;

beginStatement
    : BEGIN WORK?
    ;

commitStatement
    : COMMIT WORK? transactionEnd?
    ;

rollbackStatement
    : ROLLBACK WORK? transactionEnd?
    | ROLLBACK WORK? TO SAVEPOINT? savepointRef
    ;

transactionEnd
    : AND CHAIN ( NO RELEASE )?
    | AND NO CHAIN ( NO RELEASE )?
    | NO RELEASE
    | ( AND NO CHAIN )? RELEASE
    ;

savepointStatement
    : SAVEPOINT newSavepointName
    ;

releaseSavepointStatement
    : RELEASE SAVEPOINT savepointRef
    ;

setTransactionStatement
    : SET ( GLOBAL | SESSION | LOCAL )? TRANSACTION transactionModes
    ;

transactionModes
    : transactionIsolation ( ',' transactionAccess )?
    | transactionAccess ( ',' transactionIsolation )?
    ;

transactionIsolation
    : ISOLATION LEVEL isolationLevel
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
    : tableRef ( AS? newTableAlias )? ( READ LOCAL? | ( /* ..9.0.0 */ LOW_PRIORITY )? WRITE )
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
    : byteString ( ',' byteString ( ',' INT_NUMBER )? )?
    ;

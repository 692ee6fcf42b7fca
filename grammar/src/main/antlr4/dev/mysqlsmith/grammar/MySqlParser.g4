/**
 * The root of the grammar. Each area has a file of its own in the folder of imports; docs/grammar.md tells the habits.
 */
parser grammar MySqlParser;

import Literals, Identifiers, Keywords, DataTypes, Expressions, Functions, Queries, Hints, DataManipulation, Tables, Databases, Transactions, Prepared, Administration, Routines, Accounts, Storage, Replication;

options {
    tokenVocab = MySqlLexer;
}

root
    : statement ';'? EOF
    ;

statement
    : selectStatement
    | insertStatement
    | replaceStatement
    | updateStatement
    | deleteStatement
    | loadStatement
    | importTableStatement
    | handlerStatement
    | callStatement
    | doStatement
    | createTableStatement
    | alterTableStatement
    | dropTableStatement
    | renameTableStatement
    | truncateStatement
    | createIndexStatement
    | dropIndexStatement
    | createDatabaseStatement
    | alterDatabaseStatement
    | dropDatabaseStatement
    | useStatement
    | createViewStatement
    | alterViewStatement
    | dropViewStatement
    | createJsonDualityViewStatement
    | alterJsonDualityViewStatement
    | createMaskingPolicyStatement
    | dropMaskingPolicyStatement
    | startTransactionStatement
    | beginStatement
    | commitStatement
    | rollbackStatement
    | savepointStatement
    | releaseSavepointStatement
    | setTransactionStatement
    | lockTablesStatement
    | unlockTablesStatement
    | xaStatement
    | setRoleStatement
    | setDefaultRoleStatement
    | setPasswordStatement
    | setResourceGroupStatement
    | setStatement
    | explainStatement
    | showStatement
    | analyzeTableStatement
    | checkTableStatement
    | checksumTableStatement
    | optimizeTableStatement
    | repairTableStatement
    | flushStatement
    | killStatement
    | cacheIndexStatement
    | loadIndexStatement
    | helpStatement
    | shutdownStatement
    | restartStatement
    | binlogStatement
    | cloneStatement
    | prepareStatement
    | executeStatement
    | deallocateStatement
    | createProcedureStatement
    | createFunctionStatement
    | createLoadableFunctionStatement
    | alterRoutineStatement
    | dropRoutineStatement
    | createTriggerStatement
    | dropTriggerStatement
    | createEventStatement
    | alterEventStatement
    | dropEventStatement
    | createLibraryStatement
    | alterLibraryStatement
    | dropLibraryStatement
    | signalStatement
    | resignalStatement
    | getDiagnosticsStatement
    | createUserStatement
    | alterUserStatement
    | dropUserStatement
    | renameUserStatement
    | createRoleStatement
    | dropRoleStatement
    | grantStatement
    | revokeStatement
    | createTablespaceStatement
    | alterTablespaceStatement
    | dropTablespaceStatement
    | createLogfileGroupStatement
    | alterLogfileGroupStatement
    | dropLogfileGroupStatement
    | alterInstanceStatement
    | createServerStatement
    | alterServerStatement
    | dropServerStatement
    | createResourceGroupStatement
    | alterResourceGroupStatement
    | dropResourceGroupStatement
    | createSpatialReferenceSystemStatement
    | dropSpatialReferenceSystemStatement
    | installStatement
    | uninstallStatement
    | changeReplicationSourceStatement
    | changeMasterStatement
    | changeReplicationFilterStatement
    | startReplicaStatement
    | stopReplicaStatement
    | startGroupReplicationStatement
    | stopGroupReplicationStatement
    | purgeLogsStatement
    | resetStatement
    ;

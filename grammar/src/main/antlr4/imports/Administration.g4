/**
 * SET, SHOW, EXPLAIN, table maintenance, FLUSH, KILL and the like.
 */
parser grammar Administration;

// SET

setStatement
    : SET setAssignment ( ',' setAssignment )*
    ;

setAssignment
    : userVariable ( '=' | ':=' ) expression
    | '@@' variableScope '.' systemVariableName ( '=' | ':=' ) setValue
    | '@@' setVariableName ( '=' | ':=' ) setValue
    | variableScope setVariableName ( '=' | ':=' ) setValue
    | setVariableName ( '=' | ':=' ) setValue
    | NAMES ( charsetName ( COLLATE collationOrBinary )? | DEFAULT )
    | ( CHARACTER SET | CHAR SET | CHARSET ) ( charsetName | DEFAULT )
    ;

// a system variable, a routine's variable, or NEW.x in a trigger
setVariableName
    : systemVariableName
    | DEFAULT '.' identifier
    ;

setValue
    : expression
    | DEFAULT
    | ON
    | ALL
    | BINARY
    | ROW
    | SYSTEM
    ;

// EXPLAIN

explainStatement
    : ( EXPLAIN | DESCRIBE | DESC ) tableRef ( textString | describeColumnRef )?
    | ( EXPLAIN | DESCRIBE | DESC ) explainOption? explainSchema? explainable
    | ( EXPLAIN | DESCRIBE | DESC ) ( FORMAT '=' explainFormat )? FOR CONNECTION INT_NUMBER
    ;

// a column's name or a pattern of names
describeColumnRef
    : identifier
    ;

explainOption
    : FORMAT '=' explainFormat ( /* 8.1.0.. */ explainInto )?
    | /* 8.0.18.. */ ANALYZE ( FORMAT '=' explainFormat )? ( /* 8.1.0.. */ explainInto )?
    | /* 8.1.0.. */ explainInto
    | /* ..8.0.1 */ EXTENDED
    | /* ..8.0.1 */ PARTITIONS
    ;

explainInto
    : INTO userVariable
    ;

explainFormat
    : identifier
    | STRING
    ;

explainSchema
    : /* 8.3.0.. */ FOR ( SCHEMA | DATABASE ) databaseRef
    ;

explainable
    : selectStatement
    | insertStatement
    | replaceStatement
    | updateStatement
    | deleteStatement
    ;

// Table maintenance

analyzeTableStatement
    : ANALYZE binlogChoice? ( TABLE | TABLES ) tableRef ( ',' tableRef )*
    | /* 8.0.2.. */ ANALYZE binlogChoice? ( TABLE | TABLES ) tableRef ( ',' tableRef )* histogramAction
    ;

histogramAction
    : UPDATE HISTOGRAM ON histogramColumnRef ( ',' histogramColumnRef )* ( WITH bucketNumber BUCKETS )? ( /* 8.4.0.. */ histogramRefresh )?
    | /* 8.0.31.. */ UPDATE HISTOGRAM ON histogramColumnRef ( ',' histogramColumnRef )* USING DATA textString
    | DROP HISTOGRAM ON histogramColumnRef ( ',' histogramColumnRef )*
    ;

histogramRefresh
    : ( MANUAL | AUTO ) UPDATE
    ;

binlogChoice
    : NO_WRITE_TO_BINLOG
    | LOCAL
    ;

checkTableStatement
    : CHECK ( TABLE | TABLES ) tableRef ( ',' tableRef )* checkOption*
    ;

checkOption
    : FOR UPGRADE
    | QUICK
    | FAST
    | MEDIUM
    | EXTENDED
    | CHANGED
    ;

checksumTableStatement
    : CHECKSUM ( TABLE | TABLES ) tableRef ( ',' tableRef )* ( QUICK | EXTENDED )?
    ;

optimizeTableStatement
    : OPTIMIZE binlogChoice? ( TABLE | TABLES ) tableRef ( ',' tableRef )*
    ;

repairTableStatement
    : REPAIR binlogChoice? ( TABLE | TABLES ) tableRef ( ',' tableRef )* repairOption*
    ;

repairOption
    : QUICK
    | EXTENDED
    | USE_FRM
    ;

// SHOW

showStatement
    : SHOW ( CHARACTER SET | CHAR SET | CHARSET ) showFilter?
    | SHOW COLLATION showFilter?
    | SHOW ( DATABASES | SCHEMAS ) showFilter?
    | SHOW ( /* 8.0.0.. */ EXTENDED )? FULL? TABLES showDatabase? showFilter?
    | SHOW FULL? TRIGGERS showDatabase? showFilter?
    | SHOW TABLE STATUS showDatabase? showFilter?
    | SHOW OPEN TABLES showDatabase? showFilter?
    | SHOW EVENTS showDatabase? showFilter?
    | SHOW ( /* 8.0.0.. */ EXTENDED )? FULL? ( COLUMNS | FIELDS ) ( FROM | IN ) tableRef showDatabase? showFilter?
    | SHOW ( /* 8.0.0.. */ EXTENDED )? ( INDEX | INDEXES | KEYS ) ( FROM | IN ) tableRef showDatabase? whereClause?
    | SHOW CREATE ( DATABASE | SCHEMA ) ( IF not EXISTS )? databaseRef
    | SHOW CREATE TABLE tableRef
    | SHOW CREATE VIEW viewRef
    | SHOW CREATE EVENT eventRef
    | SHOW CREATE FUNCTION routineRef
    | SHOW CREATE PROCEDURE routineRef
    | SHOW CREATE TRIGGER triggerRef
    | SHOW CREATE USER userRef
    | /* 9.2.0.. */ SHOW CREATE LIBRARY libraryRef
    | /* 9.7.0.. */ SHOW CREATE MASKING POLICY maskingPolicyRef
    | SHOW FULL? PROCESSLIST
    | SHOW ( GLOBAL | SESSION | LOCAL )? STATUS showFilter?
    | SHOW ( GLOBAL | SESSION | LOCAL )? VARIABLES showFilter?
    | SHOW ( PROCEDURE | FUNCTION ) STATUS showFilter?
    | /* 9.2.0.. */ SHOW LIBRARY STATUS showFilter?
    | SHOW ( PROCEDURE | FUNCTION ) CODE routineRef
    | SHOW ENGINE ( engineName | ALL ) ( STATUS | MUTEX | LOGS )
    | SHOW STORAGE? ENGINES
    | SHOW PLUGINS
    | SHOW PRIVILEGES
    | SHOW ( WARNINGS | ERRORS ) limitClause?
    | SHOW COUNT '(' '*' ')' ( WARNINGS | ERRORS )
    | SHOW PROFILES
    | SHOW PROFILE ( profileKind ( ',' profileKind )* )? ( FOR QUERY INT_NUMBER )? limitClause?
    | SHOW GRANTS ( FOR userRef ( /* 8.0.0.. */ USING userRef ( ',' userRef )* )? )?
    | SHOW BINARY LOGS
    | /* 8.2.0.. */ SHOW BINARY LOG STATUS
    | /* ..8.4.0 */ SHOW MASTER LOGS
    | /* ..8.4.0 */ SHOW MASTER STATUS
    | SHOW BINLOG EVENTS binlogIn? binlogFrom? limitClause?
    | SHOW RELAYLOG EVENTS binlogIn? binlogFrom? limitClause? forChannel?
    | /* 8.0.22.. */ SHOW REPLICA STATUS forChannel?
    | /* 8.0.22.. */ SHOW REPLICAS
    | /* ..8.4.0 */ SHOW SLAVE STATUS forChannel?
    | /* ..8.4.0 */ SHOW SLAVE HOSTS
    | /* 9.0.0.. */ SHOW PARSE_TREE statement
    ;

showDatabase
    : ( FROM | IN ) databaseRef
    ;

showFilter
    : LIKE patternText
    | whereClause
    ;

profileKind
    : ALL
    | BLOCK IO
    | CONTEXT SWITCHES
    | CPU
    | IPC
    | MEMORY
    | PAGE FAULTS
    | SOURCE
    | SWAPS
    ;

binlogIn
    : IN textString
    ;

binlogFrom
    : FROM INT_NUMBER
    ;

forChannel
    : FOR CHANNEL channelName
    ;

// FLUSH, KILL, RESET, CACHE INDEX, ...

flushStatement
    : FLUSH binlogChoice? flushOption ( ',' flushOption )*
    | FLUSH binlogChoice? ( TABLE | TABLES ) ( WITH READ LOCK )?
    | FLUSH binlogChoice? ( TABLE | TABLES ) tableRef ( ',' tableRef )* ( WITH READ LOCK | FOR EXPORT )?
    ;

flushOption
    : ( BINARY | ENGINE | ERROR | GENERAL | SLOW )? LOGS
    | RELAY LOGS forChannel?
    | /* ..8.4.0 */ HOSTS
    | PRIVILEGES
    | STATUS
    | USER_RESOURCES
    | OPTIMIZER_COSTS
    | /* ..8.0.3 */ QUERY CACHE
    | /* ..8.0.1 */ DES_KEY_FILE
    ;

killStatement
    : KILL ( CONNECTION | QUERY )? expression
    ;

cacheIndexStatement
    : CACHE INDEX keyCacheTable ( ',' keyCacheTable )* IN keyCacheName
    | CACHE INDEX tableRef PARTITION '(' partitionRefsOrAll ')' keyCacheIndexes? IN keyCacheName
    ;

keyCacheTable
    : tableRef keyCacheIndexes?
    ;

keyCacheIndexes
    : ( INDEX | KEY ) '(' ( hintedIndexRef ( ',' hintedIndexRef )* )? ')'
    ;

loadIndexStatement
    : LOAD INDEX INTO CACHE preloadTable ( ',' preloadTable )*
    | LOAD INDEX INTO CACHE tableRef PARTITION '(' partitionRefsOrAll ')' keyCacheIndexes? ( IGNORE LEAVES )?
    ;

preloadTable
    : tableRef keyCacheIndexes? ( IGNORE LEAVES )?
    ;

helpStatement
    : HELP helpTopic
    ;

shutdownStatement
    : SHUTDOWN
    ;

restartStatement
    : /* 8.0.4.. */ RESTART
    ;

binlogStatement
    : BINLOG textString
    ;

cloneStatement
    : /* 8.0.17.. */ CLONE LOCAL DATA DIRECTORY '='? fileNameText
    | /* 8.0.17.. */ CLONE INSTANCE FROM accountName ':' INT_NUMBER IDENTIFIED BY passwordText ( DATA DIRECTORY '='? fileNameText )? ( REQUIRE NO? SSL )?
    ;

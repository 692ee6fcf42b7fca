/**
 * Replication: its sources, replicas, filters, group replication, binary logs.
 */
parser grammar Replication;

changeReplicationSourceStatement
    : /* 8.0.23.. */ CHANGE REPLICATION SOURCE TO sourceOption ( ',' sourceOption )* forChannel?
    ;

changeMasterStatement
    : /* ..8.4.0 */ CHANGE MASTER TO masterOption ( ',' masterOption )* forChannel?
    ;

sourceOption
    : ( SOURCE_HOST | SOURCE_USER | SOURCE_PASSWORD | SOURCE_BIND | SOURCE_LOG_FILE | SOURCE_SSL_CA | SOURCE_SSL_CAPATH | SOURCE_SSL_CERT | SOURCE_SSL_CRL | SOURCE_SSL_CRLPATH | SOURCE_SSL_KEY | SOURCE_SSL_CIPHER | SOURCE_TLS_VERSION | SOURCE_PUBLIC_KEY_PATH | SOURCE_COMPRESSION_ALGORITHMS | NETWORK_NAMESPACE ) '=' textString
    | ( SOURCE_PORT | SOURCE_CONNECT_RETRY | SOURCE_RETRY_COUNT | SOURCE_DELAY | SOURCE_LOG_POS | SOURCE_AUTO_POSITION | SOURCE_SSL | SOURCE_SSL_VERIFY_SERVER_CERT | SOURCE_ZSTD_COMPRESSION_LEVEL | SOURCE_CONNECTION_AUTO_FAILOVER | GET_SOURCE_PUBLIC_KEY | REQUIRE_ROW_FORMAT | GTID_ONLY ) '=' optionNumber
    | SOURCE_HEARTBEAT_PERIOD '=' numericLiteral
    | SOURCE_TLS_CIPHERSUITES '=' ( textString | NULL )
    | commonSourceOption
    ;

masterOption
    : ( MASTER_HOST | MASTER_USER | MASTER_PASSWORD | MASTER_BIND | MASTER_LOG_FILE | MASTER_SSL_CA | MASTER_SSL_CAPATH | MASTER_SSL_CERT | MASTER_SSL_CRL | MASTER_SSL_CRLPATH | MASTER_SSL_KEY | MASTER_SSL_CIPHER | MASTER_TLS_VERSION | /* 8.0.4.. */ MASTER_PUBLIC_KEY_PATH | /* 8.0.18.. */ MASTER_COMPRESSION_ALGORITHMS | /* 8.0.22.. */ NETWORK_NAMESPACE ) '=' textString
    | ( MASTER_PORT | MASTER_CONNECT_RETRY | MASTER_RETRY_COUNT | MASTER_DELAY | MASTER_LOG_POS | MASTER_AUTO_POSITION | MASTER_SSL | MASTER_SSL_VERIFY_SERVER_CERT | /* 8.0.18.. */ MASTER_ZSTD_COMPRESSION_LEVEL | /* 8.0.22.. */ SOURCE_CONNECTION_AUTO_FAILOVER | /* 8.0.4.. */ GET_MASTER_PUBLIC_KEY | /* 8.0.19.. */ REQUIRE_ROW_FORMAT | /* 8.0.27.. */ GTID_ONLY ) '=' optionNumber
    | MASTER_HEARTBEAT_PERIOD '=' numericLiteral
    | /* 8.0.19.. */ MASTER_TLS_CIPHERSUITES '=' ( textString | NULL )
    | commonSourceOption
    ;

commonSourceOption
    : RELAY_LOG_FILE '=' textString
    | RELAY_LOG_POS '=' optionNumber
    | IGNORE_SERVER_IDS '=' '(' ( INT_NUMBER ( ',' INT_NUMBER )* )? ')'
    | /* 8.0.18.. */ PRIVILEGE_CHECKS_USER '=' ( accountName | NULL )
    | /* 8.0.20.. */ REQUIRE_TABLE_PRIMARY_KEY_CHECK '=' ( STREAM | ON | OFF | GENERATE )
    | /* 8.0.23.. */ ASSIGN_GTIDS_TO_ANONYMOUS_TRANSACTIONS '=' ( OFF | LOCAL | textString )
    ;

changeReplicationFilterStatement
    : CHANGE REPLICATION FILTER replicationFilter ( ',' replicationFilter )* ( /* 8.0.1.. */ forChannel )?
    ;

replicationFilter
    : ( REPLICATE_DO_DB | REPLICATE_IGNORE_DB ) '=' '(' ( databaseRef ( ',' databaseRef )* )? ')'
    | ( REPLICATE_DO_TABLE | REPLICATE_IGNORE_TABLE ) '=' '(' ( filterTableRef ( ',' filterTableRef )* )? ')'
    | ( REPLICATE_WILD_DO_TABLE | REPLICATE_WILD_IGNORE_TABLE ) '=' '(' ( patternText ( ',' patternText )* )? ')'
    | REPLICATE_REWRITE_DB '=' '(' ( databaseRewrite ( ',' databaseRewrite )* )? ')'
    ;

databaseRewrite
    : '(' databaseRef ',' databaseRef ')'
    ;

startReplicaStatement
    : START ( /* ..8.4.0 */ SLAVE | /* 8.0.22.. */ REPLICA ) ( replicaThread ( ',' replicaThread )* )? ( UNTIL replicaUntil )? replicaConnection? forChannel?
    ;

replicaThread
    : SQL_THREAD
    | IO_THREAD
    | RELAY_THREAD
    ;

replicaUntil
    : ( replicaUntilGtids | replicaUntilPosition ) ( ',' replicaUntilPosition )*
    ;

replicaUntilGtids
    : ( SQL_BEFORE_GTIDS | SQL_AFTER_GTIDS ) '=' textString
    | SQL_AFTER_MTS_GAPS
    ;

replicaUntilPosition
    : ( /* ..8.4.0 */ MASTER_LOG_FILE | RELAY_LOG_FILE ) '=' textString
    | ( /* ..8.4.0 */ MASTER_LOG_POS | RELAY_LOG_POS ) '=' optionNumber
    | /* 8.0.23.. */ SOURCE_LOG_FILE '=' textString
    | /* 8.0.23.. */ SOURCE_LOG_POS '=' optionNumber
    ;

replicaConnection
    : USER '=' textString ( PASSWORD '=' textString )? ( DEFAULT_AUTH '=' textString )? ( PLUGIN_DIR '=' textString )?
    | PASSWORD '=' textString ( DEFAULT_AUTH '=' textString )? ( PLUGIN_DIR '=' textString )?
    | DEFAULT_AUTH '=' textString ( PLUGIN_DIR '=' textString )?
    | PLUGIN_DIR '=' textString
    ;

stopReplicaStatement
    : STOP ( /* ..8.4.0 */ SLAVE | /* 8.0.22.. */ REPLICA ) ( replicaThread ( ',' replicaThread )* )? forChannel?
    ;

startGroupReplicationStatement
    : START GROUP_REPLICATION ( /* 8.0.21.. */ groupReplicationOption ( ',' groupReplicationOption )* )?
    ;

groupReplicationOption
    : USER '=' textString
    | PASSWORD '=' textString
    | DEFAULT_AUTH '=' textString
    ;

stopGroupReplicationStatement
    : STOP GROUP_REPLICATION
    ;

purgeLogsStatement
    : PURGE ( BINARY | /* ..8.4.0 */ MASTER ) LOGS ( TO textString | BEFORE expression )
    ;

resetStatement
    : RESET resetOption ( ',' resetOption )*
    | /* 8.0.0.. */ RESET PERSIST ( ( IF EXISTS )? systemVariableName )?
    ;

resetOption
    : /* ..8.4.0 */ MASTER ( /* 8.0.1.. */ TO countNumber )?
    | /* ..8.4.0 */ SLAVE ALL? forChannel?
    | /* 8.0.22.. */ REPLICA ALL? forChannel?
    | /* 8.2.0.. */ BINARY LOGS AND GTIDS ( TO countNumber )?
    | /* ..8.0.3 */ QUERY CACHE
    ;

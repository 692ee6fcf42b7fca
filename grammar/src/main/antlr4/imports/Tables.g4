/**
 * Tables and their parts: CREATE, ALTER, DROP, RENAME and TRUNCATE TABLE, CREATE and DROP INDEX.
 */
parser grammar Tables;

createTableStatement
    : CREATE TEMPORARY? TABLE ( IF not EXISTS )? newTableName createTableBody
    | /* 9.4.0.. */ CREATE EXTERNAL TABLE ( IF not EXISTS )? newTableName createTableBody
    ;

createTableBody
    : '(' tableElement ( ',' tableElement )* ')' tableOptions? partitionClause? createTableQuery?
    | tableOptions? partitionClause? createTableQuery
    | tableOptions partitionClause?
    | LIKE tableRef
    | '(' LIKE tableRef ')'
    ;

createTableQuery
    : ( REPLACE | IGNORE )? AS? query
    ;

tableElement
    : columnDefinition
    | tableConstraintDefinition
    | indexDefinition
    ;

// Columns

columnDefinition
    : newColumnName fieldDefinition referencesClause?
    ;

fieldDefinition
    : dataType generatedColumn? columnAttribute*
    ;

generatedColumn
    : collateAttribute? ( GENERATED ALWAYS )? AS '(' expression ')' ( VIRTUAL | STORED )?
    ;

columnAttribute
    : not? NULL
    | DEFAULT defaultValue
    | ON UPDATE currentTimestamp
    | AUTO_INCREMENT
    | SERIAL DEFAULT VALUE
    | UNIQUE KEY?
    | PRIMARY? KEY
    | COMMENT commentText
    | collateAttribute
    | COLUMN_FORMAT ( FIXED | DYNAMIC | DEFAULT )
    | STORAGE ( DISK | MEMORY | DEFAULT )
    | /* 8.0.16.. */ columnCheckConstraint
    | /* 8.0.3.. */ SRID srid
    | /* 8.0.21.. */ ENGINE_ATTRIBUTE '='? textString
    | /* 8.0.21.. */ SECONDARY_ENGINE_ATTRIBUTE '='? textString
    | /* 8.0.23.. */ VISIBLE
    | /* 8.0.23.. */ INVISIBLE
    | /* 8.0.13.. */ not SECONDARY
    | /* 9.7.0.. */ MASKING POLICY maskingPolicyRef
    ;

collateAttribute
    : COLLATE collationOrBinary
    ;

defaultValue
    : signedLiteral
    | currentTimestamp
    | /* 8.0.13.. */ '(' expression ')'
    ;

currentTimestamp
    : ( CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP ) timeFunctionArguments?
    | NOW '(' fractionalSecondsNumber? ')'
    ;

srid
    : INT_NUMBER
    | /* 8.0.14.. */ HEX_NUMBER
    ;

columnCheckConstraint
    : ( CONSTRAINT newConstraintName? )? checkConstraint
    ;

checkConstraint
    : CHECK '(' expression ')' ( /* 8.0.16.. */ constraintEnforcement )?
    ;

constraintEnforcement
    : not? ENFORCED
    ;

// Keys and constraints

tableConstraintDefinition
    : ( CONSTRAINT newConstraintName? )? tableConstraint
    ;

tableConstraint
    : PRIMARY KEY newIndexName? indexType? '(' keyPart ( ',' keyPart )* ')' indexOption*
    | UNIQUE ( INDEX | KEY )? newIndexName? indexType? '(' keyPart ( ',' keyPart )* ')' indexOption*
    | FOREIGN KEY newIndexName? '(' keyColumnRef ( ',' keyColumnRef )* ')' referencesClause
    | checkConstraint
    ;

indexDefinition
    : ( INDEX | KEY ) newIndexName? indexType? '(' keyPart ( ',' keyPart )* ')' indexOption*
    | FULLTEXT ( INDEX | KEY )? newIndexName? '(' keyPart ( ',' keyPart )* ')' fulltextIndexOption*
    | SPATIAL ( INDEX | KEY )? newIndexName? '(' keyPart ( ',' keyPart )* ')' commonIndexOption*
    ;

keyPart
    : keyColumnRef fieldLength? orderDirection?
    | /* 8.0.13.. */ '(' expression ')' orderDirection?
    ;

indexType
    : USING indexAlgorithm
    ;

indexAlgorithm
    : BTREE
    | HASH
    | RTREE
    ;

indexOption
    : ( USING | TYPE ) indexAlgorithm
    | commonIndexOption
    ;

fulltextIndexOption
    : WITH PARSER parserName
    | commonIndexOption
    ;

commonIndexOption
    : KEY_BLOCK_SIZE '='? optionNumber
    | COMMENT commentText
    | /* 8.0.0.. */ VISIBLE
    | /* 8.0.0.. */ INVISIBLE
    | /* 8.0.21.. */ ENGINE_ATTRIBUTE '='? textString
    | /* 8.0.21.. */ SECONDARY_ENGINE_ATTRIBUTE '='? textString
    ;

referencesClause
    : REFERENCES tableRef ( '(' referencedColumnRef ( ',' referencedColumnRef )* ')' )? ( MATCH ( FULL | PARTIAL | SIMPLE ) )? referentialActions?
    ;

referentialActions
    : ON DELETE referentialAction ( ON UPDATE referentialAction )?
    | ON UPDATE referentialAction ( ON DELETE referentialAction )?
    ;

referentialAction
    : RESTRICT
    | CASCADE
    | SET NULL
    | NO ACTION
    | SET DEFAULT
    ;

// Options of tables

tableOptions
    : tableOption ( ','? tableOption )*
    ;

tableOption
    : ENGINE '='? engineName
    | AUTO_INCREMENT '='? optionNumber
    | DEFAULT? characterSetDefault
    | DEFAULT? COLLATE '='? collationOrBinary
    | COMMENT '='? commentText
    | ROW_FORMAT '='? ( DEFAULT | DYNAMIC | FIXED | COMPRESSED | REDUNDANT | COMPACT )
    | KEY_BLOCK_SIZE '='? optionNumber
    | AVG_ROW_LENGTH '='? optionNumber
    | MIN_ROWS '='? optionNumber
    | MAX_ROWS '='? optionNumber
    | CHECKSUM '='? optionNumber
    | TABLE_CHECKSUM '='? optionNumber
    | DELAY_KEY_WRITE '='? optionNumber
    | PACK_KEYS '='? ternaryOption
    | STATS_AUTO_RECALC '='? ternaryOption
    | STATS_PERSISTENT '='? ternaryOption
    | STATS_SAMPLE_PAGES '='? ( optionNumber | DEFAULT )
    | INSERT_METHOD '='? ( NO | FIRST | LAST )
    | UNION '='? '(' ( tableRef ( ',' tableRef )* )? ')'
    | PASSWORD '='? textString
    | CONNECTION '='? textString
    | COMPRESSION '='? textString
    | ENCRYPTION '='? textString
    | DATA DIRECTORY '='? fileNameText
    | INDEX DIRECTORY '='? fileNameText
    | TABLESPACE '='? tablespaceRef
    | STORAGE ( DISK | MEMORY )
    | /* 8.0.13.. */ SECONDARY_ENGINE '='? ( NULL | engineName )
    | /* 8.0.21.. */ ENGINE_ATTRIBUTE '='? textString
    | /* 8.0.21.. */ SECONDARY_ENGINE_ATTRIBUTE '='? textString
    | /* 8.0.22.. */ START TRANSACTION
    | /* 8.0.23.. */ AUTOEXTEND_SIZE '='? sizeNumber
    ;

characterSetDefault
    : ( CHARACTER SET | CHAR SET | CHARSET ) '='? charsetName
    ;

ternaryOption
    : optionNumber
    | DEFAULT
    ;

// Partitions

partitionClause
    : PARTITION BY LINEAR? HASH '(' bitExpression ')' ( PARTITIONS countNumber )? hashPartitionList?
    | PARTITION BY LINEAR? KEY partitionKeyAlgorithm? '(' ( partitionColumnRef ( ',' partitionColumnRef )* )? ')' ( PARTITIONS countNumber )? hashPartitionList?
    | PARTITION BY RANGE '(' bitExpression ')' ( PARTITIONS countNumber )? subpartitionClause? rangePartitionList
    | PARTITION BY RANGE COLUMNS '(' partitionColumnRef ( ',' partitionColumnRef )* ')' ( PARTITIONS countNumber )? subpartitionClause? rangePartitionList
    | PARTITION BY LIST '(' bitExpression ')' ( PARTITIONS countNumber )? subpartitionClause? listPartitionList
    | PARTITION BY LIST COLUMNS '(' partitionColumnRef ( ',' partitionColumnRef )* ')' ( PARTITIONS countNumber )? subpartitionClause? listPartitionList
    ;

hashPartitionList
    : '(' hashPartition ( ',' hashPartition )* ')'
    ;

hashPartition
    : PARTITION newPartitionName partitionOption*
    ;

rangePartitionList
    : '(' rangePartition ( ',' rangePartition )* ')'
    ;

rangePartition
    : PARTITION newPartitionName rangePartitionValues partitionOption* subpartitionList?
    ;

rangePartitionValues
    : VALUES LESS THAN MAXVALUE
    | VALUES LESS THAN partitionValueTuple
    ;

listPartitionList
    : '(' listPartition ( ',' listPartition )* ')'
    ;

listPartition
    : PARTITION newPartitionName listPartitionValues partitionOption* subpartitionList?
    ;

listPartitionValues
    : VALUES IN '(' listPartitionTuple ( ',' listPartitionTuple )* ')'
    | VALUES IN '(' bitExpression ( ',' bitExpression )* ')'
    ;

// the values of several columns
listPartitionTuple
    : '(' bitExpression ( ',' bitExpression )+ ')'
    ;

subpartitionList
    : '(' subpartitionDefinition ( ',' subpartitionDefinition )* ')'
    ;

partitionKeyAlgorithm
    : ALGORITHM '=' INT_NUMBER
    ;

subpartitionClause
    : SUBPARTITION BY LINEAR? HASH '(' bitExpression ')' ( SUBPARTITIONS countNumber )?
    | SUBPARTITION BY LINEAR? KEY partitionKeyAlgorithm? '(' partitionColumnRef ( ',' partitionColumnRef )* ')' ( SUBPARTITIONS countNumber )?
    ;

partitionDefinitionList
    : '(' partitionDefinition ( ',' partitionDefinition )* ')'
    ;

// how a table is partitioned is not seen where partitions are added
partitionDefinition
    : hashPartition
    | rangePartition
    | listPartition
    ;

partitionValueTuple
    : '(' partitionValue ( ',' partitionValue )* ')'
    ;

partitionValue
    : bitExpression
    | MAXVALUE
    ;

subpartitionDefinition
    : SUBPARTITION newSubpartitionName partitionOption*
    ;

partitionOption
    : STORAGE? ENGINE '='? engineName
    | COMMENT '='? commentText
    | DATA DIRECTORY '='? fileNameText
    | INDEX DIRECTORY '='? fileNameText
    | MAX_ROWS '='? optionNumber
    | MIN_ROWS '='? optionNumber
    | NODEGROUP '='? countNumber
    | TABLESPACE '='? tablespaceRef
    ;

// ALTER TABLE

alterTableStatement
    : ALTER ( /* ..5.7.1 */ IGNORE )? TABLE tableRef alterTableActions?
    ;

alterTableActions
    : alterTableAction ( ',' alterTableAction )* ( ',' alterOrderBy )? ( partitionClause | REMOVE PARTITIONING )?
    | alterOrderBy ( partitionClause | REMOVE PARTITIONING )?
    | ( alterTableModifier ',' )* alterPartitionAction
    | partitionClause
    | REMOVE PARTITIONING
    ;

alterTableAction
    : ADD COLUMN? newColumnName fieldDefinition referencesClause? columnPosition?
    | ADD COLUMN? '(' tableElement ( ',' tableElement )* ')'
    | ADD tableConstraintDefinition
    | ADD indexDefinition
    | CHANGE COLUMN? alterColumnRef newColumnName fieldDefinition columnPosition?
    | MODIFY COLUMN? alterColumnRef fieldDefinition columnPosition?
    | DROP COLUMN? alterColumnRef ( RESTRICT | CASCADE )?
    | DROP FOREIGN KEY constraintRef
    | DROP PRIMARY KEY
    | DROP ( INDEX | KEY ) indexRef
    | /* 8.0.16.. */ DROP CHECK constraintRef
    | /* 8.0.19.. */ DROP CONSTRAINT constraintRef
    | DISABLE KEYS
    | ENABLE KEYS
    | ALTER COLUMN? alterColumnRef SET DEFAULT alterDefaultValue
    | ALTER COLUMN? alterColumnRef DROP DEFAULT
    | /* 8.0.23.. */ ALTER COLUMN? alterColumnRef SET ( VISIBLE | INVISIBLE )
    | /* 8.0.0.. */ ALTER INDEX indexRef ( VISIBLE | INVISIBLE )
    | /* 8.0.16.. */ ALTER CHECK constraintRef constraintEnforcement
    | /* 8.0.19.. */ ALTER CONSTRAINT constraintRef constraintEnforcement
    | /* 8.0.3.. */ RENAME COLUMN alterColumnRef TO newColumnName
    | RENAME ( INDEX | KEY ) indexRef TO newIndexName
    | RENAME ( TO | AS | '=' )? newTableName
    | CONVERT TO characterSetOrDefault ( COLLATE collationOrBinary )?
    | FORCE
    | alterTableModifier
    | tableOption+
    ;

alterTableModifier
    : algorithmOption
    | lockOption
    | ( WITH | WITHOUT ) VALIDATION
    ;

alterAlgorithm
    : DEFAULT
    | INPLACE
    | COPY
    | /* 8.0.12.. */ INSTANT
    ;

alterLock
    : DEFAULT
    | NONE
    | SHARED
    | EXCLUSIVE
    ;

alterDefaultValue
    : signedLiteral
    | /* 8.0.13.. */ '(' expression ')'
    ;

characterSetOrDefault
    : ( CHARACTER SET | CHAR SET | CHARSET ) ( DEFAULT | charsetName )
    ;

columnPosition
    : FIRST
    | AFTER alterColumnRef
    ;

// comes last: a comma goes on with the columns
alterOrderBy
    : ORDER BY alterOrderItem ( ',' alterOrderItem )*
    ;

alterOrderItem
    : columnRef orderDirection?
    ;

// what stands alone in an ALTER TABLE
alterPartitionAction
    : ADD PARTITION NO_WRITE_TO_BINLOG? ( partitionDefinitionList | PARTITIONS countNumber )
    | DROP PARTITION partitionRef ( ',' partitionRef )*
    | REBUILD PARTITION NO_WRITE_TO_BINLOG? partitionRefsOrAll
    | OPTIMIZE PARTITION NO_WRITE_TO_BINLOG? partitionRefsOrAll
    | ANALYZE PARTITION NO_WRITE_TO_BINLOG? partitionRefsOrAll
    | CHECK PARTITION partitionRefsOrAll checkOption*
    | REPAIR PARTITION NO_WRITE_TO_BINLOG? partitionRefsOrAll repairOption*
    | COALESCE PARTITION NO_WRITE_TO_BINLOG? countNumber
    | TRUNCATE PARTITION partitionRefsOrAll
    | REORGANIZE PARTITION NO_WRITE_TO_BINLOG? ( partitionRef ( ',' partitionRef )* INTO partitionDefinitionList )?
    | EXCHANGE PARTITION partitionRef WITH TABLE tableRef ( ( WITH | WITHOUT ) VALIDATION )?
    | DISCARD PARTITION partitionRefsOrAll TABLESPACE
    | IMPORT PARTITION partitionRefsOrAll TABLESPACE
    | DISCARD TABLESPACE
    | IMPORT TABLESPACE
    | /* 8.0.13.. */ SECONDARY_LOAD ( /* 8.1.0.. */ partitionSelection )?
    | /* 8.0.13.. */ SECONDARY_UNLOAD ( /* 8.1.0.. */ partitionSelection )?
    | /* ..8.0.1 */ UPGRADE PARTITIONING
    ;

partitionRefsOrAll
    : ALL
    | partitionRef ( ',' partitionRef )*
    ;

// Indexes

createIndexStatement
    : CREATE UNIQUE? INDEX newIndexName indexType? ON tableRef '(' keyPart ( ',' keyPart )* ')' indexOption* onlineOptions?
    | CREATE FULLTEXT INDEX newIndexName ON tableRef '(' keyPart ( ',' keyPart )* ')' fulltextIndexOption* onlineOptions?
    | CREATE SPATIAL INDEX newIndexName ON tableRef '(' keyPart ( ',' keyPart )* ')' commonIndexOption* onlineOptions?
    ;

onlineOptions
    : algorithmOption lockOption?
    | lockOption algorithmOption?
    ;

algorithmOption
    : ALGORITHM '='? alterAlgorithm
    ;

lockOption
    : LOCK '='? alterLock
    ;

dropIndexStatement
    : DROP INDEX indexRef ON tableRef onlineOptions?
    ;

// Whole tables

dropTableStatement
    : DROP TEMPORARY? ( TABLE | TABLES ) ( IF EXISTS )? tableRef ( ',' tableRef )* ( RESTRICT | CASCADE )?
    ;

truncateStatement
    : TRUNCATE TABLE? tableRef
    ;

renameTableStatement
    : RENAME ( TABLE | TABLES ) tableRename ( ',' tableRename )*
    ;

tableRename
    : tableRef TO newTableName
    ;

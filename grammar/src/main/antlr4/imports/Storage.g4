/**
 * What lies below and beside tables: tablespaces, logfile groups, instances, servers, resource groups, spatial reference
 * systems, plugins, components.
 */
parser grammar Storage;

createTablespaceStatement
    : CREATE TABLESPACE newTablespaceName ADD DATAFILE fileNameText ( USE LOGFILE GROUP logfileGroupRef )? tablespaceOptions?
    | /* 8.0.14.. */ CREATE TABLESPACE newTablespaceName ( USE LOGFILE GROUP logfileGroupRef )? tablespaceOptions?
    | /* 8.0.14.. */ CREATE UNDO TABLESPACE newTablespaceName ADD DATAFILE fileNameText tablespaceEngine?
    ;

tablespaceOptions
    : tablespaceOption ( ','? tablespaceOption )*
    ;

tablespaceOption
    : FILE_BLOCK_SIZE '='? sizeNumber
    | INITIAL_SIZE '='? sizeNumber
    | AUTOEXTEND_SIZE '='? sizeNumber
    | MAX_SIZE '='? sizeNumber
    | EXTENT_SIZE '='? sizeNumber
    | NODEGROUP '='? countNumber
    | WAIT
    | NO_WAIT
    | COMMENT '='? commentText
    | /* 8.0.13.. */ ENCRYPTION '='? textString
    | tablespaceEngine
    | /* 8.0.21.. */ ENGINE_ATTRIBUTE '='? textString
    ;

tablespaceEngine
    : STORAGE? ENGINE '='? engineName
    ;

alterTablespaceStatement
    : ALTER TABLESPACE tablespaceRef ( ADD | DROP ) DATAFILE fileNameText datafileOptions?
    | /* 8.0.0.. */ ALTER TABLESPACE tablespaceRef RENAME TO newTablespaceName
    | /* 8.0.13.. */ ALTER TABLESPACE tablespaceRef alteredTablespaceOption ( ','? alteredTablespaceOption )*
    | /* 8.0.14.. */ ALTER UNDO TABLESPACE tablespaceRef SET ( ACTIVE | INACTIVE ) tablespaceEngine?
    ;

datafileOptions
    : datafileOption ( ','? datafileOption )*
    ;

datafileOption
    : INITIAL_SIZE '='? sizeNumber
    | AUTOEXTEND_SIZE '='? sizeNumber
    | MAX_SIZE '='? sizeNumber
    | WAIT
    | NO_WAIT
    | tablespaceEngine
    ;

alteredTablespaceOption
    : INITIAL_SIZE '='? sizeNumber
    | AUTOEXTEND_SIZE '='? sizeNumber
    | MAX_SIZE '='? sizeNumber
    | WAIT
    | NO_WAIT
    | ENCRYPTION '='? textString
    | tablespaceEngine
    | /* 8.0.21.. */ ENGINE_ATTRIBUTE '='? textString
    ;

dropOptions
    : dropOption ( ','? dropOption )*
    ;

dropOption
    : WAIT
    | NO_WAIT
    | tablespaceEngine
    ;

dropTablespaceStatement
    : DROP TABLESPACE tablespaceRef dropOptions?
    | /* 8.0.14.. */ DROP UNDO TABLESPACE tablespaceRef tablespaceEngine?
    ;

createLogfileGroupStatement
    : CREATE LOGFILE GROUP newLogfileGroupName ADD UNDOFILE fileNameText logfileGroupOptions?
    ;

alterLogfileGroupStatement
    : ALTER LOGFILE GROUP logfileGroupRef ADD UNDOFILE fileNameText alteredLogfileGroupOptions?
    ;

dropLogfileGroupStatement
    : DROP LOGFILE GROUP logfileGroupRef dropOptions?
    ;

alteredLogfileGroupOptions
    : alteredLogfileGroupOption ( ','? alteredLogfileGroupOption )*
    ;

alteredLogfileGroupOption
    : INITIAL_SIZE '='? sizeNumber
    | WAIT
    | NO_WAIT
    | tablespaceEngine
    ;

logfileGroupOptions
    : logfileGroupOption ( ','? logfileGroupOption )*
    ;

logfileGroupOption
    : INITIAL_SIZE '='? sizeNumber
    | UNDO_BUFFER_SIZE '='? sizeNumber
    | REDO_BUFFER_SIZE '='? sizeNumber
    | NODEGROUP '='? countNumber
    | WAIT
    | NO_WAIT
    | COMMENT '='? commentText
    | tablespaceEngine
    ;

alterInstanceStatement
    : ALTER INSTANCE ROTATE INNODB MASTER KEY
    | /* 8.0.16.. */ ALTER INSTANCE ROTATE BINLOG MASTER KEY
    | /* 8.0.16.. */ ALTER INSTANCE RELOAD TLS ( FOR CHANNEL identifier )? ( NO ROLLBACK ON ERROR )?
    | /* 8.0.21.. */ ALTER INSTANCE ( ENABLE | DISABLE ) INNODB REDO_LOG
    | /* 8.0.24.. */ ALTER INSTANCE RELOAD KEYRING
    ;

// Servers of FEDERATED tables

createServerStatement
    : CREATE SERVER newServerName FOREIGN DATA WRAPPER wrapperName OPTIONS '(' serverOption ( ',' serverOption )* ')'
    ;

alterServerStatement
    : ALTER SERVER serverRef OPTIONS '(' serverOption ( ',' serverOption )* ')'
    ;

serverOption
    : USER textString
    | HOST textString
    | DATABASE textString
    | OWNER textString
    | PASSWORD textString
    | SOCKET textString
    | PORT optionNumber
    ;

dropServerStatement
    : DROP SERVER ( IF EXISTS )? serverRef
    ;

// Resource groups

createResourceGroupStatement
    : /* 8.0.3.. */ CREATE RESOURCE GROUP newResourceGroupName TYPE '='? ( USER | SYSTEM ) resourceGroupCpus? threadPriority? ( ENABLE | DISABLE )?
    ;

alterResourceGroupStatement
    : /* 8.0.3.. */ ALTER RESOURCE GROUP resourceGroupRef resourceGroupCpus? threadPriority? ( ENABLE | DISABLE )? FORCE?
    ;

resourceGroupCpus
    : VCPU '='? cpuRange ( ','? cpuRange )*
    ;

cpuRange
    : INT_NUMBER ( '-' INT_NUMBER )?
    ;

threadPriority
    : THREAD_PRIORITY '='? signedInteger
    ;

setResourceGroupStatement
    : /* 8.0.3.. */ SET RESOURCE GROUP resourceGroupRef ( FOR INT_NUMBER ( ','? INT_NUMBER )* )?
    ;

dropResourceGroupStatement
    : /* 8.0.3.. */ DROP RESOURCE GROUP resourceGroupRef FORCE?
    ;

// Spatial reference systems

createSpatialReferenceSystemStatement
    : /* 8.0.1.. */ CREATE OR REPLACE SPATIAL REFERENCE SYSTEM srid spatialReferenceSystemAttribute*
    | /* 8.0.1.. */ CREATE SPATIAL REFERENCE SYSTEM ( IF not EXISTS )? srid spatialReferenceSystemAttribute*
    ;

spatialReferenceSystemAttribute
    : NAME textString
    | DEFINITION textString
    | DESCRIPTION textString
    | ORGANIZATION textString IDENTIFIED BY srid
    ;

dropSpatialReferenceSystemStatement
    : /* 8.0.1.. */ DROP SPATIAL REFERENCE SYSTEM ( IF EXISTS )? srid
    ;

// Plugins, components

installStatement
    : INSTALL PLUGIN pluginName SONAME fileNameText
    | /* 8.0.0.. */ INSTALL COMPONENT componentName ( ',' componentName )* ( /* 8.0.33.. */ installSet )?
    ;

installSet
    : SET installAssignment ( ',' installAssignment )*
    ;

installAssignment
    : ( GLOBAL | PERSIST )? systemVariableName ( '=' | ':=' ) ( expression | ON )
    ;

uninstallStatement
    : UNINSTALL PLUGIN pluginName
    | /* 8.0.0.. */ UNINSTALL COMPONENT componentName ( ',' componentName )*
    ;

/**
 * Accounts, roles, privileges, passwords.
 */
parser grammar Accounts;

createUserStatement
    : CREATE USER ( IF not EXISTS )? createUser ( ',' createUser )* ( /* 8.0.0.. */ DEFAULT ROLE roleRef ( ',' roleRef )* )? requireClause? resourceClause? accountOption* ( /* 8.0.21.. */ userAttribute )?
    ;

createUser
    : newUserName authentication?
    | /* 8.0.27.. */ newUserName authentication? AND authentication ( AND authentication )?
    | /* 8.0.27.. */ newUserName IDENTIFIED WITH authenticationPlugin INITIAL AUTHENTICATION initialAuthentication
    ;

authentication
    : IDENTIFIED BY passwordText
    | /* ..8.0.11 */ IDENTIFIED BY PASSWORD passwordText
    | /* 8.0.18.. */ IDENTIFIED BY RANDOM PASSWORD
    | IDENTIFIED WITH authenticationPlugin ( BY passwordText | AS passwordText | /* 8.0.17.. */ AS HEX_NUMBER )?
    | /* 8.0.18.. */ IDENTIFIED WITH authenticationPlugin BY RANDOM PASSWORD
    ;

authenticationPlugin
    : identifier
    | STRING
    ;

initialAuthentication
    : IDENTIFIED BY RANDOM PASSWORD
    | IDENTIFIED BY passwordText
    | IDENTIFIED WITH authenticationPlugin AS passwordText
    ;

alterUserStatement
    : ALTER USER ( IF EXISTS )? USER '(' ')' ownPassword
    | ALTER USER ( IF EXISTS )? alterUser ( ',' alterUser )* requireClause? resourceClause? accountOption* ( /* 8.0.21.. */ userAttribute )?
    | /* 8.0.0.. */ ALTER USER ( IF EXISTS )? userRef DEFAULT ROLE ( ALL | NONE | roleRef ( ',' roleRef )* )
    | /* 8.0.27.. */ ALTER USER ( IF EXISTS )? userRef INT_NUMBER FACTOR factorRegistration
    ;

// of the account that asks
ownPassword
    : IDENTIFIED BY passwordText ( /* 8.0.13.. */ REPLACE passwordText )? ( /* 8.0.14.. */ RETAIN CURRENT PASSWORD )?
    | /* 8.0.18.. */ IDENTIFIED BY RANDOM PASSWORD ( REPLACE passwordText )? ( RETAIN CURRENT PASSWORD )?
    | /* 8.0.14.. */ DISCARD OLD PASSWORD
    | /* 8.0.27.. */ INT_NUMBER FACTOR factorRegistration
    ;

factorRegistration
    : INITIATE REGISTRATION
    | FINISH REGISTRATION SET CHALLENGE_RESPONSE AS passwordText
    | UNREGISTER
    ;

alterUser
    : userRef changedAuthentication?
    | /* 8.0.14.. */ userRef DISCARD OLD PASSWORD
    | /* 8.0.27.. */ userRef ADD INT_NUMBER FACTOR authentication ( ADD INT_NUMBER FACTOR authentication )?
    | /* 8.0.27.. */ userRef MODIFY INT_NUMBER FACTOR authentication ( MODIFY INT_NUMBER FACTOR authentication )?
    | /* 8.0.27.. */ userRef DROP INT_NUMBER FACTOR ( DROP INT_NUMBER FACTOR )?
    ;

changedAuthentication
    : IDENTIFIED BY passwordText ( /* 8.0.13.. */ REPLACE passwordText )? ( /* 8.0.14.. */ RETAIN CURRENT PASSWORD )?
    | /* 8.0.18.. */ IDENTIFIED BY RANDOM PASSWORD ( REPLACE passwordText )? ( RETAIN CURRENT PASSWORD )?
    | IDENTIFIED WITH authenticationPlugin
    | IDENTIFIED WITH authenticationPlugin BY passwordText ( /* 8.0.13.. */ REPLACE passwordText )? ( /* 8.0.14.. */ RETAIN CURRENT PASSWORD )?
    | IDENTIFIED WITH authenticationPlugin AS ( passwordText | /* 8.0.17.. */ HEX_NUMBER ) ( /* 8.0.14.. */ RETAIN CURRENT PASSWORD )?
    | /* 8.0.18.. */ IDENTIFIED WITH authenticationPlugin BY RANDOM PASSWORD ( RETAIN CURRENT PASSWORD )?
    ;

requireClause
    : REQUIRE ( NONE | SSL | X509 | tlsOption ( AND? tlsOption )* )
    ;

tlsOption
    : CIPHER textString
    | ISSUER textString
    | SUBJECT textString
    ;

resourceClause
    : WITH resourceOption+
    ;

resourceOption
    : MAX_QUERIES_PER_HOUR countNumber
    | MAX_UPDATES_PER_HOUR countNumber
    | MAX_CONNECTIONS_PER_HOUR countNumber
    | MAX_USER_CONNECTIONS countNumber
    ;

accountOption
    : ACCOUNT ( LOCK | UNLOCK )
    | PASSWORD EXPIRE ( DEFAULT | NEVER | INTERVAL countNumber DAY )?
    | /* 8.0.3.. */ PASSWORD HISTORY ( DEFAULT | countNumber )
    | /* 8.0.3.. */ PASSWORD REUSE INTERVAL ( DEFAULT | countNumber DAY )
    | /* 8.0.13.. */ PASSWORD REQUIRE CURRENT ( DEFAULT | OPTIONAL )?
    | /* 8.0.19.. */ FAILED_LOGIN_ATTEMPTS countNumber
    | /* 8.0.19.. */ PASSWORD_LOCK_TIME ( countNumber | UNBOUNDED )
    ;

userAttribute
    : COMMENT commentText
    | ATTRIBUTE textString
    ;

dropUserStatement
    : DROP USER ( IF EXISTS )? userRef ( ',' userRef )*
    ;

renameUserStatement
    : RENAME USER userRename ( ',' userRename )*
    ;

userRename
    : userRef TO newUserName
    ;

createRoleStatement
    : /* 8.0.0.. */ CREATE ROLE ( IF not EXISTS )? newRoleName ( ',' newRoleName )*
    ;

dropRoleStatement
    : /* 8.0.0.. */ DROP ROLE ( IF EXISTS )? roleRef ( ',' roleRef )*
    ;

setRoleStatement
    : /* 8.0.0.. */ SET ROLE ( DEFAULT | NONE | ALL ( EXCEPT roleRef ( ',' roleRef )* )? | roleRef ( ',' roleRef )* )
    ;

setDefaultRoleStatement
    : /* 8.0.0.. */ SET DEFAULT ROLE ( NONE | ALL | roleRef ( ',' roleRef )* ) TO roleUserRef ( ',' roleUserRef )*
    ;

setPasswordStatement
    : SET PASSWORD ( FOR userRef )? ( '=' | ':=' ) newPassword ( /* 8.0.13.. */ REPLACE passwordText )? ( /* 8.0.14.. */ RETAIN CURRENT PASSWORD )?
    | /* 8.0.18.. */ SET PASSWORD ( FOR userRef )? TO RANDOM ( REPLACE passwordText )? ( RETAIN CURRENT PASSWORD )?
    ;

newPassword
    : passwordText
    | /* ..8.0.11 */ PASSWORD '(' passwordText ')'
    ;

// Privileges

grantStatement
    : GRANT privileges ON privilegeLevel TO grantUser ( ',' grantUser )* ( /* ..8.0.11 */ requireClause )? grantOptions? ( /* 8.0.16.. */ grantAs )?
    | GRANT PROXY ON userRef TO grantUser ( ',' grantUser )* ( WITH GRANT OPTION )?
    | /* 8.0.0.. */ GRANT grantedRole ( ',' grantedRole )* TO userRef ( ',' userRef )* ( WITH ADMIN OPTION )?
    ;

grantUser
    : userRef ( /* ..8.0.11 */ authentication )?
    ;

grantOptions
    : WITH GRANT OPTION
    | /* ..8.0.11 */ WITH ( GRANT OPTION | resourceOption )+
    ;

grantAs
    : AS userRef ( WITH ROLE ( DEFAULT | NONE | ALL ( EXCEPT roleRef ( ',' roleRef )* )? | roleRef ( ',' roleRef )* ) )?
    ;

grantedRole
    : roleRef
    ;

privileges
    : privilege ( ',' privilege )*
    | ALL PRIVILEGES?
    ;

privilege
    : ( SELECT | INSERT | UPDATE | REFERENCES ) privilegeColumns?
    | DELETE
    | USAGE
    | INDEX
    | ALTER ROUTINE?
    | CREATE ( TEMPORARY TABLES | ROUTINE | VIEW | USER | TABLESPACE | /* 8.0.0.. */ ROLE )?
    | DROP ( /* 8.0.0.. */ ROLE )?
    | EXECUTE
    | RELOAD
    | SHUTDOWN
    | PROCESS
    | FILE
    | GRANT OPTION
    | SHOW DATABASES
    | SHOW VIEW
    | SUPER
    | LOCK TABLES
    | REPLICATION ( SLAVE | CLIENT )
    | EVENT
    | TRIGGER
    | /* 8.0.0.. */ dynamicPrivilege
    ;

dynamicPrivilege
    : roleIdentifier
    ;

privilegeColumns
    : '(' privilegeColumnRef ( ',' privilegeColumnRef )* ')'
    ;

privilegeLevel
    : '*'
    | '*' '.' '*'
    | databaseRef '.' '*'
    | TABLE? tableRef
    | FUNCTION routineRef
    | PROCEDURE routineRef
    | /* 9.2.0.. */ LIBRARY libraryRef
    ;

revokeStatement
    : REVOKE ( /* 8.0.30.. */ IF EXISTS )? privileges ON privilegeLevel FROM userRef ( ',' userRef )* ( /* 8.0.30.. */ ignoreUnknownUser )?
    | REVOKE ( /* 8.0.30.. */ IF EXISTS )? ALL PRIVILEGES? ',' GRANT OPTION FROM userRef ( ',' userRef )* ( /* 8.0.30.. */ ignoreUnknownUser )?
    | REVOKE ( /* 8.0.30.. */ IF EXISTS )? PROXY ON userRef FROM userRef ( ',' userRef )* ( /* 8.0.30.. */ ignoreUnknownUser )?
    | /* 8.0.0.. */ REVOKE ( /* 8.0.30.. */ IF EXISTS )? grantedRole ( ',' grantedRole )* FROM userRef ( ',' userRef )* ( /* 8.0.30.. */ ignoreUnknownUser )?
    ;

ignoreUnknownUser
    : IGNORE UNKNOWN USER
    ;

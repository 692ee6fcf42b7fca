# Queries whose answers can be compared: nothing of what comparability.txt calls no or doubt, but for what a session's settings
# and views bring. For campaigns with oracles of wrong results.
include queries
option query/limitClause 0
size single 100

function RAND off
function UUID off
function UUID_SHORT off
function RANDOM_BYTES off
function SLEEP off
function BENCHMARK off
function UNIX_TIMESTAMP off
function USER off
function CURRENT_ROLE off
function CONNECTION_ID off
function LAST_INSERT_ID off
function FOUND_ROWS off
function ROW_COUNT off
function DATABASE off
function SCHEMA off
function VERSION off
function ICU_VERSION off
function GET_LOCK off
function IS_FREE_LOCK off
function IS_USED_LOCK off
function RELEASE_LOCK off
function RELEASE_ALL_LOCKS off
function LOAD_FILE off
function ANY_VALUE off
function STATEMENT_DIGEST off
function STATEMENT_DIGEST_TEXT off

weight specialFunctionCall/NOW               0
weight specialFunctionCall/CURRENT_TIMESTAMP 0
weight specialFunctionCall/LOCALTIME         0
weight specialFunctionCall/LOCALTIMESTAMP    0
weight specialFunctionCall/SYSDATE           0
weight specialFunctionCall/CURDATE           0
weight specialFunctionCall/CURRENT_DATE      0
weight specialFunctionCall/CURTIME           0
weight specialFunctionCall/CURRENT_TIME      0
weight specialFunctionCall/UTC_DATE          0
weight specialFunctionCall/UTC_TIME          0
weight specialFunctionCall/UTC_TIMESTAMP     0
weight specialFunctionCall/CURRENT_USER      0
weight specialFunctionCall/SESSION_USER      0
weight specialFunctionCall/SYSTEM_USER       0

weight simpleExpression/userVariable           0
weight simpleExpression/userVariableAssignment 0
weight simpleExpression/systemVariable         0

weight aggregateFunction/GROUP_CONCAT    0
weight aggregateFunction/JSON_ARRAYAGG   0
weight aggregateFunction/JSON_OBJECTAGG  0
weight aggregateFunction/ST_COLLECT      0
weight windowFunctionCall/ROW_NUMBER     0
weight windowFunctionCall/NTILE          0
weight windowFunctionCall/LEAD           0
weight windowFunctionCall/LAG            0
weight windowFunctionCall/FIRST_VALUE    0
weight windowFunctionCall/LAST_VALUE     0
weight windowFunctionCall/NTH_VALUE      0
weight frameClause//ROWS                 0

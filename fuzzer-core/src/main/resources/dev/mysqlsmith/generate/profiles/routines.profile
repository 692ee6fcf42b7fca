# Stored programs: functions, procedures, triggers and events that come and go, and what runs them.

include default

size tables  4
size inserts 4

weight statement/*                        0
weight statement/createTableStatement     0.5
weight statement/createFunctionStatement  5
weight statement/createProcedureStatement 6
weight statement/createTriggerStatement   5
weight statement/createEventStatement     2
weight statement/alterRoutineStatement    1
weight statement/alterEventStatement      1.5
weight statement/dropRoutineStatement     4
weight statement/dropTriggerStatement     3
weight statement/dropEventStatement       1
weight statement/callStatement            16
weight statement/selectStatement          12
weight statement/insertStatement          14
weight statement/replaceStatement         3
weight statement/updateStatement          9
weight statement/deleteStatement          5
weight statement/doStatement              3
weight statement/setStatement             1.5
weight statement/prepareStatement         1.5
weight statement/executeStatement         3
weight statement/deallocateStatement      0.5
weight statement/explainStatement         1
weight statement/showStatement            2
weight statement/signalStatement          0.5
weight statement/resignalStatement        0.5
weight statement/getDiagnosticsStatement  1
weight statement/alterTableStatement      0.5
weight statement/truncateStatement        0.2
weight statement/startTransactionStatement 0.5
weight statement/commitStatement          0.5
weight statement/rollbackStatement        0.3

weight bodyStatement/statement            5
weight simpleExpression/functionCall      10
weight showStatement/CREATE               4

# Transactions of all kinds, locks, cursors outside of programs, and changes of rows inside them.

include default

size tables  4
size inserts 4

weight statement/*                        0
weight statement/createTableStatement     0.3
weight statement/selectStatement          20
weight statement/insertStatement          14
weight statement/replaceStatement         4
weight statement/updateStatement          12
weight statement/deleteStatement          6
weight statement/startTransactionStatement 8
weight statement/beginStatement           2
weight statement/commitStatement          4
weight statement/rollbackStatement        6
weight statement/savepointStatement       8
weight statement/releaseSavepointStatement 2
weight statement/setTransactionStatement  3
weight statement/lockTablesStatement      3
weight statement/unlockTablesStatement    1
weight statement/xaStatement              6
weight statement/handlerStatement         10
weight statement/prepareStatement         2
weight statement/executeStatement         4
weight statement/deallocateStatement      0.5
weight statement/setStatement             2
weight statement/createTriggerStatement   0.5
weight statement/dropTriggerStatement     0.2
weight statement/createIndexStatement     0.5
weight statement/alterTableStatement      1
weight statement/truncateStatement        0.3
weight statement/checksumTableStatement   0.3

weight rollbackStatement/savepointRef     3
option query/lockingClauses               0.25
option transactionEnd/NO                  0.1

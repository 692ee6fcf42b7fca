# What a server is not sent, whatever a profile weighs, unless the profile says: allow RULE/SYMBOL
# (the same words as here), or allow */* for all of it.

# ends the server, or connections, ours too
weight statement/shutdownStatement                0
weight statement/restartStatement                 0
weight statement/killStatement                    0
weight transactionEnd/RELEASE                     0

# outlives the round: settings, accounts, plugins, other servers
weight variableScope/PERSIST                      0
weight variableScope/PERSIST_ONLY                 0
weight statement/cloneStatement                   0
weight statement/installStatement                 0
weight statement/uninstallStatement               0
weight statement/createLoadableFunctionStatement  0
weight statement/alterInstanceStatement           0
weight statement/createUserStatement              0
weight statement/alterUserStatement               0
weight statement/dropUserStatement                0
weight statement/renameUserStatement              0
weight statement/createRoleStatement              0
weight statement/dropRoleStatement                0
weight statement/grantStatement                   0
weight statement/revokeStatement                  0
weight statement/setPasswordStatement             0
weight statement/setDefaultRoleStatement          0
weight statement/createServerStatement            0
weight statement/alterServerStatement             0
weight statement/dropServerStatement              0
weight statement/createResourceGroupStatement     0
weight statement/alterResourceGroupStatement      0
weight statement/dropResourceGroupStatement       0
weight statement/setResourceGroupStatement        0
weight statement/createSpatialReferenceSystemStatement 0
weight statement/dropSpatialReferenceSystemStatement   0
weight statement/createTablespaceStatement        0
weight statement/alterTablespaceStatement         0
weight statement/dropTablespaceStatement          0
weight statement/createLogfileGroupStatement      0
weight statement/alterLogfileGroupStatement       0
weight statement/dropLogfileGroupStatement        0

# reads or writes files of the server's machine
weight statement/loadStatement                    0
weight statement/importTableStatement             0
weight intoClause/OUTFILE                         0
weight intoClause/DUMPFILE                        0

# replication, and locks that other sessions wait for
weight statement/changeReplicationSourceStatement 0
weight statement/changeMasterStatement            0
weight statement/changeReplicationFilterStatement 0
weight statement/startReplicaStatement            0
weight statement/stopReplicaStatement             0
weight statement/startGroupReplicationStatement   0
weight statement/stopGroupReplicationStatement    0
weight statement/purgeLogsStatement               0
weight statement/resetStatement                   0
weight statement/binlogStatement                  0
weight statement/flushStatement                   0

// Least privilege: what each adapter of functions/Azure does, and nothing more. Built-in roles by their published ids.
param appPrincipalId string
param hostStorageName string
param recordsName string
param sealedContainers array
param openContainers array
param busName string
param vaultName string
param keyNames array
param dataKeyName string
param insightsName string
param communicationName string

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  busReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  busSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  emailOwner: '09976791-48a7-449e-bb21-39d1a415f350'
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: hostStorageName }
resource records 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: recordsName

  resource blobs 'blobServices' existing = { name: 'default' }
}
resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = { name: busName }
resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: vaultName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }
resource communication 'Microsoft.Communication/communicationServices@2025-09-01' existing = { name: communicationName }

resource sealed 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = [for container in sealedContainers: {
  parent: records::blobs
  name: container
}]

resource opened 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' existing = [for container in openContainers: {
  parent: records::blobs
  name: container
}]

resource keys 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = [for key in keyNames: {
  parent: vault
  name: key
}]

resource dataKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' existing = {
  parent: vault
  name: dataKeyName
}

// The host: package, leases and timer marks (blobs), diagnostic events (tables).
resource onHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [roles.blobOwner, roles.tableContributor]: {
  name: guid(host.id, appPrincipalId, role)
  scope: host
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// TableStorageTables and BlobStorageBlobs.
resource onRecords 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [roles.blobContributor, roles.tableContributor]: {
  name: guid(records.id, appPrincipalId, role)
  scope: records
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// BlobStorageBlobs.SealAsync. The only built-in role that may set a retention date is Storage Blob Data Owner, which may do far more.
resource sealer 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'record-sealer')
  properties: {
    roleName: 'Record sealer ${uniqueString(resourceGroup().id)}'
    description: 'Sets the day until which a blob can be neither changed nor deleted.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/immutableStorage/runAsSuperUser/action']
        notDataActions: []
      }
    ]
  }
}

resource onSealed 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in sealedContainers: {
  name: guid(sealed[i].id, appPrincipalId, sealer.id)
  scope: sealed[i]
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: sealer.id }
}]

// DefenderVerdicts. Storage Blob Data Contributor may not read index tags.
resource tagReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'verdict-reader')
  properties: {
    roleName: 'Verdict reader ${uniqueString(resourceGroup().id)}'
    description: 'Reads the index tags of a blob, where the malware scanner writes its verdict.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/read']
        notDataActions: []
      }
    ]
  }
}

resource onOpened 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in openContainers: {
  name: guid(opened[i].id, appPrincipalId, tagReader.id)
  scope: opened[i]
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: tagReader.id }
}]

// ServiceBusQueueSender, ServiceBusDeadLetters and the triggers.
resource onBus 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [roles.busReceiver, roles.busSender]: {
  name: guid(bus.id, appPrincipalId, role)
  scope: bus
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// The scale controller asks how long a queue is; Data Receiver may not, and without an answer scaling silently falls back to peeking.
resource lengthReader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'queue-length-reader')
  properties: {
    roleName: 'Queue length reader ${uniqueString(resourceGroup().id)}'
    description: 'Reads the properties of queues, so that the Functions scale controller sees their length.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ actions: ['Microsoft.ServiceBus/namespaces/*/read'], notActions: [], dataActions: [], notDataActions: [] }]
  }
}

resource lengthReaderOnBus 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(bus.id, appPrincipalId, lengthReader.id)
  scope: bus
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: lengthReader.id }
}

// The key of KeyedHashes and what is shared with the gateways for messages and records: the vault holds no other secrets, so it is no wider a scope than they are.
resource onSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, appPrincipalId, roles.secretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
  }
}

// KeyVaultSigningKeys: each key by itself, never the vault. Key Vault Crypto User would also back a key up, disable it and decrypt with it.
resource signer 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'key-signer')
  properties: {
    roleName: 'Key signer ${uniqueString(resourceGroup().id)}'
    description: 'Shows the public half of a key and signs digests with it.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: ['Microsoft.KeyVault/vaults/keys/read', 'Microsoft.KeyVault/vaults/keys/sign/action']
        notDataActions: []
      }
    ]
  }
}

resource onKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (key, i) in keyNames: {
  name: guid(keys[i].id, appPrincipalId, signer.id)
  scope: keys[i]
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: signer.id }
}]

// KeyVaultDataKey: the one key it wraps with. The built-in Key Vault Crypto Service Encryption User has two actions of Event Grid besides.
resource wrapper 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'key-wrapper')
  properties: {
    roleName: 'Key wrapper ${uniqueString(resourceGroup().id)}'
    description: 'Shows the public half of a key, and wraps and unwraps other keys with it.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: ['Microsoft.KeyVault/vaults/keys/read', 'Microsoft.KeyVault/vaults/keys/wrap/action', 'Microsoft.KeyVault/vaults/keys/unwrap/action']
        notDataActions: []
      }
    ]
  }
}

resource onDataKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataKey.id, appPrincipalId, wrapper.id)
  scope: dataKey
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: wrapper.id }
}

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, roles.metricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}

// There is no built-in role that may only send.
resource onCommunication 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, appPrincipalId, roles.emailOwner)
  scope: communication
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.emailOwner)
  }
}

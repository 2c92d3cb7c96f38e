// The queues as functions/Platform/Messages/Queues.cs promises them. Sessions and duplicate detection can be chosen only when a queue is made.
param name string
param location string
param tags object

@description('Premium: private endpoints, zones, steady latency. Standard: shared, paid per operation.')
param premium bool

param vnetEnabled bool
param workspaceId string

var queues = [
  { name: 'dossier-events', sessions: true }
  { name: 'documents-to-check', sessions: false }
  { name: 'papers-to-keep', sessions: false }
  { name: 'records-to-read', sessions: false }
  { name: 'results-to-sign', sessions: true }
  { name: 'notifications', sessions: false }
  { name: 'portal-sync', sessions: true }
  { name: 'portal-files', sessions: false }
  { name: 'payments', sessions: false }
  { name: 'linked-cases', sessions: true }
]

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: premium ? { name: 'Premium', tier: 'Premium', capacity: 1 } : { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: vnetEnabled ? 'Disabled' : 'Enabled'
  }
}

resource all 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [for queue in queues: {
  parent: bus
  name: queue.name
  properties: {
    requiresSession: queue.sessions
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    deadLetteringOnMessageExpiration: true
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 5120
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: bus
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: concat(
      [{ category: 'OperationalLogs', enabled: true }],
      premium ? [{ category: 'RuntimeAuditLogs', enabled: true }] : [])
  }
}

output name string = bus.name

// The records of the office: tables of dossiers, papers, signed results, audit seals.
@minLength(3)
param name string
param location string
param tags object
param sku string
param vnetEnabled bool

@description('Retention every result and seal is born with; the product extends it blob by blob.')
param sealDays int

@description('Ceiling of malware scanning.')
param scanGbPerMonth int

param workspaceId string

var tableNames = ['Dossiers', 'Requests', 'Serials', 'Lists', 'Uploads', 'Wallet', 'Drafts', 'Reference', 'RateLimits', 'Statistics', 'Sessions', 'Payments', 'Archive']
var openContainers = ['papers', 'archive', 'data-keys']
var sealedContainers = ['results', 'audit-seals', 'statistics']
// Where an erasure deletes (DossierErasure): what is deleted or replaced there is gone only with the versions before. A signed result's cannot go before its
// seal ends. Papers are older than two years by then, and go with the rule for those.
var erasedFrom = ['data-keys', 'results', 'archive']
var boundScans = 'papers/bound/' // BoundScans.Shelf: made when somebody asks, fetched by a link within minutes.

// The archive tier does not exist on zone-redundant accounts.
var hasArchive = contains(['Standard_LRS', 'Standard_GRS', 'Standard_RAGRS'], sku)

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: take(name, 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: vnetEnabled ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: vnetEnabled ? 'Deny' : 'Allow', bypass: 'None' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: storage
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: { enabled: true }
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    // A page of the office that follows a download link here comes from another origin. The link alone opens a blob, whoever asks.
    cors: {
      corsRules: [
        {
          allowedOrigins: ['*']
          allowedMethods: ['GET']
          allowedHeaders: ['*']
          exposedHeaders: ['Content-Disposition', 'Content-Range', 'ETag']
          maxAgeInSeconds: 3600
        }
      ]
    }
  }
}

resource opened 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for container in openContainers: {
  parent: blobs
  name: container
  properties: { publicAccess: 'None' }
}]

// Write once, read many, version by version; can be chosen only when a container is made.
resource sealed 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = [for container in sealedContainers: {
  parent: blobs
  name: container
  properties: { publicAccess: 'None', immutableStorageWithVersioning: { enabled: true } }
}]

// Made unlocked. Locking a container's own policy is a deliberate act, done once by hand (README.md, Sealing).
resource seals 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-01-01' = [for (container, i) in sealedContainers: {
  parent: sealed[i]
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: sealDays, allowProtectedAppendWrites: false }
}]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: storage
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = [for table in tableNames: {
  parent: tableService
  name: table
}]

// What citizens may still ask for stays readable at once: cool, then cold. Only versions nobody opens go further.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-01-01' = {
  parent: storage
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'cool-finished-records'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: map(concat(openContainers, sealedContainers), container => '${container}/') }
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: 90 }
                tierToCold: { daysAfterModificationGreaterThan: 365 }
              }
              version: hasArchive
                ? { tierToArchive: { daysAfterCreationGreaterThan: 90 } }
                : { tierToCold: { daysAfterCreationGreaterThan: 90 } }
            }
          }
        }
        {
          name: 'forget-replaced-papers'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: map(openContainers, container => '${container}/') }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 730 } } }
          }
        }
        {
          name: 'forget-erased'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: map(erasedFrom, container => '${container}/') }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 30 } } }
          }
        }
        {
          name: 'forget-bound-scans'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: [boundScans] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: 1 } }
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
            }
          }
        }
      ]
    }
  }
  dependsOn: [blobs]
}

resource malware 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  scope: storage
  name: 'current'
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      blobScanResultsOptions: 'blobIndexTags' // Where DefenderVerdicts.cs reads them.
      onUpload: {
        isEnabled: true
        capGBPerMonth: scanGbPerMonth
        filters: { excludeBlobsWithPrefix: concat(map(sealedContainers, container => '${container}/'), [boundScans]) } // Made by the office itself.
      }
    }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageRead', enabled: true } // Among them who used a link, and from where.
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tableService
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

output name string = storage.name
output sealedContainers array = sealedContainers
output openContainers array = openContainers

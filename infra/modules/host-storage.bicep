// What the Functions host keeps for itself: the package, leases and timer marks. Nothing of the office; no immutability, so it can be replaced.
@minLength(3)
param name string
param location string
param tags object
param sku string
param vnetEnabled bool

var packageContainer = 'app-package'

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: take(name, 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: vnetEnabled ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: vnetEnabled ? 'Deny' : 'Allow', bypass: 'None' }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: { deleteRetentionPolicy: { enabled: true, days: 7 } }

    resource package 'containers' = { name: packageContainer }
  }
}

output name string = storage.name
output packageContainer string = packageContainer

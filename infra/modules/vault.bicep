// The signing keys and the key of the data keys, made in hardware and never leaving it. Purge protection is irreversible: the vault's name stays taken for 90 days after deletion.
param name string
param location string
param tags object
param vnetEnabled bool
param signingKeys array
param dataKeyName string
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: take(name, 24)
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'premium' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: vnetEnabled ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: vnetEnabled ? 'Deny' : 'Allow' }
  }
}

// A certificate belongs to one version of a key, and a printed QR code to the key that signed it: so a key changes only when a person decides it,
// and the office reminds in time (the alert CertificateEnding). The version that signed is kept beside every signature.
@batchSize(5) // A vault makes ten keys in ten seconds.
resource keys 'Microsoft.KeyVault/vaults/keys@2024-11-01' = [for key in signingKeys: {
  parent: vault
  name: key.name
  properties: union(
    {
      kty: key.kty
      keyOps: ['sign', 'verify']
      attributes: { enabled: true, exportable: false }
      rotationPolicy: {
        attributes: { expiryTime: 'P3Y' }
        lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P60D' }, action: { type: 'notify' } }]
      }
    },
    key.kty == 'EC-HSM' ? { curveName: 'P-256' } : { keySize: 2048 })
}]

// Wraps the keys that wrap the data keys of dossiers: asked at the start of an instance and at a rotation. An older version has to stay enabled, so none ends
// by itself; a new one is a person's decision, and taken up within the hour.
resource dataKey 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: dataKeyName
  properties: {
    kty: 'RSA-HSM'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: { enabled: true, exportable: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri

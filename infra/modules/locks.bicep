// Production only: nobody deletes the records or the keys by a slip.
param recordsName string
param vaultName string

resource records 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: recordsName }
resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: vaultName }

resource onRecords 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: records
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'The records of the office.' }
}

resource onVault 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: vault
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'The signing keys of the office.' }
}

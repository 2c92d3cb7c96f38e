// The app reaches the stores by private addresses only. People reach the app as before.
param name string
param endpointPrefix string
param location string
param tags object
param hostStorageName string
param recordsName string
param busName string
param vaultName string

var endpointSubnet = 'endpoints'
var appSubnet = 'app'
var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.servicebus.windows.net'
  'privatelink.vaultcore.azure.net'
]
var links = [
  { name: 'host-blob', group: 'blob', target: host.id, zone: 0 }
  { name: 'host-table', group: 'table', target: host.id, zone: 1 }
  { name: 'records-blob', group: 'blob', target: records.id, zone: 0 }
  { name: 'records-table', group: 'table', target: records.id, zone: 1 }
  { name: 'bus', group: 'namespace', target: bus.id, zone: 2 }
  { name: 'vault', group: 'vault', target: vault.id, zone: 3 }
]

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: hostStorageName }
resource records 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: recordsName }
resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = { name: busName }
resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = { name: vaultName }

resource vnet 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      { name: endpointSubnet, properties: { addressPrefix: '10.0.1.0/24', privateEndpointNetworkPolicies: 'Disabled' } }
      {
        name: appSubnet
        properties: {
          addressPrefix: '10.0.2.0/24'
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in zoneNames: {
  name: zone
  location: 'global'
  tags: tags
}]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, i) in zoneNames: {
  parent: zones[i]
  name: 'to-${name}'
  location: 'global'
  properties: { registrationEnabled: false, virtualNetwork: { id: vnet.id } }
}]

resource endpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [for link in links: {
  name: '${endpointPrefix}-${link.name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: '${vnet.id}/subnets/${endpointSubnet}' }
    privateLinkServiceConnections: [
      { name: link.name, properties: { privateLinkServiceId: link.target, groupIds: [link.group] } }
    ]
  }
}]

resource zoneGroups 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [for (link, i) in links: {
  parent: endpoints[i]
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: link.name, properties: { privateDnsZoneId: zones[link.zone].id } }] }
}]

output appSubnetId string = '${vnet.id}/subnets/${appSubnet}'

// One environment of the dossier system: everything a commune, a province or a region needs, in one resource group.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the azd environment; part of the resource group\'s name and, hashed, of every other name.')
param environmentName string

@minLength(1)
@description('Region of every resource. Flex Consumption must be offered there; southeastasia is the nearest to Vietnam.')
@metadata({ azd: { type: 'location' } })
param location string

@allowed(['pilot', 'province', 'large'])
@description('pilot: one commune. province: all 45 communes of Dien Bien. large: several provinces. README.md has the figures.')
param size string = 'pilot'

@description('True for the office itself: deletion locks, and seals nobody can lift. azd down cannot remove such an environment.')
param production bool = false

@description('Puts the app into a virtual network and the stores behind private endpoints. Needs Service Bus Premium.')
param vnetEnabled bool = false

@description('Spreads app, queues and records over the zones of the region, where it has them.')
param zoneRedundant bool = false

@description('Address of the staff who watch over the system; empty: alerts are raised but nobody is written to.')
param alertEmail string = ''

@description('First day of the month from which the budget counts; set once by the preprovision hook.')
param budgetStart string

@description('Issuer and audience of the citizens\' tokens (VNeID), and clientId of the pages there, whose secret is citizens-client in the vault. Empty keeps that door closed.')
param citizens object = { authority: '', audience: '' }

@description('Issuer and audience of the tokens of staff and systems (the province\'s Entra ID), and clientId of the pages there, whose secret is staff-client in the vault. Empty keeps that door closed.')
param staff object = { authority: '', audience: '' }

@description('Directory id of the person who appoints the first others; empty for none.')
param firstAdministrator string = ''

@description('Codes of the offices whose seals are made, as in functions/Offices/offices.json, with a blank between; empty: all of them.')
param sealOffices string = ''

@description('Directory ids of all who sign, with a blank between: clerks (forms 01 to 03), officers and leaders. Whoever becomes one is added here and provisioned again: nobody needs a right to make keys.')
param signers string = ''

@description('The mail server letters go out by, with STARTTLS; an empty host leaves them to Communication Services. The secret smtp-password of the vault is its password or, with a tokenUrl, the secret of the client.')
param smtp object = { host: '', port: '', user: '', from: '', tokenUrl: '', clientId: '' }

@description('https address of the gateway for SMS and Zalo; empty for none. What it shares with us is the secret sms-gateway of the vault.')
param smsGateway string = ''

@description('https address of the data-sharing gateway that asks national databases; empty for none. What it shares with us is the secret records-gateway of the vault.')
param recordsGateway string = ''

@description('https address of the payment platform behind the gateway of the province; empty for none. What it shares with us is the secret payments-gateway of the vault.')
param paymentsGateway string = ''

@description('Directory id of the National Portal\'s client, which hears of every dossier; empty: each system hears of those it filed.')
param portalClient string = ''

@description('https address of the national contract, and the account of the province there; empty for none. The password is the secret portal-password of the vault.')
param portalAddress string = ''
param portalUser string = ''

@description('https address the National Portal\'s store of files begins with; empty: it files nothing here. The keys it signs with are the secret portal-filing-keys of the vault.')
param portalFiles string = ''

@description('Networks the National Portal fetches files from by the links it was told, such as 203.0.113.0/24, with blanks between; empty: whoever holds a link fetches by it, once.')
param portalNetworks string = ''

@description('Address of an RFC 3161 timestamp authority; empty: signatures carry no timestamp (PAdES B-B).')
param timestampAuthority string = ''

var abbrs = loadJsonContent('./abbreviations.json')
var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName, size: size }

var sizes = {
  pilot: { memory: 2048, instances: 40, alwaysReady: 0, httpPerInstance: 50, storage: 'Standard_LRS', logsGbPerDay: 1, logsDays: 30, budget: 80, scanGbPerMonth: 20 }
  province: { memory: 2048, instances: 100, alwaysReady: 1, httpPerInstance: 50, storage: 'Standard_ZRS', logsGbPerDay: 5, logsDays: 90, budget: 600, scanGbPerMonth: 500 }
  large: { memory: 4096, instances: 400, alwaysReady: 4, httpPerInstance: 100, storage: 'Standard_GZRS', logsGbPerDay: 25, logsDays: 180, budget: 7000, scanGbPerMonth: 5000 }
}
var chosen = sizes[size]

// The names SigningKeyNames.cs gives: what is neither letter nor digit becomes a hyphen. Keys with certificates never rotate by themselves.
var offices = loadJsonContent('../functions/Offices/offices.json')
var sealCodes = empty(sealOffices) ? map(offices, office => office.code) : split(sealOffices, ' ')
var sealKeys = map(sealCodes, code => { name: 'seal-${toLower(replace(code, '.', '-'))}', kty: 'RSA-HSM' })
// The center at a commune's office has a seal of its own beside the committee's, under the code both share.
var centers = filter(offices, office => contains(['communeCenter', 'wardCenter'], office.kind) && contains(sealCodes, office.code))
var centerKeys = map(map(centers, office => office.code), code => { name: 'center-${toLower(replace(code, '.', '-'))}', kty: 'RSA-HSM' })
var signerIds = empty(signers) ? [] : split(signers, ' ')
var personKeys = map(signerIds, id => { name: 'person-${toLower(replace(replace(replace(id, '.', '-'), '@', '-'), '_', '-'))}', kty: 'RSA-HSM' })
var signingKeys = concat(sealKeys, centerKeys, personKeys, [{ name: 'qr-codes', kty: 'EC-HSM' }, { name: 'audit-seals', kty: 'RSA-HSM' }])
var dataKeyName = 'data-keys' // IVaultKey.Name

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: '${abbrs.resourcesResourceGroups}${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: '${abbrs.managedIdentityUserAssignedIdentities}${resourceToken}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: '${abbrs.operationalInsightsWorkspaces}${resourceToken}'
    insightsName: '${abbrs.insightsComponents}${resourceToken}'
    location: location
    tags: tags
    gbPerDay: chosen.logsGbPerDay
    retentionDays: chosen.logsDays
  }
}

module host 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: '${abbrs.storageStorageAccounts}host${resourceToken}'
    location: location
    tags: tags
    sku: zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
    vnetEnabled: vnetEnabled
  }
}

module records 'modules/records.bicep' = {
  name: 'records'
  scope: group
  params: {
    name: '${abbrs.storageStorageAccounts}rec${resourceToken}'
    location: location
    tags: tags
    sku: zoneRedundant && chosen.storage == 'Standard_LRS' ? 'Standard_ZRS' : chosen.storage
    vnetEnabled: vnetEnabled
    sealDays: production ? 3650 : 1
    scanGbPerMonth: chosen.scanGbPerMonth
    workspaceId: monitoring.outputs.workspaceId
  }
}

module queues 'modules/queues.bicep' = {
  name: 'queues'
  scope: group
  params: {
    name: '${abbrs.serviceBusNamespaces}${resourceToken}'
    location: location
    tags: tags
    premium: vnetEnabled || size == 'large'
    vnetEnabled: vnetEnabled
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: '${abbrs.keyVaultVaults}${resourceToken}'
    location: location
    tags: tags
    vnetEnabled: vnetEnabled
    signingKeys: signingKeys
    dataKeyName: dataKeyName
    workspaceId: monitoring.outputs.workspaceId
  }
}

module email 'modules/email.bicep' = {
  name: 'email'
  scope: group
  params: {
    serviceName: '${abbrs.communicationServices}${resourceToken}'
    emailName: '${abbrs.communicationEmailServices}${resourceToken}'
    tags: tags
  }
}

module network 'modules/network.bicep' = if (vnetEnabled) {
  name: 'network'
  scope: group
  params: {
    name: '${abbrs.networkVirtualNetworks}${resourceToken}'
    endpointPrefix: '${abbrs.networkPrivateEndpoints}${resourceToken}'
    location: location
    tags: tags
    hostStorageName: host.outputs.name
    recordsName: records.outputs.name
    busName: queues.outputs.name
    vaultName: vault.outputs.name
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    hostStorageName: host.outputs.name
    recordsName: records.outputs.name
    sealedContainers: records.outputs.sealedContainers
    openContainers: records.outputs.openContainers
    busName: queues.outputs.name
    vaultName: vault.outputs.name
    keyNames: map(signingKeys, key => key.name)
    dataKeyName: dataKeyName
    insightsName: monitoring.outputs.insightsName
    communicationName: email.outputs.name
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: '${abbrs.webSitesFunctions}${resourceToken}'
    planName: '${abbrs.webServerFarms}${resourceToken}'
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    hostStorageName: host.outputs.name
    packageContainer: host.outputs.packageContainer
    recordsName: records.outputs.name
    busName: queues.outputs.name
    vaultUri: vault.outputs.uri
    emailEndpoint: email.outputs.endpoint
    emailSender: email.outputs.sender
    insightsName: monitoring.outputs.insightsName
    subnetId: vnetEnabled ? network!.outputs.appSubnetId : ''
    zoneRedundant: zoneRedundant
    production: production
    memory: chosen.memory
    instances: chosen.instances
    alwaysReady: chosen.alwaysReady
    httpPerInstance: chosen.httpPerInstance
    citizens: citizens
    staff: staff
    firstAdministrator: firstAdministrator
    portalClient: portalClient
    portalLine: { address: portalAddress, user: portalUser, files: portalFiles, networks: portalNetworks }
    smtp: smtp
    smsGateway: smsGateway
    recordsGateway: recordsGateway
    paymentsGateway: paymentsGateway
    timestampAuthority: timestampAuthority
  }
  // An app that starts before its roles are there fails its first requests.
  dependsOn: [roles]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    groupName: '${abbrs.insightsActionGroups}${resourceToken}'
    location: location
    tags: tags
    alertEmail: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    busName: queues.outputs.name
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  scope: group
  params: {
    amount: chosen.budget + (vnetEnabled && size != 'large' ? 750 : 0)
    start: budgetStart
    alertEmail: alertEmail
  }
}

module locks 'modules/locks.bicep' = if (production) {
  name: 'locks'
  scope: group
  params: {
    recordsName: records.outputs.name
    vaultName: vault.outputs.name
  }
}

output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_NAME string = app.outputs.name
output SERVICE_FUNCTIONS_NAME string = app.outputs.name
output SERVICE_FUNCTIONS_URI string = app.outputs.uri
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_RECORDS_ACCOUNT string = records.outputs.name
output AZURE_SERVICE_BUS_NAMESPACE string = queues.outputs.name
output SEAL_OFFICE_CODES string = join(sealCodes, ' ')
output CENTER_OFFICE_CODES string = join(map(centers, office => office.code), ' ')
output SIGNING_KEY_NAMES string = join(map(signingKeys, key => key.name), ' ')

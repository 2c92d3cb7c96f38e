// The functions on Flex Consumption. Every setting is listed here; none is a secret, one names where a secret is kept.
param name string
param planName string
param location string
param tags object
param identityId string
param clientId string
param hostStorageName string
param packageContainer string
param recordsName string
param busName string
param vaultUri string
param emailEndpoint string
param emailSender string
param insightsName string
param subnetId string
param zoneRedundant bool
param production bool
param memory int
param instances int
param alwaysReady int
param httpPerInstance int
param citizens object
param staff object
param firstAdministrator string
param portalClient string
param portalLine object
param smtp object
param smsGateway string
param recordsGateway string
param paymentsGateway string
param timestampAuthority string

// In UTC: on Flex Consumption WEBSITE_TIME_ZONE is not supported and does harm. functions/Platform/Messages/Schedules.cs has them in office time, seven hours later.
var schedules = {
  CheckBooksSchedule: '0 15 21 * * *'
  CheckSealsSchedule: '0 30 20 * * *'
  EscalateDeadlinesSchedule: '0 */5 * * * *'
  EscalatePetitionsSchedule: '0 15 0 * * *'
  FinishErasuresSchedule: '0 40 * * * *'
  KeepForecastsSchedule: '0 0 23 * * *'
  AskForPaymentsSchedule: '0 */10 * * * *'
  WatchPortalSchedule: '0 */10 * * * *'
  ReconcilePortalSchedule: '0 0 19 * * *'
  ReconcilePaymentsSchedule: '0 0 23 * * *'
  PassOnRemindersSchedule: '0 20 0 * * *'
  TellChairmanSchedule: '0 45 0 * * *'
  PurgeDraftsSchedule: '0 45 19 * * *'
  PurgeStaleUploadsSchedule: '0 30 19 * * *'
  RemoveOutdatedSchedule: '0 50 19 * * *'
  ReconcileSerialsSchedule: '0 30 19 * * *'
  RollUpStatisticsSchedule: '30 * * * * *'
  SealAuditSchedule: '0 10 * * * *'
  SendMorningDigestSchedule: '0 30 0 * * *'
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: hostStorageName }
resource records 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: recordsName }
resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = { name: busName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    keyVaultReferenceIdentity: identityId
    siteConfig: { minTlsVersion: '1.2' }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: memory
        maximumInstanceCount: instances
        alwaysReady: alwaysReady > 0 ? [{ name: 'http', instanceCount: alwaysReady }] : []
        triggers: { http: { perInstanceConcurrency: httpPerInstance } }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(schedules, {
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: clientId
      AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
      AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
      AzureWebJobsDisableHomepage: 'true' // The site's own home page stands there (functions/Site).
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
      ServiceBusConnection__fullyQualifiedNamespace: '${bus.name}.servicebus.windows.net'
      ServiceBusConnection__credential: 'managedidentity'
      ServiceBusConnection__clientId: clientId
      HashKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/hash-key)'
      Azure__ClientId: clientId
      Azure__Tables: records.properties.primaryEndpoints.table
      Azure__Blobs: records.properties.primaryEndpoints.blob
      Azure__Vault: vaultUri
      Azure__Email: emailEndpoint
      Azure__EmailSender: emailSender
      Azure__Seal: production ? 'Locked' : 'Unlocked'
      Downloads__Links: empty(subnetId) ? 'true' : 'false' // Behind private endpoints nobody outside reaches a store.
      Portal__Client: portalClient
      Portal__Address: portalLine.address
      Portal__User: portalLine.user
      Portal__Password: empty(portalLine.address) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/portal-password)'
      Portal__FilesAddress: portalLine.files
      Portal__FetchNetworks: portalLine.networks
      Portal__FilingKeys: empty(portalLine.files) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/portal-filing-keys)'
      Mail__Host: smtp.host
      Mail__Port: empty(smtp.port) ? '587' : smtp.port
      Mail__User: smtp.user
      Mail__Password: empty(smtp.host) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/smtp-password)'
      Mail__TokenUrl: smtp.tokenUrl
      Mail__ClientId: smtp.clientId
      Mail__From: smtp.from
      Mail__GatewayUrl: smsGateway
      Mail__GatewaySecret: empty(smsGateway) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/sms-gateway)'
      Records__GatewayUrl: recordsGateway
      Records__GatewaySecret: empty(recordsGateway) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/records-gateway)'
      Payments__GatewayUrl: paymentsGateway
      Payments__GatewaySecret: empty(paymentsGateway) ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/payments-gateway)'
      Signing__TimestampAuthority: timestampAuthority
      Signing__WhenStatusUnknown: 'refuse'
      Signing__CheckAddress: 'https://${app.properties.defaultHostName}/verify/'
      Identity__Citizens__Authority: citizens.authority
      Identity__Citizens__Audience: citizens.audience
      Identity__Citizens__ClientId: citizens.?clientId ?? ''
      Identity__Citizens__ClientSecret: empty(citizens.?clientId ?? '') ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/citizens-client)'
      Identity__Staff__Authority: staff.authority
      Identity__Staff__Audience: staff.audience
      Identity__Staff__ClientId: staff.?clientId ?? ''
      Identity__Staff__ClientSecret: empty(staff.?clientId ?? '') ? '' : '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/staff-client)'
      Identity__Address: 'https://${app.properties.defaultHostName}'
      Identity__FirstAdministrator: firstAdministrator
      Http__TrustedProxies: '0' // The worker itself takes the front end's entry off X-Forwarded-For and makes it the connection's address; what is left was written by the caller.
    })
  }

  // Deployment signs in with Entra ID; passwords for it do not exist.
  resource ftp 'basicPublishingCredentialsPolicies' = { name: 'ftp', properties: { allow: false } }
  resource scm 'basicPublishingCredentialsPolicies' = { name: 'scm', properties: { allow: false } }
}

output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'

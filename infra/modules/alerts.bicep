// What staff are woken for. Everything else is in the workspace for who looks.
param groupName string
param location string
param tags object
param alertEmail string
param workspaceId string
param busName string

// A timer that does not run says nothing, so its silence is the alarm. Every timer stands here; two days is the longest window there is.
var heartbeats = [
  { function: 'AskForPayments', window: 'PT1H', frequency: 'PT15M' }
  { function: 'CheckBooks', window: 'P2D', frequency: 'PT6H' }
  { function: 'CheckSeals', window: 'P2D', frequency: 'PT6H' }
  { function: 'EscalateDeadlines', window: 'PT30M', frequency: 'PT15M' }
  { function: 'EscalatePetitions', window: 'P2D', frequency: 'PT6H' }
  { function: 'FinishErasures', window: 'PT6H', frequency: 'PT1H' }
  { function: 'KeepForecasts', window: 'P2D', frequency: 'PT6H' }
  { function: 'PassOnReminders', window: 'P2D', frequency: 'PT6H' }
  { function: 'PurgeDrafts', window: 'P2D', frequency: 'PT6H' }
  { function: 'PurgeStaleUploads', window: 'P2D', frequency: 'PT6H' }
  { function: 'ReconcilePayments', window: 'P2D', frequency: 'PT6H' }
  { function: 'ReconcilePortal', window: 'P2D', frequency: 'PT6H' }
  { function: 'ReconcileSerials', window: 'P2D', frequency: 'PT6H' }
  { function: 'RemoveOutdated', window: 'P2D', frequency: 'PT6H' }
  { function: 'RollUpStatistics', window: 'PT30M', frequency: 'PT15M' }
  { function: 'SealAudit', window: 'PT6H', frequency: 'PT1H' }
  { function: 'SendMorningDigest', window: 'P2D', frequency: 'PT6H' }
  { function: 'TellChairman', window: 'P2D', frequency: 'PT6H' }
  { function: 'WatchPortal', window: 'PT1H', frequency: 'PT15M' }
]

// Log records of the product by the code they carry (EventName of a [LoggerMessage]): a record names dossiers and functions, never people.
var watched = [
  { event: 'BooksUnbalanced', title: 'The statistics do not add up', severity: 1, moreThan: 0, window: 'PT6H' }
  { event: 'RunFailed', title: 'A timer or queue function failed', severity: 2, moreThan: 0, window: 'PT15M' }
  { event: 'RequestFailed', title: 'Requests end in errors of ours', severity: 1, moreThan: 5, window: 'PT5M' }
  { event: 'RequestTurnedAway', title: 'A service is too busy for the office', severity: 2, moreThan: 20, window: 'PT15M' }
  { event: 'ResultNotSigned', title: 'A result could not be signed', severity: 1, moreThan: 0, window: 'PT15M' }
  { event: 'SigningPutOff', title: 'The vault or the timestamp authority is away', severity: 2, moreThan: 10, window: 'PT1H' }
  { event: 'PortalRefused', title: 'The National Portal refuses a dossier for good', severity: 1, moreThan: 0, window: 'PT15M' }
  { event: 'PortalSilent', title: 'The National Portal has not confirmed a change within two working hours', severity: 1, moreThan: 0, window: 'PT15M' }
  { event: 'PortalLate', title: 'The National Portal hears of changes late', severity: 2, moreThan: 10, window: 'PT1H' }
  { event: 'PaymentRefused', title: 'A payment notice was refused: forged, unknown, of another amount, or paid twice', severity: 1, moreThan: 0, window: 'PT15M' }
  { event: 'PaymentsDiffer', title: 'A day of the payment platform differs from ours', severity: 1, moreThan: 0, window: 'P1D' }
  { event: 'PaymentPlatformAway', title: 'The payment platform is away', severity: 2, moreThan: 10, window: 'PT1H' }
  { event: 'CertificateEnding', title: 'A signing certificate ends within 60 days', severity: 3, moreThan: 0, window: 'P1D' }
  { event: 'DossierOverdue', title: 'Dossiers are overdue', severity: 3, moreThan: 0, window: 'P1D' }
  { event: 'DeadlineNotEscalated', title: 'A deadline could not be escalated', severity: 1, moreThan: 0, window: 'PT15M' }
  { event: 'ListsBehind', title: 'Lists stood behind a dossier', severity: 2, moreThan: 0, window: 'PT15M' }
  { event: 'SealBroken', title: 'A sealed record was changed, or a seal was', severity: 0, moreThan: 0, window: 'PT15M' }
  { event: 'DossierUnreadable', title: 'A dossier could not be read when its day was sealed', severity: 1, moreThan: 0, window: 'PT15M' }
  { event: 'ReferenceDataMissing', title: 'The office cannot read its tables and answers nothing', severity: 0, moreThan: 0, window: 'PT15M' }
  { event: 'ReferenceDataStale', title: 'Reference data could not be read again', severity: 2, moreThan: 0, window: 'PT15M' }
  { event: 'IssuerUnreachable', title: 'Keys of a token issuer could not be read', severity: 2, moreThan: 0, window: 'PT15M' }
]

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = { name: busName }

resource watchers 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: groupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'watchers'
    enabled: true
    emailReceivers: empty(alertEmail) ? [] : [{ name: 'watchers', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'A message could not be handled; it waits among the dead letters of its queue.'
    severity: 1
    enabled: true
    scopes: [bus.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'deadLetters'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: ['*'] }]
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: watchers.id }]
  }
}

resource serverErrors 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'server-errors'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Requests end in server errors'
    description: 'More than five answers of 500 and above in five minutes.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppRequests | where toint(ResultCode) >= 500'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 5
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [watchers.id] }
  }
}

resource missing 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for heartbeat in heartbeats: {
  name: 'no-run-of-${heartbeat.function}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${heartbeat.function} has not run'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: heartbeat.frequency
    windowSize: heartbeat.window
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where tostring(Properties.EventName) == "RunFinished" and tostring(Properties.Function) == "${heartbeat.function}"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [watchers.id] }
  }
}]

resource events 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for one in watched: {
  name: 'event-${one.event}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: one.title
    severity: one.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: one.window
    windowSize: one.window
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          // A record with an exception in it is kept among the exceptions.
          query: 'union isfuzzy=true AppTraces, AppExceptions | where tostring(Properties.EventName) == "${one.event}"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: one.moreThan
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [watchers.id] }
  }
}]

// What staff are woken for. Everything else is in the workspace for who looks.
param groupName string
param location string
param tags object
param alertEmail string
param workspaceId string
param busName string

// A timer that does not run says nothing, so its silence is the alarm.
var heartbeats = [
  { function: 'EscalateDeadlines', window: 'PT30M', frequency: 'PT15M' }
  { function: 'ReconcileSerials', window: 'P2D', frequency: 'PT6H' }
]

// Log records of the product, by class and [LoggerMessage] method: a line names codes, never people.
var watchedLogs = [
  { name: 'alarm-not-handled', title: 'A deadline could not be escalated', severity: 1, class: 'PublicAdmin.Deadlines.EscalationSweep', event: 'LogFailed' }
  { name: 'lists-behind', title: 'Lists stood behind a dossier', severity: 2, class: 'PublicAdmin.Submission.SerialBook', event: 'LogBehind' }
  { name: 'reference-data-stale', title: 'Reference data could not be read again', severity: 2, class: 'PublicAdmin.Platform.ReferenceRefresher', event: 'LogNotRefreshed' }
  { name: 'issuer-unreachable', title: 'Keys of a token issuer could not be read', severity: 2, class: 'PublicAdmin.Identity.IssuerKeys', event: 'LogUnreachable' }
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

resource failures 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'failed-functions'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'A timer or queue function failed'
    description: 'The host tries a message ten times; a timer waits for its next turn.'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message startswith "Executed \'Functions." and Message has "(Failed"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
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
          query: 'AppTraces | where Message startswith "Executed \'Functions.${heartbeat.function}\' (Succeeded"'
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

resource watched 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for log in watchedLogs: {
  name: log.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: log.title
    severity: log.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where tostring(Properties.CategoryName) == "${log.class}" and tostring(Properties.EventName) == "${log.event}"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [watchers.id] }
  }
}]

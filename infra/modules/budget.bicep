// A warning, not a brake: nothing is switched off when it is passed.
@description('US dollars a month.')
param amount int

@description('First day of a month, yyyy-MM-dd.')
param start string

param alertEmail string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = if (!empty(alertEmail)) {
  name: 'office'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      mostSpent: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: [alertEmail] }
      willBePassed: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: [alertEmail] }
    }
  }
}

#!/bin/sh
# preprovision: says what is missing before anything is made, and notes once from which month the budget counts.
set -eu

need() { command -v "$1" >/dev/null 2>&1 || { echo "Missing: $1. $2" >&2; exit 1; }; }

need az "Install the Azure CLI: https://aka.ms/azure-cli"
need dotnet "Install the .NET 10 SDK: https://dot.net"
need curl "It looks whether the office is open."
need openssl "It makes the key of the hashes."
dotnet --list-sdks | grep -q '^10\.' || { echo "The .NET 10 SDK is missing (dotnet --list-sdks)." >&2; exit 1; }
az account show >/dev/null 2>&1 || { echo "Sign in first: az login" >&2; exit 1; }

for provider in Microsoft.App Microsoft.Communication Microsoft.Security; do
  state=$(az provider show --namespace "$provider" --query registrationState --output tsv 2>/dev/null || echo NotRegistered)
  [ "$state" = Registered ] || az provider register --namespace "$provider" --wait
done

[ -z "${BUDGET_START:-}" ] || exit 0
# Azure refuses to move the start of a budget: one that is there is asked, as a pipeline or another machine has no note of it.
subscription=${AZURE_SUBSCRIPTION_ID:-$(az account show --query id --output tsv)}
start=$(az rest --method get --query properties.timePeriod.startDate --output tsv \
  --url "https://management.azure.com/subscriptions/$subscription/resourceGroups/rg-$AZURE_ENV_NAME/providers/Microsoft.Consumption/budgets/office?api-version=2024-08-01" 2>/dev/null || date -u +%Y-%m-01)
azd env set BUDGET_START "${start%%T*}"

#!/bin/sh
# postprovision: makes the key of KeyedHashes, once. It must never change: every hash in the tables hangs on it.
# It goes through the resource manager, which writes secrets but never shows them: nobody needs a right inside the vault, and it may be private.
set -eu

group="https://management.azure.com/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP"
secret="$group/providers/Microsoft.KeyVault/vaults/$AZURE_KEY_VAULT_NAME/secrets/hash-key?api-version=2024-11-01"

if found=$(az rest --method get --url "$secret" --query name --output tsv 2>&1); then
  exit 0
fi
case "$found" in
  *SecretNotFound* | *NotFound*) ;;
  *) echo "Whether there is a hash-key cannot be told: $found" >&2; exit 1 ;; # "Forbidden" must not be taken for "not there".
esac

body=$(mktemp)
trap 'rm -f "$body"' EXIT
printf '{"properties":{"value":"%s","contentType":"base64"}}' "$(openssl rand -base64 32)" > "$body" # In a file: arguments can be read by others.
az rest --method put --url "$secret" --body "@$body" --output none
echo "Made hash-key in $AZURE_KEY_VAULT_NAME."

# The app looked for it before it was there, and would look again only a day later.
az rest --method post --output none \
  --url "$group/providers/Microsoft.Web/sites/$AZURE_FUNCTION_NAME/config/configreferences/appsettings/refresh?api-version=2022-03-01"

#!/bin/sh
# postprovision: makes the key of KeyedHashes, once. It must never change: every hash in the tables hangs on it.
set -eu

name=hash-key
tries=0
# The role to look was given a moment ago; until it has spread, "forbidden" must not be taken for "not there".
until found=$(az keyvault secret list --vault-name "$AZURE_KEY_VAULT_NAME" --query "length([?name=='$name'])" --output tsv 2>/dev/null); do
  tries=$((tries + 1))
  [ "$tries" -lt 12 ] || { echo "No right to list the secrets of $AZURE_KEY_VAULT_NAME." >&2; exit 1; }
  sleep 15
done

if [ "$found" = 0 ]; then
  az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name "$name" --value "$(openssl rand -base64 32)" --output none
  echo "Made $name in $AZURE_KEY_VAULT_NAME."
fi

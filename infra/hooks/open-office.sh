#!/bin/sh
# postdeploy: waits until the office answers, looks whether its reference data is there, and says where it is.
set -eu

api="$SERVICE_FUNCTIONS_URI/api"

# A fresh identity's roles take a minute to spread, and the first start is cold.
tries=0
until curl --silent --fail --max-time 20 "$api/ready" >/dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 20 ] || { echo "Not ready after $tries tries: curl $api/ready" >&2; exit 1; }
  sleep 15
done

# Offices, procedures and this year's calendar are part of the package: a package without them must not go unnoticed.
for part in offices procedures "calendar/$(date +%Y)"; do
  curl --silent --fail --max-time 20 "$api/$part" | grep -q '"code"\|"year"' || { echo "The office is open, but $api/$part is empty." >&2; exit 1; }
done

cat <<TEXT
The office is open.
  Address       $api
  Description   $api/openapi.json
  Azure portal  https://portal.azure.com/#@$AZURE_TENANT_ID/resource/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP
  Signing keys  $SIGNING_KEY_NAMES (vault $AZURE_KEY_VAULT_NAME)
Next: infra/README.md, "First day": sign-in, first administrator, certificates.
TEXT

[ "${CERTIFICATE_REQUESTS:-false}" != true ] || infra/hooks/request-certificates.sh

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

curl --silent --fail "$api/offices" >/dev/null && curl --silent --fail "$api/procedures" >/dev/null \
  || { echo "The office is open but has no offices or procedures: see infra/README.md, First day." >&2; exit 1; }

cat <<TEXT
The office is open.
  Portal        $SERVICE_FUNCTIONS_URI
  API           $api/openapi.json
  Resources     https://portal.azure.com/#@$AZURE_TENANT_ID/resource/subscriptions/$AZURE_SUBSCRIPTION_ID/resourceGroups/$AZURE_RESOURCE_GROUP
  Signing keys  $SIGNING_KEY_NAMES (vault $AZURE_KEY_VAULT_NAME)
Next: infra/README.md, "First day": sign-in, first administrator, certificates.
TEXT

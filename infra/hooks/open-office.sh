#!/bin/sh
# postdeploy: waits until the office answers, looks whether its reference data is there and whether guessing is stopped, says where it is and what is still to be looked at.
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

# Whoever guesses must be stopped whatever address they write themselves; which address the front end tells the worker shows only here.
n=0
stopped=""
while [ "$n" -lt 15 ] && [ -z "$stopped" ]; do
  n=$((n + 1))
  said=$(curl --silent --max-time 20 --output /dev/null --write-out '%{http_code}' --header "X-Forwarded-For: 10.$n.0.1" --header 'Content-Type: application/json' \
    --data '{"code":"H18-000101-0001","secret":"AAAAAAAA"}' "$api/tracking" || true)
  [ "$said" != 429 ] || stopped=yes
done
[ -n "$stopped" ] || echo "WARNING: 15 wrong guesses were not stopped. See Http__TrustedProxies in infra/README.md." >&2

# What only a look at the real environment shows: one list, kept in infra/README.md.
echo "Not proven before this deployment, each with the command that shows it (infra/README.md):"
awk '/^## Not proven/ { on = 1; next } /^## / { on = 0 } on && /^\| / && !/^\| What / { line = $0; gsub(/\\\|/, "\001", line); split(line, cell, "|"); for (i = 2; i <= 3; i++) { gsub(/\001/, "|", cell[i]); gsub(/^ +| +$/, "", cell[i]) } print "  - " cell[2] ":\n      " cell[3] }' "$(dirname "$0")/../README.md"

[ "${CERTIFICATE_REQUESTS:-false}" != true ] || infra/hooks/request-certificates.sh

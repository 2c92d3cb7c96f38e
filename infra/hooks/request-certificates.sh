#!/bin/sh
# postdeploy, when CERTIFICATE_REQUESTS is true: asks the office for a certificate request per seal and signer, signed by the key inside the vault,
# and lays them beside the environment, to be sent to the authority (Ban Cơ yếu). Whoever runs it is an administrator of the office (az login).
set -eu

api="$SERVICE_FUNCTIONS_URI/api"
folder=".azure/$AZURE_ENV_NAME/certificate-requests"
mkdir -p "$folder"

ask() { az rest --method get --resource "$STAFF_AUDIENCE" --output tsv "$@"; }

# As SigningKeyNames.cs.
key_of() { printf '%s-%s' "$1" "$(printf '%s' "$2" | LC_ALL=C tr '[:upper:]' '[:lower:]' | LC_ALL=C tr -c 'a-z0-9' '-')"; }

request() { # key, whose
  file="$folder/$1.csr"
  [ ! -s "$file" ] || return 0
  ask --url "$api/signing-keys/$1/certificate-request" --url-parameters "subject=CN=$2,C=VN" --query pem > "$file.part"
  mv "$file.part" "$file"
  echo "  $file: $2"
}

echo "Certificate requests:"
for code in $SEAL_OFFICE_CODES; do
  request "$(key_of seal "$code")" "$(ask --url "$api/offices/$code" --query authority.vi)"
done
for code in ${CENTER_OFFICE_CODES:-}; do
  request "$(key_of center "$code")" "$(ask --url "$api/offices/$code" --query name.vi)"
done
for id in ${SIGNERS:-}; do
  request "$(key_of person "$id")" "$(ask --url "$api/staff/$id" --query name)"
done
echo "Send them to the authority; what it issues is imported with PUT $api/signing-keys/<key>/certificate."

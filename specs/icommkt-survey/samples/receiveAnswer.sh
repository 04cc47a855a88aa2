# Try your own receiver: send it a signed call, as the service would. How calls are signed is an assumption.
body='{"created_at":"2025-01-10T09:56:27-0300","participant":{},"hiddenfields":{},"questions":[{}]}'
time=$(date +%s)
hmac=$(printf '%s.%s' "$time" "$body" | openssl dgst -sha256 -hmac "$ICOMMKT_SURVEY_WEBHOOK_SECRET" | sed 's/.* //')
curl --fail --silent --show-error "$ICOMMKT_SURVEY_WEBHOOK_URL" \
  --header "Content-Type: application/json" --header "SK-Signature: t=$time,v1=$hmac" --data-raw "$body"

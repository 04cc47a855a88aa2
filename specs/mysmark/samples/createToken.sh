# Get an access token. These values are plain form values, not JSON.
curl --fail --silent --show-error "$MYSMARK_SERVER/oauth2/token" \
  --data-urlencode "grant_type=client_credentials" \
  --data-urlencode "client_id=$MYSMARK_CLIENT_ID" \
  --data-urlencode "client_secret=$MYSMARK_CLIENT_SECRET"

# Assign two widgets to an object. The order of the array is the order of the steps.
curl --fail --silent --show-error "$MYSMARK_SERVER/api/me/objects/54321/steps" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN" \
  --data-urlencode 'steps=[{"step_id":"54b7c1d2e3f4a5b6c7d8e901"},{"step_id":"54b7c1d2e3f4a5b6c7d8e902"}]'

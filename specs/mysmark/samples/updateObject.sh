# Rename an object. What is not sent stays as it is.
curl --fail --silent --show-error "$MYSMARK_SERVER/api/me/objects/54321" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN" \
  --data-urlencode 'name="My new name"'

# Retrieve the account. A GET has its token in the query.
curl --fail --silent --show-error --get "$MYSMARK_SERVER/api/me" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN"

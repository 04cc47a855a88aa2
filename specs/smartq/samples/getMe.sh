# Get your own details: a good first call, to see whether the keys work.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/users/me" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID"

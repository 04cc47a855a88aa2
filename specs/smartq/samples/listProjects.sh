# List ten projects, from the 21st on.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/projects?count=10&offset=20" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID"

# List ten projects, from the 21st on.
curl --fail --silent --show-error "$SMARTQ_URL/api/v1/projects?count=10&offset=20" \
  --user "$SMARTQ_EMAIL:$SMARTQ_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID"

# List the tickets of a project, with their custom fields and the users assigned to them.
curl --fail --silent --show-error "$SMARTQ_URL/api/v1/projects/99999/tickets?custom_fields=1&assigned_to=1" \
  --user "$SMARTQ_EMAIL:$SMARTQ_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID"

# List the tickets of a project, with their custom fields and the users assigned to them.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/projects/99999/tickets?custom_fields=1&assigned_to=1" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID"

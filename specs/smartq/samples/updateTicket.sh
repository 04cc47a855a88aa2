# Change a ticket. Another step_id would move it to another step.
curl --fail --silent --show-error --request PUT "$SMARTQ_SERVER/api/v1/projects/99999/tickets/77777" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID" \
  --data-urlencode 'ticket[name]=New Ticket' \
  --data-urlencode 'ticket[step_id]=88888' \
  --data-urlencode 'ticket[f3]=some more important info'

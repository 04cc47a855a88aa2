# Add a ticket, with the custom field f3.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/projects/99999/tickets" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID" \
  --data-urlencode 'ticket[name]=New Ticket' \
  --data-urlencode 'ticket[description]=New Ticket Description' \
  --data-urlencode 'ticket[step_id]=88888' \
  --data-urlencode 'ticket[assigned_to][0]=1' \
  --data-urlencode 'ticket[assigned_to][1]=2' \
  --data-urlencode 'ticket[f3]=some important info'

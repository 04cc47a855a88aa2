# Add a note to a ticket; a file follows, and the notifications wait for it.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/projects/99999/tickets/77777/notes" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID" \
  --data-urlencode 'note[text]=New Note' \
  --data-urlencode 'note[has_attachments]=1'

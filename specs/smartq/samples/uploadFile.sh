# Attach a file to a note. It is the last one, so notifications are sent now.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/projects/99999/tickets/77777/notes/55555/filesv2" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID" \
  --form 'file=@image.jpg' --form 'is_last_file=1'

# Download a file.
curl --fail --silent --show-error "$SMARTQ_SERVER/api/v1/projects/99999/tickets/77777/notes/55555/files/44444/download" \
  --user "$SMARTQ_BASIC_USER:$SMARTQ_BASIC_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID" \
  --output downloaded-image.jpg

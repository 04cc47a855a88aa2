# Download a file.
curl --fail --silent --show-error "$SMARTQ_URL/api/v1/projects/99999/tickets/77777/notes/55555/files/44444/download" \
  --user "$SMARTQ_EMAIL:$SMARTQ_PASSWORD" --header "X-Auth-Client-Id: $SMARTQ_CLIENT_ID" \
  --output downloaded-image.jpg

# Delete an object that nobody has smarked yet. The token of a DELETE is in the form body.
curl --fail --silent --show-error --request DELETE "$MYSMARK_SERVER/api/me/objects/54321" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN"

# List the smarks of an object, five at a time. "nextPage" of the answer is the "page" to ask for next.
curl --fail --silent --show-error --get "$MYSMARK_SERVER/api/me/objects/54321/smarks" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN"

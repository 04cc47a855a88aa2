# Create an object. Each value but oauth_token is JSON text, so a string keeps its quotes.
curl --fail --silent --show-error "$MYSMARK_SERVER/api/me/objects" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN" \
  --data-urlencode 'name="Web Summit 2015"' \
  --data-urlencode 'category="conference"' \
  --data-urlencode 'singleVote=false' \
  --data-urlencode 'expires=1446768000'

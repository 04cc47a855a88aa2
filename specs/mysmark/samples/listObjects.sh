# List the objects, from the page that the answer before named in "page".
curl --fail --silent --show-error --get "$MYSMARK_SERVER/api/me/objects" \
  --data-urlencode "oauth_token=$MYSMARK_TOKEN" \
  --data-urlencode "page=1410271524"

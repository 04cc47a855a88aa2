# Get a question with its options.
curl --fail --silent --show-error --get "$ICOMMKT_SURVEY_SERVER/v1.0/question" \
  --data-urlencode "access_token=$ICOMMKT_SURVEY_TOKEN" \
  --data-urlencode 'id=1842'

# Get a question with its options.
curl --fail --silent --show-error --get "$SURVEY_URL/v1.0/question" \
  --data-urlencode "access_token=$SURVEY_TOKEN" \
  --data-urlencode 'id=1842'

# List the newest surveys with their questions.
curl --fail --silent --show-error --get "$ICOMMKT_SURVEY_SERVER/v1.0/campaign/list" \
  --data-urlencode "access_token=$ICOMMKT_SURVEY_TOKEN" \
  --data-urlencode 'show_questions=1' \
  --data-urlencode 'order_by[]=created_at,DESC' \
  --data-urlencode 'limit=10'

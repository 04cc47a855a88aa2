# List the answers to a survey up to a time. Each where[] is a JSON text.
curl --fail --silent --show-error --get "$ICOMMKT_SURVEY_SERVER/v1.0/campaign/answers" \
  --data-urlencode "access_token=$ICOMMKT_SURVEY_TOKEN" \
  --data-urlencode 'campaign_url=satisfaccion' \
  --data-urlencode 'where[]={"type":"default","var":"created_at","operator":"<=","val":"2025-01-10T09:56:27-0300"}'

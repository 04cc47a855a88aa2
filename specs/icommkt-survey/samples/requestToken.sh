# Request an access token; it lives for 15 minutes. The grant type is written exactly so.
curl --fail --silent --show-error "$ICOMMKT_SURVEY_SERVER/oAuth2/token" \
  --data-urlencode "grant_type=Client_Credentials" \
  --data-urlencode "client_id=$ICOMMKT_SURVEY_CLIENT_ID" \
  --data-urlencode "client_secret=$ICOMMKT_SURVEY_CLIENT_SECRET"

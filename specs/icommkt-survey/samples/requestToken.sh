# Request an access token; it lives for 15 minutes. The grant type is written exactly so.
curl --fail --silent --show-error "$SURVEY_URL/oAuth2/token" \
  --data-urlencode "grant_type=Client_Credentials" \
  --data-urlencode "client_id=$SURVEY_API_KEY" \
  --data-urlencode "client_secret=$SURVEY_API_SECRET"

# Get a link that opens one URL only, for people who must not have the secret.
curl --fail --silent --show-error \
  "$MAPPINESS_SERVER/get_u/$MAPPINESS_API_SECRET/mappiness.json?include=happy&limit=1"

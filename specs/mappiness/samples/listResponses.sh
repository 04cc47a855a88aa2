# List the ten most recent responses: the happiness and all activities of each.
curl --fail --silent --show-error \
  "$MAPPINESS_SERVER/$MAPPINESS_API_SECRET/mappiness.json?include=happy,do_*&limit=10"

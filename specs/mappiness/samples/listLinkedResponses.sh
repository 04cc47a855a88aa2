# Use a link. The URL has to be the one that was signed, byte for byte.
curl --fail --silent --show-error \
  "$MAPPINESS_SERVER/u/$MAPPINESS_LINK/mappiness.json?include=happy&limit=1"

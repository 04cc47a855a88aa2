# Save the responses since 1 May 2011 as CSV.
curl --fail --silent --show-error --output mappiness.csv \
  "$MAPPINESS_SERVER/$MAPPINESS_API_SECRET/mappiness.csv?after=1304204400"

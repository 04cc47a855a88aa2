# Save photo 3.
curl --fail --silent --show-error --output 3.jpg "$MAPPINESS_SERVER/$MAPPINESS_API_SECRET/private_photos/3.jpg"

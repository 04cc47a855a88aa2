# Page: ICOMMKT Survey API, section "Detalles de una pregunta". Below these comments it is verbatim.
# operation: getQuestion
# slip: The examples send `campaign_url=` and `id=` without a value, while both are mandatory. Read as places to fill in.
# status: 400
# refusal: 400 request.query.id required

curl -G https://api.surveyicommkt.com/v1.0/question \
-d access_token=[ACCESS_TOKEN] \
-d id=

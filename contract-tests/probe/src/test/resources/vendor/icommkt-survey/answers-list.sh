# Page: ICOMMKT Survey API, section "Respuestas de una encuesta". Below these comments it is verbatim.
# operation: listAnswers
# slip: The examples send `campaign_url=` and `id=` without a value, while both are mandatory. Read as places to fill in.
# status: 400
# refusal: 400 request.query.campaign_url required

curl -G https://api.surveyicommkt.com/v1.0/campaign/answers \
-d access_token=[ACCESS_TOKEN] \
-d campaign_url= \
-d status=active \
-d offset=0 \
-d limit=2 \
-d order_by[]=created_at,DESC \
-d where[]='{"type":"default","var":"created_at","operator":"<=","val":"2025-01-10T09:56:27-0300"}'

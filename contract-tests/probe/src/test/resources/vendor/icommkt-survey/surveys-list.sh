# Page: ICOMMKT Survey API, section "Lista de encuestas". Below these comments it is verbatim.
# operation: listCampaigns

curl -G https://api.surveyicommkt.com/v1.0/campaign/list \
-d access_token=[ACCESS_TOKEN] \
-d show_questions=1 \
-d show_options=1 \
-d offset=0 \
-d limit=2 \
-d order_by[]=created_at,DESC \
-d where[]='{"type":"default","var":"created_at","operator":"<=","val":"2025-01-10T09:56:27-0300"}'

# Page: ICOMMKT Survey API, section "Paginado". Below these comments it is verbatim.
# operation: listCampaigns

curl -G https://api.surveyicommkt.com/v1.0/campaign/list \
-d access_token=[ACCESS_TOKEN] \
-d offset=0 \
-d limit=2

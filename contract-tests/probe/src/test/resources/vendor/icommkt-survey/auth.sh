# Page: ICOMMKT Survey API, section "Auth". Below these comments it is verbatim.
# operation: requestToken

curl -X POST https://api.surveyicommkt.com/oAuth2/token \
-d grant_type=Client_Credentials \
-d client_id=XXX_ac2e144f57a6809f2c665307e905edei \
-d client_secret=XXX_516a2ee0404d65afdb171d92b1e25e939facd23bbbd2814f23f875c1898bf9ei

<?php
// Request an access token; it lives for 15 minutes. The grant type is written exactly so.
$form = http_build_query([
    'grant_type' => 'Client_Credentials',
    'client_id' => getenv('ICOMMKT_SURVEY_CLIENT_ID'),
    'client_secret' => getenv('ICOMMKT_SURVEY_CLIENT_SECRET'),
]);
$curl = curl_init(getenv('ICOMMKT_SURVEY_SERVER') . '/oAuth2/token');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $form,
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

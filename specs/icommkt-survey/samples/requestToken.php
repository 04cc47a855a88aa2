<?php
// Request an access token; it lives for 15 minutes. The grant type is written exactly so.
$form = http_build_query([
    'grant_type' => 'Client_Credentials',
    'client_id' => getenv('SURVEY_API_KEY'),
    'client_secret' => getenv('SURVEY_API_SECRET'),
]);
$curl = curl_init(getenv('SURVEY_URL') . '/oAuth2/token');
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

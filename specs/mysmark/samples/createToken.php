<?php
// Get an access token. These values are plain form values, not JSON.
$form = http_build_query([
    'grant_type' => 'client_credentials',
    'client_id' => getenv('MYSMARK_CLIENT_ID'),
    'client_secret' => getenv('MYSMARK_CLIENT_SECRET'),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/oauth2/token');
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

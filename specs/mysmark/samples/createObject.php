<?php
// Create an object. Each value but oauth_token is JSON text, so a string keeps its quotes.
$form = http_build_query([
    'oauth_token' => getenv('MYSMARK_TOKEN'),
    'name' => json_encode('Web Summit 2015'),
    'category' => json_encode('conference'),
    'singleVote' => json_encode(false),
    'expires' => json_encode(1446768000),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/api/me/objects');
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

<?php
// Get a link that opens one URL only, for people who must not have the secret.
$url = getenv('MAPPINESS_SERVER') . '/get_u/' . getenv('MAPPINESS_API_SECRET') . '/mappiness.json?include=happy&limit=1';
$curl = curl_init($url);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

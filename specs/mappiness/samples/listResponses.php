<?php
// List the ten most recent responses: the happiness and all activities of each.
$url = getenv('MAPPINESS_SERVER') . '/' . getenv('MAPPINESS_API_SECRET') . '/mappiness.json?include=happy,do_*&limit=10';
$curl = curl_init($url);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

<?php
// List the objects, from the page that the answer before named in "page".
$query = http_build_query([
    'oauth_token' => getenv('MYSMARK_TOKEN'),
    'page' => json_encode(1410271524),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/api/me/objects' . '?' . $query);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

<?php
// List the smarks of an object, five at a time. "nextPage" of the answer is the "page" to ask for next.
$query = http_build_query([
    'oauth_token' => getenv('MYSMARK_TOKEN'),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/api/me/objects/54321/smarks' . '?' . $query);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

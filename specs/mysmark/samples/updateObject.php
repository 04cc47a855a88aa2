<?php
// Rename an object. What is not sent stays as it is.
$form = http_build_query([
    'oauth_token' => getenv('MYSMARK_TOKEN'),
    'name' => json_encode('My new name'),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/api/me/objects/54321');
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

<?php
// Assign two widgets to an object. The order of the array is the order of the steps.
$form = http_build_query([
    'oauth_token' => getenv('MYSMARK_TOKEN'),
    'steps' => json_encode([
        ['step_id' => '54b7c1d2e3f4a5b6c7d8e901'],
        ['step_id' => '54b7c1d2e3f4a5b6c7d8e902'],
    ]),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/api/me/objects/54321/steps');
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

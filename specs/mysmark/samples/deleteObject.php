<?php
// Delete an object that nobody has smarked yet. The token of a DELETE is in the form body.
$form = http_build_query([
    'oauth_token' => getenv('MYSMARK_TOKEN'),
]);
$curl = curl_init(getenv('MYSMARK_SERVER') . '/api/me/objects/54321');
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $form,
    CURLOPT_CUSTOMREQUEST => 'DELETE',
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

<?php
// List ten projects, from the 21st on.
$curl = curl_init(getenv('SMARTQ_SERVER') . '/api/v1/projects?count=10&offset=20');
curl_setopt_array($curl, [
    CURLOPT_USERPWD => getenv('SMARTQ_BASIC_USER') . ':' . getenv('SMARTQ_BASIC_PASSWORD'),
    CURLOPT_HTTPHEADER => ['X-Auth-Client-Id: ' . getenv('SMARTQ_CLIENT_ID')],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => true,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
['error' => $error, 'data' => $data] = json_decode($answer, true, 512, JSON_THROW_ON_ERROR);
if ($error !== null) {
    throw new RuntimeException($error['message']);
}
print_r($data);

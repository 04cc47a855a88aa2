<?php
// List the newest surveys with their questions.
$query = http_build_query([
    'access_token' => getenv('ICOMMKT_SURVEY_TOKEN'),
    'show_questions' => 1,
    'limit' => 10,
    'order_by[]' => 'created_at,DESC',
]);
$curl = curl_init(getenv('ICOMMKT_SURVEY_SERVER') . '/v1.0/campaign/list?' . $query);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

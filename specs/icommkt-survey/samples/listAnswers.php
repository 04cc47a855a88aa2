<?php
// List the answers to a survey up to a time. Each where[] is a JSON text.
$query = http_build_query([
    'access_token' => getenv('ICOMMKT_SURVEY_TOKEN'),
    'campaign_url' => 'satisfaccion',
    'where[]' => json_encode([
        'type' => 'default',
        'var' => 'created_at',
        'operator' => '<=',
        'val' => '2025-01-10T09:56:27-0300',
    ]),
]);
$curl = curl_init(getenv('ICOMMKT_SURVEY_SERVER') . '/v1.0/campaign/answers?' . $query);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
print_r(json_decode($answer, true, 512, JSON_THROW_ON_ERROR));

<?php
// Change a ticket. Another step_id would move it to another step.
$curl = curl_init(getenv('SMARTQ_SERVER') . '/api/v1/projects/99999/tickets/77777');
curl_setopt_array($curl, [
    CURLOPT_USERPWD => getenv('SMARTQ_BASIC_USER') . ':' . getenv('SMARTQ_BASIC_PASSWORD'),
    CURLOPT_HTTPHEADER => ['X-Auth-Client-Id: ' . getenv('SMARTQ_CLIENT_ID')],
    CURLOPT_CUSTOMREQUEST => 'PUT',
    CURLOPT_POSTFIELDS => http_build_query(['ticket' => [
        'name' => 'New Ticket',
        'step_id' => 88888,
        'f3' => 'some more important info',
    ]]),
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

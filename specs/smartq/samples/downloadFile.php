<?php
// Download a file. Its content comes as it is, an error in the form of the other answers.
$curl = curl_init(getenv('SMARTQ_SERVER') . '/api/v1/projects/99999/tickets/77777/notes/55555/files/44444/download');
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
file_put_contents('downloaded-image.jpg', $answer);

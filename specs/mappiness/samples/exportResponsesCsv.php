<?php
// Save the responses since 1 May 2011 as CSV.
$url = getenv('MAPPINESS_SERVER') . '/' . getenv('MAPPINESS_API_SECRET') . '/mappiness.csv?after=1304204400';
$curl = curl_init($url);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
file_put_contents('mappiness.csv', $answer);

<?php
// Save photo 3.
$url = getenv('MAPPINESS_SERVER') . '/' . getenv('MAPPINESS_API_SECRET') . '/private_photos/3.jpg';
$curl = curl_init($url);
curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_FAILONERROR => true]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
file_put_contents('3.jpg', $answer);

<?php
// Receive an answer: the page that a webhook points to. How calls are signed is an assumption.
$body = file_get_contents('php://input');
$header = $_SERVER['HTTP_SK_SIGNATURE'] ?? '';
if (!preg_match('/^t=([0-9]+),v1=([0-9a-f]{64})$/D', $header, $found)) {
    http_response_code(400);
    exit('No signature');
}
[, $time, $signature] = $found;
$expected = hash_hmac('sha256', "$time.$body", getenv('ICOMMKT_SURVEY_WEBHOOK_SECRET'));
if (!hash_equals($expected, $signature) || abs(time() - (int) $time) > 300) {
    http_response_code(400);
    exit('Wrong signature, or too old');
}
$answer = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
error_log('Answer of ' . $answer['created_at']);
http_response_code(200);

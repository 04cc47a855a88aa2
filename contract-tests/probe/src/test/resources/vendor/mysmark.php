<?php
// Sends a request of MySmark's page, which is no program, as the vendor's SDK for PHP does (x-source php-sdk of the
// document): each value as JSON text, then http_build_query, the token plain beside them; in the query of a GET, in
// the form of everything else.
// Usage: php mysmark.php FILE SERVER TOKEN
[, $file, $server, $token] = $argv;
$text = preg_replace('~^#.*\n~m', '', file_get_contents($file));
preg_match_all('~^(GET|POST|DELETE) (/\S+)~m', $text, $requests, PREG_SET_ORDER);
[, $method, $path] = end($requests);
$attached = '~^(?:Attached data[^\n]*|WIDGETS_ID = Array\[[^\n]*)\n(.*?)(?=^(?:GET|POST|DELETE) /|\z)~ms';
$parameters = array_map('json_encode', preg_match($attached, $text, $data) ? values($data[1]) : []);
$parameters['oauth_token'] = $token;
$query = http_build_query($parameters);

$curl = curl_init($server . '/api' . $path . ($method === 'GET' ? "?$query" : ''));
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_CUSTOMREQUEST => $method,
    CURLOPT_USERAGENT => 'oauth2-draft-v10',
    CURLOPT_HTTPHEADER => ['Accept: application/json', 'Expect:'],
] + ($method === 'GET' ? [] : [CURLOPT_POSTFIELDS => $query]));
if (curl_exec($curl) === false) {
    fwrite(STDERR, curl_error($curl) . "\n");
    exit(1);
}

// The page writes arrays in several ways, forgets commas, and has lost closing brackets.
function values(string $page): array
{
    $php = '';
    foreach (explode("\n", $page) as $line) {
        // Some of its spaces are no-break spaces.
        $line = preg_replace('~^[\s\x{A0}]+|[\s\x{A0}]+$|\s//.*~u', '', $line);
        $line = preg_replace('~^("[^"]*"|\'[^\']*\')\s*:~', '$1 =>', $line);
        $line = preg_replace('~(=>\s*|^)(?:Array\[|\{)~', '$1[', $line);
        if ($line === '') {
            continue;
        }
        $php .= preg_match('~[,\[]$~', $line) ? $line : "$line,";
    }
    $outside = preg_replace('~"[^"]*"|\'[^\']*\'~', '', $php);
    $php .= str_repeat(']', substr_count($outside, '[') - substr_count($outside, ']'));
    return eval("return [$php];");
}

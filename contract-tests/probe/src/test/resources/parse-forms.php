<?php
// Reads cases from standard input, parses each body as PHP fills $_POST, and writes what came out beside what the
// values of the document's example become in PHP's own hands.
// Case: {body, json: [names of fields with JSON text], credentials: [names of what the client fills in], values}
$results = [];
foreach (json_decode(file_get_contents('php://stdin'), true, 512, JSON_THROW_ON_ERROR) as $case) {
    parse_str($case['body'], $sent);
    $values = $case['values'];
    foreach ($case['credentials'] as $name) {
        unset($sent[$name], $values[$name]);
    }
    foreach ($case['json'] as $name) {
        if (array_key_exists($name, $values)) {
            $values[$name] = json_encode($values[$name], JSON_THROW_ON_ERROR);
        }
    }
    parse_str(http_build_query($values), $expected);
    // Which of several JSON texts for one value it is does not matter.
    foreach ($case['json'] as $name) {
        foreach ([&$sent, &$expected] as &$form) {
            if (isset($form[$name])) {
                $form[$name] = ['json' => json_decode($form[$name], true, 512, JSON_THROW_ON_ERROR)];
            }
        }
        unset($form);
    }
    $results[] = ['sent' => sorted($sent), 'expected' => sorted($expected)];
}
echo json_encode($results, JSON_THROW_ON_ERROR);

// The order of fields has no meaning.
function sorted(array $form): array
{
    foreach ($form as &$value) {
        if (is_array($value)) {
            $value = sorted($value);
        }
    }
    unset($value);
    if (!array_is_list($form)) {
        ksort($form);
    }
    return $form;
}

<?php
// Answers a request with what PHP has made of its body.
$files = [];
foreach ($_FILES as $name => $file) {
    $files[$name] = ['name' => $file['name'], 'content' => file_get_contents($file['tmp_name'])];
}
header('Content-Type: application/json');
echo json_encode(['form' => (object) $_POST, 'files' => (object) $files], JSON_THROW_ON_ERROR);

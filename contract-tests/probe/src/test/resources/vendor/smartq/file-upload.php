<?php
// Page: smartQ API developer's guide, section "Examples", example "Upload file". Below these comments it is verbatim.
// operation: uploadFile
// slip: The example "Upload file" builds its body with `http_build_query`, which sends no file; the text asks for a standard POST file.
// status: 415
// refusal: 415 request 415

$curl = curl_init();
curl_setopt ($curl, CURLOPT_URL, "http://domain.smartqweb.com/api/v1/projects/99999/tickets/77777/notes/55555/filesv2");
curl_setopt ($curl, CURLOPT_RETURNTRANSFER, true);
curl_setopt ($curl, CURLOPT_POST, true);
curl_setopt ($curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC ) ;
curl_setopt ($curl, CURLOPT_USERPWD, "email@domain.com:11111");
curl_setopt ($curl, CURLOPT_HTTPHEADER, array(
   'X-Auth-Client-Id: 69a4d22883c57c436c4431c3982eecb2'));

$file_name = 'image.jpg';
$file_name_with_full_path = realpath($file_name);

//Notice the @ prefixing local file path - it does the trick.
$post = array(
    "file"=>'@'.$file_name_with_full_path,
);
curl_setopt ($curl, CURLOPT_POSTFIELDS, http_build_query($post));
$result = curl_exec($curl);

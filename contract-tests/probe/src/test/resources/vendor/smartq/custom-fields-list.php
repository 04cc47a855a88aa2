<?php
// Page: smartQ API developer's guide, section "Examples", example "Get project custom fields list". Below these comments it is verbatim.
// operation: listCustomFields

$curl = curl_init();
curl_setopt ($curl, CURLOPT_URL, "http://domain.smartqweb.com/api/v1/projects/99999/custom_fields");
curl_setopt ($curl, CURLOPT_RETURNTRANSFER, true);
curl_setopt ($curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC ) ;
curl_setopt ($curl, CURLOPT_USERPWD, "email@domain.com:11111");
curl_setopt ($curl, CURLOPT_HTTPHEADER, array(
   'X-Auth-Client-Id: 69a4d22883c57c436c4431c3982eecb2'));
$fields = curl_exec($curl);

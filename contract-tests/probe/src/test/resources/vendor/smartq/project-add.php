<?php
// Page: smartQ API developer's guide, section "Examples", example "Add project". Below these comments it is verbatim.
// operation: createProject

$curl = curl_init();
curl_setopt ($curl, CURLOPT_URL, "http://domain.smartqweb.com/api/v1/projects");
curl_setopt ($curl, CURLOPT_RETURNTRANSFER, true);
curl_setopt ($curl, CURLOPT_POST, true);
curl_setopt ($curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC ) ;
curl_setopt ($curl, CURLOPT_USERPWD, "email@domain.com:11111");
curl_setopt ($curl, CURLOPT_HTTPHEADER, array(
   'X-Auth-Client-Id: 69a4d22883c57c436c4431c3982eecb2'));

$post = array(
   'project' => array(
       'name' =>'New Project',
       'description' => 'New Project Description'
   )
);
curl_setopt ($curl, CURLOPT_POST, true);
curl_setopt ($curl, CURLOPT_POSTFIELDS, http_build_query($post));

$project = curl_exec($curl);

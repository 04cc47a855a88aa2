<?php
// Page: smartQ API developer's guide, section "Examples", example "Add note to ticket". Below these comments it is verbatim.
// operation: createNote
// slip: The example "Add note to ticket" sends `note[name]` for `note[text]`.
// status: 422
// refusal: 422 request.body.note.name unknown
// refusal: 422 request.body.note required

$curl = curl_init();
curl_setopt ($curl, CURLOPT_URL, "http://domain.smartqweb.com/api/v1/projects/99999/tickets/77777/notes");
curl_setopt ($curl, CURLOPT_RETURNTRANSFER, true);
curl_setopt ($curl, CURLOPT_POST, true);
curl_setopt ($curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC ) ;
curl_setopt ($curl, CURLOPT_USERPWD, "email@domain.com:11111");
curl_setopt ($curl, CURLOPT_HTTPHEADER, array(
   'X-Auth-Client-Id: 69a4d22883c57c436c4431c3982eecb2'));

$post = array(
   'note' => array(
       'name' =>'New Note'
    )
);
curl_setopt ($curl, CURLOPT_POSTFIELDS, http_build_query($post));

$result = curl_exec($curl);

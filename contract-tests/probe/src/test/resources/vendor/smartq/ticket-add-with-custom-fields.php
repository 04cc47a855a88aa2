<?php
// Page: smartQ API developer's guide, section "Examples", example "Add ticket with custom fields". Below these comments it is verbatim.
// operation: createTicket

$curl = curl_init();
curl_setopt ($curl, CURLOPT_URL, "http://domain.smartqweb.com/api/v1/projects/99999/tickets");
curl_setopt ($curl, CURLOPT_RETURNTRANSFER, true);
curl_setopt ($curl, CURLOPT_POST, true);
curl_setopt ($curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC ) ;
curl_setopt ($curl, CURLOPT_USERPWD, "email@domain.com:11111");
curl_setopt ($curl, CURLOPT_HTTPHEADER, array(
   'X-Auth-Client-Id: 69a4d22883c57c436c4431c3982eecb2'));

$post = array(
   'ticket' => array(
       'name' =>'New Ticket',
       'description' => 'New Ticket Description',
       'step_id' => 88888,
       'assigned_to' => array(1, 2, 3, 5),
   // here come the values for the custom fields
       'f3' => 'some important info',
       'f4' => 2013,
       'f5' => array(1234, 4321)
   )
);
curl_setopt ($curl, CURLOPT_POSTFIELDS, http_build_query($post));
$result = curl_exec($curl);

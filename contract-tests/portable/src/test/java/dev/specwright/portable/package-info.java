/** Clients in other languages, made from our documents. */
package dev.specwright.portable;

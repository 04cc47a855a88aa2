/**
 * OpenAPI Generator's "retrofit-moshi": Retrofit interfaces, immutable models and streaming Moshi
 * adapters. Classes decide, templates print.
 */
@NullMarked
package dev.specwright.generator;

import org.jspecify.annotations.NullMarked;

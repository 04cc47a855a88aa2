/** Access tokens that several processes share by way of Redis. */
@NullMarked
package dev.specwright.redis;

import org.jspecify.annotations.NullMarked;

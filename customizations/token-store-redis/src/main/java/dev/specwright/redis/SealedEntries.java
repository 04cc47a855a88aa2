package dev.specwright.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.specwright.core.TokenStore.Entry;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** Tokens as a text that only holders of the key can read, and only in its own place. */
final class SealedEntries {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** Of an entry with an empty token. Java's cipher fails oddly on what is shorter than a tag. */
  private static final int SHORTEST = NONCE + Long.BYTES + TAG_BITS / Byte.SIZE;

  /** In bytes, of an AES key. */
  private static final Set<Integer> LENGTHS = Set.of(16, 24, 32);

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  SealedEntries(SecretKey key) {
    byte[] encoded = key.getEncoded();
    // A key that lives in hardware does not show its length.
    boolean hasLength = encoded == null || LENGTHS.contains(encoded.length);
    if (!key.getAlgorithm().equals("AES") || !hasLength) {
      throw new IllegalArgumentException(
          "Expected an AES key of 128, 192 or 256 bits but found another. Make one with"
              + " new SecretKeySpec(bytes, \"AES\") of 16, 24 or 32 random bytes.");
    }
    this.key = key;
  }

  /** Returns nonce and ciphertext of time and token. */
  String seal(String place, Entry entry) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] token = entry.value().getBytes(UTF_8);
    byte[] plain =
        ByteBuffer.allocate(Long.BYTES + token.length)
            .putLong(entry.replaceAt().toEpochMilli())
            .put(token)
            .array();
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, place, nonce, plain);
    byte[] all = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(all);
  }

  /**
   * Returns the token, or null if it was sealed with another key, for another place, or not here.
   */
  @Nullable Entry open(String place, String text) {
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      if (all.remaining() < SHORTEST) return null;
      byte[] nonce = new byte[NONCE];
      byte[] sealed = new byte[all.remaining() - NONCE];
      all.get(nonce).get(sealed);
      ByteBuffer plain = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, place, nonce, sealed));
      Instant replaceAt = Instant.ofEpochMilli(plain.getLong());
      byte[] token = new byte[plain.remaining()];
      plain.get(token);
      return new Entry(new String(token, UTF_8), replaceAt);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private byte[] crypt(int mode, String place, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      // Its text could only be about the key or the token.
      throw new IllegalArgumentException("The token could not be sealed or opened");
    }
  }
}

package dev.specwright.benchmarks;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.runtime.Settings;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import com.google.gson.Gson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** All who read, by the names under which the report shows them. */
public enum Readers {
  /** We, from a source, as an answer comes. */
  SPECWRIGHT {
    @Override
    Reader reader(Subject subject) {
      JsonAdapter<Object> adapter = subject.adapter();
      return document -> nonNull(adapter.fromJson(source(document)));
    }
  },
  JACKSON {
    @Override
    Reader reader(Subject subject) {
      return jackson(mapper().build(), subject.rivalType());
    }
  },
  JACKSON_BLACKBIRD {
    @Override
    Reader reader(Subject subject) {
      return jackson(mapper().addModule(new BlackbirdModule()).build(), subject.rivalType());
    }
  },
  JACKSON_CORE {
    @Override
    Reader reader(Subject subject) {
      return HandReader.of(subject);
    }
  },
  DSL_JSON {
    @Override
    Reader reader(Subject subject) {
      DslJson<Object> json = new DslJson<>(Settings.withRuntime().includeServiceLoader());
      Type type = subject.rivalType();
      return document -> nonNull(json.deserialize(type, document, document.length));
    }
  },
  /** What the stock generator's {@code java/retrofit2} reads with. */
  GSON {
    @Override
    Reader reader(Subject subject) {
      Gson gson = new Gson();
      Type type = subject.rivalType();
      return document ->
          nonNull(
              gson.fromJson(
                  new InputStreamReader(new ByteArrayInputStream(document), StandardCharsets.UTF_8),
                  type));
    }
  },
  MOSHI_REFLECTIVE {
    @Override
    Reader reader(Subject subject) {
      JsonAdapter<Object> adapter = new Moshi.Builder().build().adapter(subject.rivalType());
      return document -> nonNull(adapter.fromJson(source(document)));
    }
  },
  /** Looks at each byte once: nobody can be faster. */
  BYTE_SCAN {
    @Override
    Reader reader(Subject subject) {
      return document -> {
        int quotes = 0;
        for (byte each : document) if (each == '"') quotes++;
        return quotes;
      };
    }
  };

  /** Returns what reads documents of {@code subject}. */
  abstract Reader reader(Subject subject);

  private static BufferedSource source(byte[] document) {
    return Okio.buffer(Okio.source(new ByteArrayInputStream(document)));
  }

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static Reader jackson(ObjectMapper mapper, Type type) {
    ObjectReader reader = mapper.readerFor(mapper.constructType(type));
    return document -> nonNull(reader.readValue(document));
  }

  private static Object nonNull(@Nullable Object value) {
    return Objects.requireNonNull(value);
  }
}

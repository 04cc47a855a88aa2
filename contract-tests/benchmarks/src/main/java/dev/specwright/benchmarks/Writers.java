package dev.specwright.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import java.io.IOException;
import okhttp3.RequestBody;
import okio.Buffer;
import retrofit2.Converter;

/** All who write, by the names under which the report shows them. */
public enum Writers {
  /** We: what Retrofit does with the body of a call, and OkHttp with that. */
  SPECWRIGHT {
    @Override
    Writer writer(Body body) {
      Converter<Object, RequestBody> converter = body.converter();
      Object value = body.value();
      return () -> {
        RequestBody request = converter.convert(value);
        if (request == null) throw new IOException("Expected a body but there was none");
        Buffer sink = new Buffer();
        request.writeTo(sink);
        long size = sink.size();
        sink.clear();
        return size;
      };
    }
  },
  /** Always as JSON. */
  JACKSON {
    @Override
    Writer writer(Body body) {
      return jackson(new ObjectMapper(), body);
    }
  },
  /** Always as JSON. */
  JACKSON_BLACKBIRD {
    @Override
    Writer writer(Body body) {
      return jackson(JsonMapper.builder().addModule(new BlackbirdModule()).build(), body);
    }
  };

  /** Writes the same value each time. */
  @FunctionalInterface
  interface Writer {
    /** Returns how many bytes came out. */
    long write() throws IOException;
  }

  /** Returns what writes {@code body}. */
  abstract Writer writer(Body body);

  private static Writer jackson(ObjectMapper mapper, Body body) {
    Object value = body.rivalValue();
    ObjectWriter writer = mapper.writerFor(value.getClass());
    return () -> writer.writeValueAsBytes(value).length;
  }
}

package dev.specwright.benchmarks;

/** All who call, by the names under which the report shows them. */
public enum Callers {
  /** We: the client that users build. */
  SPECWRIGHT {
    @Override
    Caller caller(String server) {
      return new SpecwrightCaller(server);
    }
  },
  /** OkHttp, which reads the bytes and nothing else: what the rest adds to is this. */
  RAW_OKHTTP {
    @Override
    Caller caller(String server) {
      return new RawOkHttpCaller(server);
    }
  },
  /** Interface and models as the stock generator's {@code java/retrofit2} makes them. */
  RETROFIT_GSON {
    @Override
    Caller caller(String server) {
      return new RetrofitGsonCaller(server);
    }
  },
  OKHTTP_JACKSON {
    @Override
    Caller caller(String server) {
      return new OkHttpJacksonCaller(server);
    }
  },
  JAVA_HTTP_JACKSON {
    @Override
    Caller caller(String server) {
      return new JavaHttpJacksonCaller(server);
    }
  };

  /** Returns a client of the server at that URL, which ends in a slash. */
  abstract Caller caller(String server);
}

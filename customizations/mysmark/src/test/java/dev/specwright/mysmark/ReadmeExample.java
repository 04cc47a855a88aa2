package dev.specwright.mysmark;

import dev.specwright.mysmark.model.ObjectCreation;
import dev.specwright.mysmark.model.Smark;
import dev.specwright.mysmark.model.SmarkObject;
import java.time.Instant;
import java.util.Map;
import okhttp3.HttpUrl;

/** The examples of README.md: the lines between the markers. */
final class ReadmeExample {
  private ReadmeExample() {}

  static MySmark client(String clientId, String clientSecret) {
    // readme
    MySmark mysmark = MySmark.builder().clientId(clientId).clientSecret(clientSecret).build();
    // end
    return mysmark;
  }

  static HttpUrl run(MySmark mysmark) {
    // readme
    ObjectCreation summit =
        ObjectCreation.builder()
            .name("Web Summit 2015")
            .category("conference")
            .singleVote(false)
            .expires(Instant.parse("2015-11-06T00:00:00Z"))
            .build();
    String id = MySmark.idOf(mysmark.objects().createObject(mysmark.owner(), summit).fetch());
    HttpUrl iframe = MySmark.embedUrl(id);
    for (Smark smark : mysmark.allObjectSmarks(id)) System.out.println(smark);
    // end
    return iframe;
  }

  static MySmark fromEnvironment(Map<String, String> variables) {
    // readme
    MySmark mysmark = MySmark.builder().fromEnvironment(variables).build();
    // MYSMARK_CLIENT_ID and MYSMARK_CLIENT_SECRET, usually of System.getenv()
    // end
    return mysmark;
  }

  static SmarkObject keyword(MySmark mysmark) {
    // readme
    Keyword votes = Keyword.of("votes", "objects");
    SmarkObject answer =
        mysmark.objects().getObject("me", "54321").tag(Keyword.class, votes).fetch();
    // GET /api/me/objects/54321/votes
    // end
    return answer;
  }
}

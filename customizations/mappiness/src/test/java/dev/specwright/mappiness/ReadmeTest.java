package dev.specwright.mappiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void exampleIsWhatIsCompiled() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/dev/specwright/mappiness/ReadmeExample.java"));
    String compiled =
        Pattern.compile("(?s)// readme\n(.*?) *// end\n")
            .matcher(source)
            .results()
            .map(lines -> lines.group(1).stripTrailing().stripIndent() + "\n")
            .collect(Collectors.joining());

    MatchResult block =
        Pattern.compile("(?s)```java\n(.*?)```")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .findFirst()
            .orElseThrow();

    assertEquals(compiled, block.group(1));
  }

  @Test
  void exampleSendsWhatItSays() throws Exception {
    String target = "mappiness.json?include=happy%2Cdo_*&limit=10";
    try (FakeMappiness fake = new FakeMappiness()) {
      fake.json("[{\"happy\":0.620482}]");
      fake.json("{\"url\":\"" + fake.url("u/" + FakeMappiness.HAPPY + "/" + target) + "\"}");
      fake.json("[{\"happy\":0.620482}]");
      fake.answer("text/csv", "start_time\n2011-03-13 12:11:26 +0000\n");

      assertEquals(0.620482, ReadmeExample.run(fake.client()).get(0).happy());

      assertEquals("/3kkq.pk7d.23wb/" + target, fake.request().getTarget());
      assertEquals("/get_u/3kkq.pk7d.23wb/" + target, fake.request().getTarget());
      assertEquals("/u/" + FakeMappiness.HAPPY + "/" + target, fake.request().getTarget());
      assertEquals("/3kkq.pk7d.23wb/mappiness.csv", fake.request().getTarget());
    }
    assertEquals(
        "https://mappiness.me/get_u/%7Bsecret%7D/mappiness.json",
        ReadmeExample.build().signatures().signResponses().request().url().toString());
  }
}

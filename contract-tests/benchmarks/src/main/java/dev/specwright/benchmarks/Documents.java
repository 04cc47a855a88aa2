package dev.specwright.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.specwright.benchmarks.rival.ExportRow;
import dev.specwright.benchmarks.rival.SurveyAnswer;
import dev.specwright.benchmarks.rival.TicketPage;
import dev.specwright.benchmarks.rival.TicketRow;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes the documents that all read. The same number of rows gives the same bytes, everywhere. */
public final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2011-05-23T17:04:12Z");
  private static final DateTimeFormatter ROW_TIME = format("yyyy/MM/dd HH:mm:ss '+0000'");
  private static final DateTimeFormatter ANSWER_TIME = format("yyyy-MM-dd'T'HH:mm:ss'-0300'");
  private static final DateTimeFormatter TICKET_TIME = format("yyyy-MM-dd HH:mm:ss");
  private static final List<String> NOTES =
      List.of(
          "Lunch, then a walk",
          "Café with Zoë — the sun came out",
          "\"Why now?\", she said",
          "Späte Sitzung im Büro",
          "今日はとても楽しかった",
          "Stuck on a train\nagain",
          "Garden 🌱");
  private static final List<String> ANSWERS =
      List.of(
          "Muy satisfecho",
          "Regular",
          "La atención fue rápida y amable, aunque esperé más de lo que pensaba",
          "¡Excelente!",
          "No volvería a comprar");

  private final Random random = new Random(20110523);

  private Documents() {}

  /** Rows of a Mappiness export, with every column that the document names. */
  public static byte[] export(int rows) {
    Documents documents = new Documents();
    return bytes(IntStream.range(0, rows).mapToObj(documents::row).toList());
  }

  /** Answers to an ICOMMKT survey. The page shows none, so what is inside of them is made up. */
  public static byte[] answers(int count) {
    Documents documents = new Documents();
    return bytes(IntStream.range(0, count).mapToObj(documents::answer).toList());
  }

  /** A page of smartQ tickets: what stands in the member {@code data} of the answer. */
  public static byte[] tickets(int count) {
    return bytes(ticketPage(count));
  }

  /** What smartQ answers with a page of tickets. */
  public static byte[] ticketsAnswer(int count) {
    return enveloped(ticketPage(count));
  }

  /** What smartQ answers with one ticket, about 300 bytes. */
  public static byte[] ticketAnswer() {
    return enveloped(ticket());
  }

  /** The ticket of {@link #ticketAnswer}. */
  static TicketRow ticket() {
    TicketRow ticket = new Documents().ticket(0);
    ticket.description = "New Ticket Description";
    ticket.custom_fields = null;
    return ticket;
  }

  private static TicketPage ticketPage(int count) {
    Documents documents = new Documents();
    TicketPage page = new TicketPage();
    page.items = IntStream.range(0, count).mapToObj(documents::ticket).toList();
    return page;
  }

  private static byte[] enveloped(Object data) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", null);
    answer.put("data", data);
    return bytes(answer);
  }

  private ExportRow row(int index) {
    ExportRow row = new ExportRow();
    Instant time = START.plusSeconds(index * 41_231L + random.nextInt(20_000));
    boolean interrupted = random.nextInt(50) == 0;
    row.start_time_epoch = time.getEpochSecond();
    row.start_time = at(ROW_TIME, time);
    row.noise_50pc = -decimal(60, 100);
    row.noise_90pc = -decimal(40, 100);
    row.happy = decimal(1, 1_000_000);
    row.relaxed = decimal(1, 1_000_000);
    row.awake = decimal(1, 1_000_000);
    row.in_out = pick(List.of("in", "out", "vehicle"));
    if (interrupted) return row;
    row.home_work = pick(List.of("home", "work", "other"));
    if (random.nextInt(5) == 0) {
      row.photo_url =
          "https://mappiness.me/u/3kkq.2727e5a04d8acc225b3320799348/private_photos/"
              + index
              + ".jpg";
      row.photo_landscape = random.nextInt(2);
    }
    row.time_taken = decimal(120, 10);
    row.beep_time_epoch = time.getEpochSecond() - 132;
    row.beep_time = at(ROW_TIME, time.minusSeconds(132));
    row.beep_sound = pick(List.of("Chime", "Bell", "Marimba"));
    flags(row);
    if (random.nextInt(3) == 0) row.notes = pick(NOTES);
    row.accuracy_m = random.nextInt(4) == 0 ? decimal(2000, 10) : 200.0;
    return row;
  }

  private void flags(ExportRow row) {
    try {
      for (Field column : ExportRow.class.getFields()) {
        if (column.getName().startsWith("with_") || column.getName().startsWith("do_")) {
          column.set(row, random.nextInt(10) == 0 ? 1 : 0);
        }
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError("Expected public fields", e);
    }
  }

  private SurveyAnswer answer(int index) {
    SurveyAnswer answer = new SurveyAnswer();
    answer.created_at = at(ANSWER_TIME, START.plusSeconds(index * 997L));
    answer.participant = new LinkedHashMap<>();
    answer.participant.put("id", 810_000 + index);
    answer.participant.put("email", "participante" + index + "@example.com");
    answer.participant.put("name", pick(List.of("María Núñez", "João Peña", "Ana", "Iñaki Ruiz")));
    answer.participant.put("score", decimal(10, 10));
    answer.hiddenfields = new LinkedHashMap<>();
    answer.hiddenfields.put("origin", pick(List.of("mail", "web", "sms")));
    answer.hiddenfields.put("order", "A-" + random.nextInt(1_000_000));
    answer.hiddenfields.put("vip", random.nextBoolean());
    answer.questions = new ArrayList<>();
    for (int i = 0; i < 7; i++) answer.questions.add(question(i));
    return answer;
  }

  private Map<String, Object> question(int position) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("id", String.valueOf(1842 + position));
    question.put("question", "¿Qué tan satisfecho estás con nuestro servicio?");
    question.put("type", position % 2 == 0 ? "multiple" : "text");
    question.put("position", position + 1);
    question.put("mandatory", null);
    if (position % 2 == 1) {
      question.put("answer", pick(ANSWERS));
      return question;
    }
    List<Object> options = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Map<String, Object> option = new LinkedHashMap<>();
      option.put("id", 9000 + position * 10 + i);
      option.put("option", pick(ANSWERS));
      option.put("chosen", i == 0);
      options.add(option);
    }
    question.put("options", options);
    question.put("weights", List.of(0.25, 0.5, decimal(1, 1000)));
    return question;
  }

  private TicketRow ticket(int index) {
    TicketRow ticket = new TicketRow();
    Instant time = Instant.parse("2013-11-21T10:15:00Z").plusSeconds(index * 613L);
    ticket.id = 77_777L + index;
    ticket.project_id = 99_999;
    ticket.name = "New Ticket " + index;
    ticket.description =
        "The customer writes: “"
            + pick(NOTES)
            + "”. Please call back before Friday and say what comes next, since the order went to"
            + " the wrong address twice and nobody in the shop could tell them why; "
            + pick(NOTES);
    ticket.step_id = 88_888L + index % 5;
    ticket.tags = pick(List.of("red,urgent", "blue", "größer,später"));
    ticket.required_by = index % 3 == 0 ? null : "2013-12-20";
    ticket.assigned_to = List.of(1, 2, 3, 5 + random.nextInt(20));
    ticket.insert_time = at(TICKET_TIME, time);
    ticket.update_time = at(TICKET_TIME, time.plusSeconds(4000));
    ticket.custom_fields = new LinkedHashMap<>();
    ticket.custom_fields.put("f3", "some important info");
    ticket.custom_fields.put("f4", 2000 + random.nextInt(40));
    ticket.custom_fields.put("f5", List.of(1234, 4321));
    ticket.custom_fields.put("f6", pick(NOTES));
    ticket.custom_fields.put("f7", decimal(1000, 100));
    ticket.custom_fields.put("f8", null);
    return ticket;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private double decimal(int limit, int steps) {
    return random.nextInt(1, limit * steps) / (double) steps;
  }

  private static String at(DateTimeFormatter format, Instant time) {
    return format.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

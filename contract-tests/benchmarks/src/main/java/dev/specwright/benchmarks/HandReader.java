package dev.specwright.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.specwright.benchmarks.rival.ExportRow;
import dev.specwright.benchmarks.rival.SurveyAnswer;
import dev.specwright.benchmarks.rival.TicketPage;
import dev.specwright.benchmarks.rival.TicketRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads with jackson-core and nothing else, as one would write it by hand for these documents. */
final class HandReader {
  private static final JsonFactory FACTORY = new JsonFactory();

  private HandReader() {}

  /** Reads one value, on whose first token the parser stands. */
  private interface Value<T> {
    T read(JsonParser in) throws IOException;
  }

  static Reader of(Subject subject) {
    return switch (subject) {
      case EXPORT -> document -> whole(document, in -> list(in, HandReader::exportRow));
      case ANSWERS -> document -> whole(document, in -> list(in, HandReader::answer));
      case TICKETS -> document -> whole(document, HandReader::ticketPage);
    };
  }

  private static <T> T whole(byte[] document, Value<T> value) throws IOException {
    try (JsonParser in = FACTORY.createParser(document)) {
      in.nextToken();
      return value.read(in);
    }
  }

  private static ExportRow exportRow(JsonParser in) throws IOException {
    ExportRow row = new ExportRow();
    String name;
    while ((name = in.nextFieldName()) != null) {
      in.nextToken();
      switch (name) {
        case "start_time_epoch" -> row.start_time_epoch = in.getLongValue();
        case "start_time" -> row.start_time = text(in);
        case "noise_50pc" -> row.noise_50pc = in.getDoubleValue();
        case "noise_90pc" -> row.noise_90pc = in.getDoubleValue();
        case "happy" -> row.happy = in.getDoubleValue();
        case "relaxed" -> row.relaxed = in.getDoubleValue();
        case "awake" -> row.awake = in.getDoubleValue();
        case "in_out" -> row.in_out = text(in);
        case "home_work" -> row.home_work = text(in);
        case "photo_url" -> row.photo_url = text(in);
        case "photo_landscape" -> row.photo_landscape = flag(in);
        case "time_taken" -> row.time_taken = number(in);
        case "beep_time_epoch" -> row.beep_time_epoch = whole(in);
        case "beep_time" -> row.beep_time = text(in);
        case "beep_sound" -> row.beep_sound = text(in);
        case "with_partner" -> row.with_partner = flag(in);
        case "with_children" -> row.with_children = flag(in);
        case "with_relatives" -> row.with_relatives = flag(in);
        case "with_peers" -> row.with_peers = flag(in);
        case "with_clients" -> row.with_clients = flag(in);
        case "with_friends" -> row.with_friends = flag(in);
        case "with_others" -> row.with_others = flag(in);
        case "do_work" -> row.do_work = flag(in);
        case "do_meet" -> row.do_meet = flag(in);
        case "do_travel" -> row.do_travel = flag(in);
        case "do_cook" -> row.do_cook = flag(in);
        case "do_chores" -> row.do_chores = flag(in);
        case "do_admin" -> row.do_admin = flag(in);
        case "do_shop" -> row.do_shop = flag(in);
        case "do_wait" -> row.do_wait = flag(in);
        case "do_child" -> row.do_child = flag(in);
        case "do_pet" -> row.do_pet = flag(in);
        case "do_care" -> row.do_care = flag(in);
        case "do_rest" -> row.do_rest = flag(in);
        case "do_sick" -> row.do_sick = flag(in);
        case "do_pray" -> row.do_pray = flag(in);
        case "do_wash" -> row.do_wash = flag(in);
        case "do_love" -> row.do_love = flag(in);
        case "do_chat" -> row.do_chat = flag(in);
        case "do_eat" -> row.do_eat = flag(in);
        case "do_caffeine" -> row.do_caffeine = flag(in);
        case "do_booze" -> row.do_booze = flag(in);
        case "do_smoke" -> row.do_smoke = flag(in);
        case "do_msg" -> row.do_msg = flag(in);
        case "do_net" -> row.do_net = flag(in);
        case "do_tv" -> row.do_tv = flag(in);
        case "do_music" -> row.do_music = flag(in);
        case "do_speech" -> row.do_speech = flag(in);
        case "do_read" -> row.do_read = flag(in);
        case "do_theatre" -> row.do_theatre = flag(in);
        case "do_museum" -> row.do_museum = flag(in);
        case "do_match" -> row.do_match = flag(in);
        case "do_walk" -> row.do_walk = flag(in);
        case "do_sport" -> row.do_sport = flag(in);
        case "do_gardening" -> row.do_gardening = flag(in);
        case "do_birdwatch" -> row.do_birdwatch = flag(in);
        case "do_hunt" -> row.do_hunt = flag(in);
        case "do_compgame" -> row.do_compgame = flag(in);
        case "do_game" -> row.do_game = flag(in);
        case "do_bet" -> row.do_bet = flag(in);
        case "do_art" -> row.do_art = flag(in);
        case "do_sing" -> row.do_sing = flag(in);
        case "do_other" -> row.do_other = flag(in);
        case "do_other2" -> row.do_other2 = flag(in);
        case "notes" -> row.notes = text(in);
        case "accuracy_m" -> row.accuracy_m = number(in);
        default -> in.skipChildren();
      }
    }
    return row;
  }

  private static SurveyAnswer answer(JsonParser in) throws IOException {
    SurveyAnswer answer = new SurveyAnswer();
    String name;
    while ((name = in.nextFieldName()) != null) {
      in.nextToken();
      switch (name) {
        case "created_at" -> answer.created_at = text(in);
        case "participant" -> answer.participant = map(in);
        case "hiddenfields" -> answer.hiddenfields = map(in);
        case "questions" -> answer.questions = list(in, HandReader::map);
        default -> in.skipChildren();
      }
    }
    return answer;
  }

  private static TicketPage ticketPage(JsonParser in) throws IOException {
    TicketPage page = new TicketPage();
    String name;
    while ((name = in.nextFieldName()) != null) {
      in.nextToken();
      if (name.equals("items")) {
        page.items = list(in, HandReader::ticket);
      } else {
        in.skipChildren();
      }
    }
    return page;
  }

  private static TicketRow ticket(JsonParser in) throws IOException {
    TicketRow ticket = new TicketRow();
    String name;
    while ((name = in.nextFieldName()) != null) {
      in.nextToken();
      switch (name) {
        case "id" -> ticket.id = in.getLongValue();
        case "project_id" -> ticket.project_id = in.getLongValue();
        case "name" -> ticket.name = text(in);
        case "description" -> ticket.description = text(in);
        case "step_id" -> ticket.step_id = in.getLongValue();
        case "tags" -> ticket.tags = text(in);
        case "required_by" -> ticket.required_by = text(in);
        case "assigned_to" -> ticket.assigned_to = any(in);
        case "insert_time" -> ticket.insert_time = text(in);
        case "update_time" -> ticket.update_time = text(in);
        case "custom_fields" ->
            ticket.custom_fields = in.currentToken() == JsonToken.VALUE_NULL ? null : map(in);
        default -> in.skipChildren();
      }
    }
    return ticket;
  }

  private static <T> List<T> list(JsonParser in, Value<T> element) throws IOException {
    List<T> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) list.add(element.read(in));
    return list;
  }

  private static List<@Nullable Object> anyList(JsonParser in) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) list.add(any(in));
    return list;
  }

  private static Map<String, @Nullable Object> map(JsonParser in) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    String name;
    while ((name = in.nextFieldName()) != null) {
      in.nextToken();
      map.put(name, any(in));
    }
    return map;
  }

  private static @Nullable Object any(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> map(in);
      case START_ARRAY -> anyList(in);
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      default -> in.getText();
    };
  }

  private static @Nullable String text(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : in.getText();
  }

  private static @Nullable Double number(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : in.getDoubleValue();
  }

  private static @Nullable Long whole(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : in.getLongValue();
  }

  private static @Nullable Integer flag(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : in.getIntValue();
  }
}

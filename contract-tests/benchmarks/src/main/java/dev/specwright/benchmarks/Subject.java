package dev.specwright.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import dev.specwright.benchmarks.rival.ExportRow;
import dev.specwright.benchmarks.rival.SurveyAnswer;
import dev.specwright.benchmarks.rival.TicketPage;
import dev.specwright.icommkt.model.Answer;
import dev.specwright.mappiness.model.ResponseRow;
import dev.specwright.runtime.ApiDescription;
import dev.specwright.smartq.model.TicketList;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.IntFunction;

/** What is read: a document, and its type for us and for the rivals. */
@SuppressWarnings("ImmutableEnumChecker") // Nothing here changes.
public enum Subject {
  EXPORT(
      Documents::export,
      10_000,
      dev.specwright.mappiness.api.ApiDocument.DESCRIPTION,
      Types.newParameterizedType(List.class, ResponseRow.class),
      new TypeReference<List<ExportRow>>() {}.getType()),
  ANSWERS(
      Documents::answers,
      100,
      dev.specwright.icommkt.api.ApiDocument.DESCRIPTION,
      Types.newParameterizedType(List.class, Answer.class),
      new TypeReference<List<SurveyAnswer>>() {}.getType()),
  TICKETS(
      Documents::tickets,
      100,
      dev.specwright.smartq.api.ApiDocument.DESCRIPTION,
      TicketList.class,
      TicketPage.class);

  private final IntFunction<byte[]> document;
  private final int rows;
  private final ApiDescription api;
  private final Type model;
  private final Type rivalType;

  Subject(IntFunction<byte[]> document, int rows, ApiDescription api, Type model, Type rivalType) {
    this.document = document;
    this.rows = rows;
    this.api = api;
    this.model = model;
    this.rivalType = rivalType;
  }

  /** The document in its full size. */
  public byte[] document() {
    return document(rows);
  }

  /** The document with so many rows. */
  public byte[] document(int count) {
    return document.apply(count);
  }

  /** What our document says of the API. */
  ApiDescription api() {
    return api;
  }

  /** Our adapter, got as any user of the client gets it. */
  JsonAdapter<Object> adapter() {
    return api.moshi().adapter(model);
  }

  /** What the rivals read it as. */
  Type rivalType() {
    return rivalType;
  }
}

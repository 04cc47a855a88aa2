package consumer.kotlin

import consumer.server.ClassPath
import consumer.server.LocalServer
import consumer.server.LocalServer.expect
import dev.specwright.smartq.SmartQ
import dev.specwright.smartq.model.Ticket
import dev.specwright.smartq.model.TicketInput
import okhttp3.HttpUrl.Companion.toHttpUrl

/** The type that the compiler gives to a value. */
inline fun <reified T> typeOf(value: T): String = kotlin.reflect.typeOf<T>().toString().substringBefore(" (")

/** Calls the API as a user of Kotlin does, who also uses OkHttp's own Kotlin functions. */
fun main(jars: Array<String>) {
  LocalServer.start("""{"error":null,"data":{"id":77777,"name":"New Ticket"}}""").use { server ->
    SmartQ.builder()
        .server(server.url().toHttpUrl().toString())
        .login("fake@example.com", "fake-password")
        .clientId("fake-id")
        .build()
        .use { smartQ ->
          val ticket: Ticket =
              smartQ
                  .tickets()
                  .createTicket(99999, TicketInput.builder().name("New Ticket").stepId(88888L).build())
                  .fetch()
          // To Kotlin the null markers are types. To a compiler that does not read them, the type of an id
          // would be one that may be taken for either.
          expect("java.lang.Long?", typeOf(ticket.id()))
          expect("dev.specwright.smartq.model.Ticket", typeOf(ticket))
          expect(77777L, ticket.id() ?: 0L)
          expect(
              listOf("POST /api/v1/projects/99999/tickets ticket%5Bname%5D=New+Ticket&ticket%5Bstep_id%5D=88888"),
              server.requests())
        }
  }
  ClassPath.report("specwright-smartq with Kotlin", *jars)
}

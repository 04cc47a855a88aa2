package consumer.kotlin

import consumer.server.ClassPath
import consumer.server.LocalServer
import consumer.server.LocalServer.expect
import dev.specwright.smartq.SmartQ
import dev.specwright.smartq.model.Ticket
import dev.specwright.smartq.model.TicketInput
import okhttp3.HttpUrl.Companion.toHttpUrl

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
          // To Kotlin the null markers are types: an id may be missing, and the compiler knows.
          val id: Long? = ticket.id()
          expect(77777L, id ?: 0L)
          expect(
              listOf("POST /api/v1/projects/99999/tickets ticket%5Bname%5D=New+Ticket&ticket%5Bstep_id%5D=88888"),
              server.requests())
        }
  }
  ClassPath.report("specwright-smartq with Kotlin", *jars)
}

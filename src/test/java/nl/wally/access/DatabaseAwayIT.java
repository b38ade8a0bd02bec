package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import nl.wally.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayIT {
    @Test
    void blamesNeitherClientNorToken(CapturedOutput output) throws Exception {
        EmbeddedPostgres postgres = AccessSlice.postgres();
        try (ConfigurableApplicationContext server =
                AccessSlice.start(AccessSlice.class, AccessSlice.database(postgres))) {
            URI base = AccessSlice.address(server);
            postgres.close();

            HttpResponse<String> token = new Tokens(base).ask("his", "demo", "client_credentials");
            assertThat(token.statusCode()).isEqualTo(503);
            // A key that no node has seen is looked for again; the pause between two looks is five seconds.
            Thread.sleep(5_100);
            HttpRequest call = HttpRequest.newBuilder(base.resolve("/fhir/whoami"))
                    .header("Authorization", "Bearer " + SignedElsewhere.TOKEN)
                    .build();
            HttpResponse<String> fhir = HttpClient.newHttpClient().send(call, BodyHandlers.ofString());
            assertThat(fhir.statusCode()).isEqualTo(503);
            assertThat(fhir.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(fhir.body()).contains("OperationOutcome").contains("transient");
            assertThat(output).doesNotContain("Servlet.service()").contains("A caller cannot be checked");
        }
    }

    /** A well-formed token with an unknown key. */
    private static final class SignedElsewhere {
        private static final String TOKEN = java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"unknown\"}".getBytes())
                + ".e30.c2ln";
    }
}

package nl.wally.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import nl.wally.ServerIT;
import org.junit.jupiter.api.Test;

/** The guide over HTTP: open to read, closed to everything else, and not sent twice. */
class GuideIT extends ServerIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void anybodyReadsTheStartPage() throws Exception {
        var page = get("/ig/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(text(page)).contains("<html lang=\"en\">", "Waar is Wally");
        assertThat(text(get("/ig/index-nl.html"))).contains("<html lang=\"nl\">");
    }

    @Test
    void whoeverComesWithoutAPathIsShownTheWay() throws Exception {
        for (String path : new String[] {"/", "/ig"}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(header(answer, "Location")).isEqualTo("/ig/");
        }
    }

    @Test
    void pagesRunNoScriptButTheirOwnAndAreWhatTheySay() throws Exception {
        var page = get("/ig/states.html");
        assertThat(header(page, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatTheReaderHasIsNotSentAgain() throws Exception {
        String etag = header(get("/ig/guide.css"), "ETag");
        var again = send(request("/ig/guide.css").header("If-None-Match", etag).GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(again, "ETag")).isEqualTo(etag);
    }

    @Test
    void whoUnderstandsItGetsItCompressed() throws Exception {
        var plain = get("/ig/problems.html");
        var packed = send(
                request("/ig/problems.html").header("Accept-Encoding", "gzip").GET());
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
        assertThat(unpacked).isEqualTo(plain.body());
    }

    @Test
    void headAnswersWithoutTheBody() throws Exception {
        var head = send(request("/ig/states.html").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isNotEmpty();
    }

    @Test
    void aPageThatDoesNotExistLooksLikeTheOthers() throws Exception {
        for (String path : new String[] {"/ig/nothing.html", "/ig/no/folder.html", "/ig/page.html%3Cscript%3E"}) {
            var missing = get(path);
            assertThat(missing.statusCode()).as(path).isEqualTo(404);
            assertThat(text(missing)).contains("Page not found").doesNotContain("<script>");
        }
    }

    @Test
    void nothingCanBeDoneThereButRead() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            var answer = send(request("/ig/").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(method).isEqualTo(401);
        }
        assertThat(get("/ig/../actuator").statusCode()).isIn(400, 401);
    }

    @Test
    void filesForMachinesSayWhatTheyAre() throws Exception {
        assertThat(header(get("/ig/package.tgz"), "Content-Type")).isEqualTo("application/gzip");
        assertThat(header(get("/ig/Bundle-TheaReferral.json"), "Content-Type"))
                .isEqualTo("application/fhir+json;charset=UTF-8");
        assertThat(header(get("/ig/Bundle-TheaReferral.xml"), "Content-Type"))
                .isEqualTo("application/fhir+xml;charset=UTF-8");
        assertThat(header(get("/ig/task-transitions.csv"), "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(java.net.URI.create(server.base() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

package nl.wally.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.wally.shared.Language;
import org.awaitility.Awaitility;
import org.springframework.web.util.HtmlUtils;

/** The page of the demo region that shows the e-mail which its people got. */
final class CatcherPage {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ROW = Pattern.compile("<td>([^<]*)</td>\\s*<td><a href=\"([^\"]*)\">([^<]*)</a></td>");

    /** Other tests may have much to send at the same time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI base;

    CatcherPage(int port) {
        this.base = URI.create("http://localhost:" + port);
    }

    /** What is there now, the newest first. */
    List<Mail> all() {
        return ROW.matcher(get("/demo/mail").body())
                .results()
                .map(row -> new Mail(
                        HtmlUtils.htmlUnescape(row.group(1)),
                        HtmlUtils.htmlUnescape(row.group(3)),
                        HtmlUtils.htmlUnescape(row.group(2))))
                .toList();
    }

    /** The newest of this kind to this address, once it is there. */
    Mail await(String to, LetterKind kind) {
        return await(to, kind.says().in(Language.DUTCH));
    }

    Mail await(String to, String subject) {
        return Awaitility.await(subject + " to " + to)
                .atMost(PATIENCE)
                .until(() -> find(to, subject), Optional::isPresent)
                .orElseThrow();
    }

    Optional<Mail> find(String to, String subject) {
        return all().stream()
                .filter(mail -> mail.to().equals(to) && mail.subject().equals(subject))
                .findFirst();
    }

    /** Headers, text and HTML of one. */
    String source(Mail mail) {
        return HtmlUtils.htmlUnescape(get(mail.path()).body());
    }

    String html(Mail mail) {
        return get(mail.path() + "/html").body();
    }

    /** What a browser may do with the HTML of one. */
    String policy(Mail mail) {
        return get(mail.path() + "/html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }

    HttpResponse<String> get(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** @param path of its page */
    record Mail(String to, String subject, String path) {}
}

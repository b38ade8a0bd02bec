package nl.wally.simulator.mail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.people.Screens;
import nl.wally.simulator.WithDemoRegion;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of the catcher: which e-mail the demo region sent, and what it looks like. */
@Controller
@WithDemoRegion
@ConditionalOnExpression(MailCatcherConfig.NO_MAIL_SERVER)
final class CaughtMailController {
    static final String PATH = "/demo/mail";

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final MailCatcher catcher;
    private final Screens screens;

    CaughtMailController(MailCatcher catcher, Screens screens) {
        this.catcher = catcher;
        this.screens = screens;
    }

    @GetMapping(PATH)
    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(request, response, HttpServletResponse.SC_OK, "simulator/mails", Map.of("mails", catcher.all()));
    }

    @GetMapping(PATH + "/{id}")
    void one(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Caught> mail = catcher.one(id);
        if (mail.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        screens.show(request, response, HttpServletResponse.SC_OK, "simulator/mail", Map.of("mail", mail.get()));
    }

    /** As it is, in a sandbox: a page of its own, that runs nothing, loads nothing and has nothing of this server. */
    @GetMapping(PATH + "/{id}/html")
    void html(@PathVariable String id, HttpServletResponse response) throws IOException {
        Optional<Caught> mail = catcher.one(id);
        if (mail.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String html = mail.get().html();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src" + styles(html) + "; base-uri 'none'; frame-ancestors 'none'");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    /** The style sheets in it by their hash, so that nothing else is let in. */
    private static String styles(String html) {
        return STYLE.matcher(html)
                .results()
                .map((MatchResult style) -> " 'sha256-" + hash(style.group(1)) + "'")
                .collect(Collectors.joining());
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

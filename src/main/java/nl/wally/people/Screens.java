package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.thymeleaf.context.Context;

/**
 * Shows pages to people: Thymeleaf templates on the class path, in the layout {@code people/layout.html}, in Dutch or English
 * by {@code Accept-Language}. Templates escape whatever they are given.
 */
public class Screens {
    private final Templates templates = new Templates();
    private final String policy;

    /** @param origin the only other host to which a form may lead, by way of a redirect; empty for none */
    Screens(String origin) {
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'"
                + (origin.isEmpty() ? "" : " " + origin) + "; base-uri 'none'; frame-ancestors 'none'";
    }

    /**
     * Writes a page as the answer.
     *
     * @param template its place on the class path, without {@code .html}, for instance {@code people/me}
     * @param facts what the template asks for besides {@code view}
     */
    public void show(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String template,
            Map<String, Object> facts)
            throws IOException {
        View view = new View(request);
        Context context = new Context(Locale.forLanguageTag(view.getCode()), facts);
        context.setVariable("view", view);
        byte[] page = templates.fill(template, context).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, view.getCode());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(page);
    }

    /** Leads a browser on to a path of this server, also after a form was sent. */
    public static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }
}

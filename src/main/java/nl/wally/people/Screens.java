package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.springframework.http.HttpHeaders;
import org.thymeleaf.context.Context;

/**
 * Shows pages to people: Thymeleaf templates on the class path, in the layout {@code people/layout.html}, in Dutch or English
 * by {@code Accept-Language}. Templates escape whatever they are given. Only scripts and styles of this server run, none that
 * stands in a page.
 */
public class Screens {
    /** What htmx says of itself. */
    private static final String BY_SCRIPT = "HX-Request";

    /** Without it browsers lay a page out as in 1998. It stands above the layout, of which Thymeleaf takes the inside alone. */
    private static final String STANDARDS = "<!DOCTYPE html>\n";

    private final Templates templates = new Templates();
    private final List<Room> rooms;
    private final String policy;

    /**
     * @param origin the only other host to which a form may lead, by way of a redirect; empty for none
     * @param rooms all that a menu may lead to
     */
    Screens(String origin, List<Room> rooms) {
        this.rooms = List.copyOf(rooms);
        policy =
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'"
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
        View view = new View(request, rooms);
        write(response, status, STANDARDS + templates.fill(template, context(view, facts)), view);
    }

    /**
     * Writes a part of a page, for the script that puts it in the place of the one that is there.
     *
     * @param part the name of the fragment in the template
     */
    public void showPart(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String template,
            String part,
            Map<String, Object> facts)
            throws IOException {
        View view = new View(request, rooms);
        write(response, status, templates.fill(template, Set.of(part), context(view, facts)), view);
    }

    /**
     * Says why something is refused, in the words of the problem: as a page or, to a script, as a notice on the page that is
     * there, which stays as it is. A page that knows better words for what somebody is doing there shows them itself.
     */
    public void refuse(HttpServletRequest request, HttpServletResponse response, RefusedException refused)
            throws IOException {
        Problem problem = refused.refusals().get(0).problem();
        refused.retryAfter()
                .or(problem::retryAfter)
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        notice(request, response, problem.status(), "people/refused", Map.of("reasons", reasons(refused)));
    }

    /** Why something is refused, in the words of whoever works with the pages: for a form that is shown again. */
    public static List<Words> reasons(RefusedException refused) {
        return refused.refusals().stream().map(PlainWords::of).distinct().toList();
    }

    /** A page with a part {@code notice}: whole or, to a script, that part in the place for notices. */
    void notice(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String template,
            Map<String, Object> facts)
            throws IOException {
        if (isByScript(request)) {
            response.setHeader("HX-Retarget", "#notice");
            response.setHeader("HX-Reswap", "innerHTML");
            showPart(request, response, status, template, "notice", facts);
        } else {
            show(request, response, status, template, facts);
        }
    }

    /** Whether a script of ours asks, so that a part of a page will do. */
    public static boolean isByScript(HttpServletRequest request) {
        return request.getHeader(BY_SCRIPT) != null;
    }

    /** Leads a browser on to a path of this server, also after a form was sent. */
    public static void lead(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path);
    }

    private static Context context(View view, Map<String, Object> facts) {
        Context context = new Context(Locale.forLanguageTag(view.getCode()), facts);
        context.setVariable("view", view);
        return context;
    }

    private void write(HttpServletResponse response, int status, String text, View view) throws IOException {
        byte[] page = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, view.getCode());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.addHeader(HttpHeaders.VARY, BY_SCRIPT);
        response.getOutputStream().write(page);
    }
}

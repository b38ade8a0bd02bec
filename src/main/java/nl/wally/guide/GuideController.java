package nl.wally.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.wally.access.ClientRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriUtils;

/** The guide at {@code /ig}: read by anybody, answered without a body when the reader has it already. */
@Controller
final class GuideController {
    /** Pages run no script but the guide's own file, load nothing from elsewhere and are framed by nobody. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** A client of the demo region that may send referrals, and the secret that everyone knows. */
    private static final String DEMO_CLIENT = "his-demo-1";

    private static final String DEMO_SECRET = "demo";

    private final Guide guide;
    /** Looked up once: to judge a secret takes long, and anybody may ask. */
    private final Lazy<Map<String, String>> demo;

    GuideController(Guide guide, ClientRegistry clients) {
        this.guide = guide;
        this.demo = new Lazy<>(() -> clients.accepts(DEMO_CLIENT, DEMO_SECRET)
                ? Map.of("id", DEMO_CLIENT, "secret", DEMO_SECRET)
                : Map.of());
    }

    /** Whoever comes without a path, or without the slash, wants the start page. */
    @GetMapping({"/", "/ig"})
    void enter(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/ig/");
    }

    @GetMapping("/ig/")
    void start(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer("index.html", request, response);
    }

    /** With what the try-it page may fill in its form; a static copy of the guide has no such file. */
    @GetMapping(path = "/ig/try-it.json", produces = "application/json")
    @ResponseBody
    Map<String, String> demoClient() {
        return demo.get();
    }

    @GetMapping("/ig/{*path}")
    void file(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(UriUtils.decode(path.substring(1), "UTF-8"), request, response);
    }

    private void answer(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Served> found = guide.file(name);
        Served file = found.orElseGet(guide::missing);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            // Kept by whoever likes, but asked for again each time: a new version of the server shows at once.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(HttpHeaders.ETAG, file.etag());
            if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), file.etag())) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        write(file, request, response);
    }

    private static void write(Served file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean compressed = accepted != null && accepted.contains("gzip");
        byte[] body = compressed ? file.compressed() : file.content();
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(file.mediaType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean matches(@org.jspecify.annotations.Nullable String wanted, String etag) {
        return wanted != null && (wanted.contains(etag) || wanted.strip().equals("*"));
    }
}

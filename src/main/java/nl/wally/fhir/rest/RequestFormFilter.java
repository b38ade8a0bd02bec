package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses, before anything is parsed, bodies that are too large, not UTF-8, not well-formed or of a type not offered. */
class RequestFormFilter extends OncePerRequestFilter {
    private static final Set<String> RESOURCES = Set.of(
            "application/fhir+json",
            "application/json",
            "application/fhir+xml",
            "application/xml",
            "text/xml",
            "text/json");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "OPTIONS");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final Refuser refuser;
    private final int mostBytes;
    private final JsonForm json;
    private final XmlForm xml;

    RequestFormFilter(Refuser refuser, int mostBytes, FhirContext context) {
        this.refuser = refuser;
        this.mostBytes = mostBytes;
        this.json = new JsonForm(context);
        this.xml = new XmlForm(context);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!METHODS.contains(request.getMethod())) {
                throw new RefusedException(Problem.NOT_SUPPORTED);
            }
            requireReadablePath(request);
            requireReadableQuery(request);
            requireOfferedAnswer(request);
            HttpServletRequest checked = new WithoutTurtle(request);
            if (Set.of("POST", "PUT", "PATCH").contains(request.getMethod())) {
                requireOfferedType(request);
                byte[] body = body(request);
                requireForm(request, body);
                checked = new ReadRequest(checked, body);
            }
            chain.doFilter(checked, response);
        } catch (RefusedException refused) {
            refuser.refuse(request, response, refused.refusals());
        }
    }

    private void requireOfferedAnswer(HttpServletRequest request) {
        List<MediaType> accepted;
        try {
            accepted = MediaType.parseMediaTypes(java.util.Collections.list(request.getHeaders("Accept")));
        } catch (InvalidMediaTypeException unreadable) {
            throw new RefusedException(Problem.NOT_ACCEPTABLE);
        }
        boolean offered = accepted.isEmpty()
                || accepted.stream()
                        .anyMatch(type -> type.isWildcardType()
                                || type.isWildcardSubtype()
                                || RESOURCES.contains(bare(type))
                                || bare(type).equals("text/html"));
        // Not getParameter: that would read the body of a search by form, and the search would find everything.
        if (!offered && !String.valueOf(request.getQueryString()).contains("_format=")) {
            throw new RefusedException(Problem.NOT_ACCEPTABLE);
        }
    }

    private void requireOfferedType(HttpServletRequest request) {
        MediaType type = contentType(request);
        boolean search =
                request.getMethod().equals("POST") && request.getRequestURI().endsWith("/_search");
        boolean patch = request.getMethod().equals("PATCH");
        boolean offered = type != null
                && (search && bare(type).equals("application/x-www-form-urlencoded")
                        || patch && bare(type).equals("application/json-patch+json")
                        || !search && RESOURCES.contains(bare(type)));
        boolean utf8 =
                type == null || type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
        if (!offered || !utf8 || request.getHeader("Content-Encoding") != null) {
            throw new RefusedException(Problem.MEDIA_TYPE);
        }
    }

    private void requireForm(HttpServletRequest request, byte[] body) {
        MediaType sent = contentType(request);
        // Its parameters say nothing about what the body is.
        String type = sent == null ? "" : bare(sent);
        if (type.endsWith("form-urlencoded")) {
            String parameters = new String(body, StandardCharsets.UTF_8);
            requireReadable(parameters);
            requireOfferedFormat(parameters);
        } else if (type.contains("json-patch")) {
            json.read(body);
        } else if (type.contains("json") || type.contains("xml")) {
            String root = type.contains("json") ? json.requireResource(body) : xml.requireResource(body);
            boolean toBase =
                    request.getPathInfo() == null || request.getPathInfo().equals("/");
            if (request.getMethod().equals("POST") && toBase && !root.equals("Bundle")) {
                throw new RefusedException(
                        Problem.UNREADABLE, root, words("Only a Bundle of type transaction can be posted to the base"));
            }
            if (request.getMethod().equals("PATCH") && !root.equals("Parameters")) {
                throw new RefusedException(
                        Problem.UNREADABLE,
                        "",
                        words("A patch is a FHIRPath Patch (a Parameters resource) or a JSON Patch"
                                + " (application/json-patch+json)"));
            }
        }
    }

    /** HAPI stumbles over an id that is nothing but space. */
    private static void requireReadablePath(HttpServletRequest request) {
        String path = request.getPathInfo();
        if (path != null && Arrays.stream(path.split("/")).anyMatch(part -> part.isBlank() && !part.isEmpty())) {
            throw new RefusedException(Problem.NOT_FOUND);
        }
    }

    /** HAPI stumbles over a percent sign that escapes nothing. */
    private static void requireReadableQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null) {
            requireReadable(query);
            requireOfferedFormat(query);
        }
    }

    private static void requireReadable(String parameters) {
        if (BROKEN_ESCAPE.matcher(parameters).find()) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "",
                    words("A percent sign in a parameter is written as %25, see RFC 3986"));
        }
    }

    /** HAPI knows Turtle as well, and cannot write it without a library that is not on board. */
    private static void requireOfferedFormat(String parameters) {
        for (String parameter : parameters.split("&")) {
            String format = URLDecoder.decode(parameter, StandardCharsets.UTF_8);
            if (format.startsWith("_format=") && WithoutTurtle.isTurtle(format.substring("_format=".length()))) {
                throw new RefusedException(Problem.NOT_ACCEPTABLE);
            }
        }
    }

    private static @Nullable MediaType contentType(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedException(Problem.MEDIA_TYPE);
        }
    }

    private static String bare(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > mostBytes) {
            throw new RefusedException(Problem.TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            throw new RefusedException(Problem.TOO_LARGE);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException notUtf8) {
            throw new RefusedException(
                    Problem.UNREADABLE, "", words("The body is not UTF-8: nothing may get lost in translation"));
        }
        return body;
    }
}

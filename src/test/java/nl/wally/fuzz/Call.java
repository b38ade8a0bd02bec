package nl.wally.fuzz;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.wally.FhirClient;

/**
 * A request, as it can be kept in a file: {@code POST /fhir/Task his-demo-1}, headers, an empty line, the body.
 *
 * @param path with the query, from the root
 * @param client whose token it shows; empty for none
 */
record Call(String method, String path, String client, Map<String, String> headers, byte[] body) {
    static Call of(String method, String path, String client) {
        return new Call(method, path, client, Map.of(), new byte[0]);
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, client, more, body);
    }

    Call with(String type, byte[] content) {
        Call typed = with("Content-Type", type);
        return new Call(method, path, client, typed.headers, content);
    }

    /** Empty when no client would get it onto the wire: the library that sends it refuses to. */
    Optional<HttpRequest.Builder> request(FhirClient server) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.base() + path))
                    .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            if (!client.isEmpty()) {
                request.header("Authorization", server.tokens().bearer(client));
            }
            return Optional.of(request);
        } catch (IllegalArgumentException notSent) {
            return Optional.empty();
        }
    }

    /** As part of an address, or of a form. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    boolean isOfFhir() {
        return path.startsWith("/fhir");
    }

    static Call read(String text) {
        String[] parts = text.split("\n\n", 2);
        String[] lines = parts[0].split("\n");
        String[] first = lines[0].split(" ");
        Call call = Call.of(first[0], first[1], first.length > 2 ? first[2] : "");
        for (int line = 1; line < lines.length; line++) {
            String[] header = lines[line].split(": ", 2);
            call = call.with(header[0], header[1]);
        }
        byte[] body = parts.length > 1 ? parts[1].strip().getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new Call(call.method, call.path, call.client, call.headers, body);
    }

    /** As it can be read again. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + " " + path + " " + client + "\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append('\n')
                .append(new String(body, StandardCharsets.UTF_8))
                .append('\n')
                .toString();
    }
}

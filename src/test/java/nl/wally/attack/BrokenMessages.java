package nl.wally.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.wally.conformance.Marked;

/** Messages that are none, or none that the server takes, with the mark where what is wrong with them stands. */
final class BrokenMessages {
    private static final String MARK = Marked.MARK;

    private BrokenMessages() {}

    /** Made from good ones in JSON; the same each time. */
    static List<String> of(String... good) {
        List<String> messages = new ArrayList<>();
        for (String message : good) {
            for (int seed = 0; seed < 60; seed++) {
                Marked marked = new Marked(new Random(seed));
                messages.add(
                        seed % 6 == 0 ? marked.everywhere(Marked.read(message)) : marked.broken(Marked.read(message)));
            }
            messages.add(message.substring(0, message.length() / 2));
            messages.add(message.replaceFirst(MARK, MARK + "\\\\u0000"));
            messages.add(message.replaceFirst(MARK, MARK + "\\\\ud800"));
        }
        messages.addAll(List.of(
                "{" + MARK,
                "{\"resourceType\":\"" + MARK + "\"}",
                "{\"" + MARK + "\":\"" + MARK + "\"}",
                "[".repeat(5_000) + "\"" + MARK + "\"",
                MARK.repeat(200_000)));
        return messages;
    }

    /** Whole requests with which nobody gets as far as being asked who they are. */
    static List<String> requests() {
        return List.of(
                "GET /fhir/Task HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + MARK,
                "GET /fhir/Task HTTP/1.1\r\nHost: x\r\nAuthorization: Basic " + MARK,
                "GET /fhir/" + MARK + "/%zz HTTP/1.1\r\nHost: x",
                "GET /" + MARK + "/..;/" + MARK + " HTTP/1.1\r\nHost: x",
                "GET /ig/" + MARK + ".html HTTP/1.1\r\nHost: x",
                "GET /sign-in?to=/" + MARK + " HTTP/1.1\r\nHost: x\r\nCookie: wally=" + MARK,
                form("/sign-in/account", "name=" + MARK + "&password=" + MARK),
                form(
                        "/oauth2/token",
                        "grant_type=client_credentials&client_assertion_type="
                                + "urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=" + MARK),
                "GET /simulator/check?actor=" + MARK + " HTTP/1.1\r\nHost: x",
                MARK + " /fhir HTTP/1.1\r\nHost: x",
                "GET /fhir HTTP/" + MARK + "\r\nHost: x",
                "GET /fhir HTTP/1.1\r\nHost: " + MARK + " " + MARK,
                "GET /fhir HTTP/1.1\r\nHost: x\r\n" + MARK + "\u0001: " + MARK,
                "GET /fhir?" + MARK + "|{} HTTP/1.1\r\nHost: x",
                form("/oauth2/token", "%zz=" + MARK + "&a=%" + MARK));
    }

    /** The form comes after the head, which whoever sends it closes as any other: a line too many is no harm. */
    private static String form(String path, String fields) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + fields.length() + "\r\n\r\n" + fields;
    }
}

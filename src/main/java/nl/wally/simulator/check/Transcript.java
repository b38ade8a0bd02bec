package nl.wally.simulator.check;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * Makes an {@link Exchange} of a request and its answer as they went over the line. Bodies and values of parameters are
 * looked at and not kept; of a resource its id, status, kind and the sender's own number stay with the check, to tell one
 * referral from another, and are never shown.
 */
final class Transcript {
    private static final Pattern CURSOR = Pattern.compile("(?:^|[?&])_cursor=([^&]*)");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_:.\\-]{1,40}");
    private static final Pattern WORD = Pattern.compile("[_$][a-z\\-]{1,30}|metadata");

    private final FhirContext context;
    private final Set<String> types;

    Transcript(FhirContext context) {
        this.context = context;
        this.types = Set.copyOf(context.getResourceTypes());
    }

    /**
     * A message as it went over the line.
     *
     * @param type the media type; empty when it has none
     */
    record Message(String type, byte[] body) {}

    /** The head of a request; query, ifMatch and retryAfter are empty when there is none. */
    record Head(String method, String path, String query, String ifMatch) {}

    Exchange exchange(Instant at, Head head, Message sent, int status, String retryAfter, Message answered) {
        return new Exchange(at, request(head, sent), reply(status, retryAfter, answered));
    }

    /** The same request, answered with something else than what the server said. */
    static Exchange.Reply instead(int status, String problem, int retryAfter) {
        return new Exchange.Reply(status, Set.of(problem), retryAfter, "", List.of());
    }

    Exchange.Request request(Head head, Message sent) {
        String target = target(head.path());
        List<Part> parts = head.method().equals("PATCH")
                ? List.of(patch(target, head.ifMatch()))
                : resource(sent)
                        .map(resource -> Parts.sent(head.method(), target, head.ifMatch(), resource))
                        .orElse(List.of());
        return new Exchange.Request(
                head.method(),
                template(head.path()) + parameters(head.query()),
                target,
                fingerprint(head, sent),
                cursor(head.query()),
                parts);
    }

    private static Part patch(String target, String ifMatch) {
        String type = target.isEmpty() ? "" : target.substring(0, target.indexOf('/'));
        return new Part("PATCH", type, target, "", "", "", "", ifMatch, false, Set.of());
    }

    private Exchange.Reply reply(int status, String retryAfter, Message answered) {
        Optional<Resource> resource = resource(answered);
        Set<String> problems = resource.filter(OperationOutcome.class::isInstance)
                .map(outcome -> problems((OperationOutcome) outcome))
                .orElse(Set.of());
        String next = resource.filter(Bundle.class::isInstance)
                .map(bundle -> ((Bundle) bundle).getLink("next"))
                .map(link -> cursor(link.getUrl()))
                .orElse("");
        int wait = retryAfter.matches("\\d{1,6}") ? Integer.parseInt(retryAfter) : 0;
        return new Exchange.Reply(
                status, problems, wait, next, resource.map(Parts::answered).orElse(List.of()));
    }

    private static Set<String> problems(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .flatMap(issue -> Codes.of(issue.getDetails(), Canonicals.SYSTEM_PROBLEM).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A token request tells whom it is from in its body: that is not looked at. */
    private Optional<Resource> resource(Message message) {
        boolean json = message.type().contains("json") && !message.type().contains("patch");
        boolean xml = message.type().contains("xml");
        if (message.body().length == 0 || !json && !xml) {
            return Optional.empty();
        }
        IParser parser = json ? context.newJsonParser() : context.newXmlParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
        try {
            return Optional.of((Resource) parser.parseResource(new String(message.body(), StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            // The server has said so itself, by a problem code; over some of what is no FHIR HAPI's parser stumbles.
            return Optional.empty();
        }
    }

    /** {@code Type/id} when the path below {@code /fhir} begins so. */
    private String target(String path) {
        String[] segments = path.split("/");
        boolean named = segments.length > 3
                && types.contains(segments[2])
                && !WORD.matcher(segments[3]).matches();
        return named ? segments[2] + "/" + segments[3] : "";
    }

    private String template(String path) {
        if (!path.startsWith("/fhir")) {
            return path;
        }
        return Arrays.stream(path.split("/"))
                .skip(2)
                .map(segment -> types.contains(segment) || WORD.matcher(segment).matches() ? segment : "{id}")
                .collect(Collectors.joining("/", path.length() > 6 ? "/fhir/" : "/fhir", ""));
    }

    private static String parameters(String query) {
        String names = Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2)[0])
                .filter(name -> PARAMETER.matcher(name).matches())
                .distinct()
                .sorted()
                .collect(Collectors.joining("&"));
        return names.isEmpty() ? "" : "?" + names;
    }

    private static String cursor(String query) {
        Matcher cursor = CURSOR.matcher(query);
        return cursor.find() ? hash(cursor.group(1).getBytes(StandardCharsets.UTF_8)) : "";
    }

    private static String fingerprint(Head head, Message sent) {
        String all = head.method() + ' ' + head.path() + '?' + head.query() + ' ' + head.ifMatch() + ' ';
        byte[] start = all.getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(start, start.length + sent.body().length);
        System.arraycopy(sent.body(), 0, whole, start.length, sent.body().length);
        return hash(whole);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}

package nl.wally;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Speaks plain HTTP with the server, as the clients of the demo region. */
public final class FhirClient {
    private final URI base;
    private final FhirContext context;
    private final Tokens tokens;
    private final String language;
    private final HttpClient http = HttpClient.newHttpClient();

    public FhirClient(URI base, FhirContext context) {
        this(base, context, new Tokens(base));
    }

    /** A client that shows tokens which another server gave out. */
    public FhirClient(URI base, FhirContext context, Tokens tokens) {
        this(base, context, tokens, "");
    }

    private FhirClient(URI base, FhirContext context, Tokens tokens, String language) {
        this.base = base;
        this.context = context;
        this.tokens = tokens;
        this.language = language;
    }

    /** The same client, for people who read Dutch. */
    public FhirClient inDutch() {
        return new FhirClient(base, context, tokens, "nl");
    }

    public URI base() {
        return base;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** A request with the token of this client, for instance {@code his-demo-1}; path below {@code /fhir}. */
    public HttpRequest.Builder request(String client, String path) {
        var request =
                HttpRequest.newBuilder(base.resolve("/fhir" + path)).header("Authorization", tokens.bearer(client));
        return language.isEmpty() ? request : request.header("Accept-Language", language);
    }

    public Answer get(String client, String path) {
        return send(request(client, path).GET());
    }

    /** The resource at this reference, which must be there. */
    public <T extends Resource> T read(String client, String reference, Class<T> type) {
        Answer answer = get(client, "/" + reference);
        if (answer.status() != 200) {
            throw new AssertionError(reference + ": " + answer.status() + " " + answer.body());
        }
        return answer.resource(type);
    }

    public Answer post(String client, String path, Resource body) {
        return post(client, path, json(body));
    }

    public Answer post(String client, String path, String json) {
        return send(request(client, path)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** An update of the version that the resource carries. */
    public Answer put(String client, Resource body) {
        String version = body.getMeta().getVersionId();
        return send(request(
                        client,
                        "/" + body.fhirType() + "/" + body.getIdElement().getIdPart())
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + version + "\"")
                .PUT(BodyPublishers.ofString(json(body))));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()), context);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public String json(Resource resource) {
        return context.newJsonParser().encodeResourceToString(resource);
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response, FhirContext context) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public Resource resource() {
            boolean xml = header("Content-Type").orElse("").contains("xml");
            return (Resource) (xml ? context.newXmlParser() : context.newJsonParser()).parseResource(body());
        }

        public <T extends Resource> T resource(Class<T> type) {
            return type.cast(resource());
        }

        /** The first resource of this type in a Bundle. */
        public <T extends Resource> T first(Class<T> type) {
            return all(type).get(0);
        }

        /** All resources of this type in a Bundle, in order. */
        public <T extends Resource> List<T> all(Class<T> type) {
            return resource(Bundle.class).getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        /** The problem codes of an OperationOutcome. */
        public List<String> problems() {
            return resource(OperationOutcome.class).getIssue().stream()
                    .map(issue -> issue.getDetails().getCodingFirstRep().getCode())
                    .distinct()
                    .toList();
        }
    }
}

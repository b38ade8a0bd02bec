package nl.wally.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * A place that reads what strangers write: a method of a class {@code …Fuzz} beside what it calls, which throws when something
 * is wrong. Inputs that it once stumbled over, and some that lead it far in, are kept beside the tests under its name.
 */
enum Target {
    JSON_BODY("fhir.rest.BodyFuzz", "json", "a body in JSON: form, then HAPI's parser, then written again"),
    XML_BODY("fhir.rest.BodyFuzz", "xml", "a body in XML, likewise"),
    MESSAGE(
            "fhir.rest.BodyFuzz",
            "message",
            "an example, changed by the generator: as JSON_BODY, and where its elements stand"),
    JSON_PATCH("fhir.PatchFuzz", "jsonPatch", "a JSON Patch, on the Task and the Consent of Thea"),
    FHIRPATH_PATCH("fhir.PatchFuzz", "fhirPathPatch", "a FHIRPath Patch, likewise"),
    QUERY("fhir.search.QueryFuzz", "query", "search parameters of any type offered"),
    VALIDATION(
            "conformance.ValidationFuzz",
            "message",
            "an example, changed by the generator: validated, and told in our words"),
    CHANNEL(
            "subscription.ChannelFuzz",
            "subscription",
            "a Subscription: topic, filters, endpoint, headers, payload, limits"),
    OFFERS("directory.OfferFileFuzz", "file", "a file of offers, and the same file once it was exported again"),
    LAUNCH("referring.launch.LaunchFuzz", "claims", "the claims of a launch that a HIS has signed"),
    ASSERTION("access.client.AssertionFuzz", "assertion", "a token request with an assertion, and scopes"),
    MESSAGES_DOOR("fuzz.DoorsFuzz", "messages", "over HTTP: transactions, creates, updates, `$validate`"),
    PATCHES_DOOR("fuzz.DoorsFuzz", "patches", "over HTTP: both kinds of patch"),
    QUESTIONS_DOOR("fuzz.DoorsFuzz", "questions", "over HTTP: searches, reads, histories, operations"),
    SUBSCRIPTIONS_DOOR("fuzz.DoorsFuzz", "subscriptions", "over HTTP: Subscriptions"),
    TOKENS_DOOR("fuzz.DoorsFuzz", "tokens", "over HTTP: token requests and launches that nobody signed");

    private final String type;
    private final String method;
    private final String what;

    Target(String type, String method, String what) {
        this.type = "nl.wally." + type;
        this.method = method;
        this.what = what;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** In words, for the table. */
    String what() {
        return what;
    }

    /** Whether it needs a server. */
    boolean isDoor() {
        return type.endsWith("DoorsFuzz");
    }

    /** Where Jazzer looks for inputs of this target, and puts what it stumbles over. */
    Path inputs() {
        return Path.of("src/test/resources", type.replace('.', '/') + "Inputs", method);
    }

    /** Feeds it, without Jazzer. */
    void feed(byte[] input) throws Throwable {
        Class<?> place = Class.forName(type);
        Method door = place.getDeclaredMethod(method, byte[].class);
        var constructor = place.getDeclaredConstructor();
        constructor.setAccessible(true);
        door.setAccessible(true);
        try {
            door.invoke(constructor.newInstance(), (Object) input);
        } catch (InvocationTargetException stumbled) {
            throw stumbled.getCause();
        }
    }
}

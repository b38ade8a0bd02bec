package nl.wally.fuzz;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wally.conformance.Capabilities;

/** Thinks up requests: what a household would send, changed in places, to where it may belong. */
final class Calls {
    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";

    private final FhirContext context;
    private final Changes changes;
    private final Questions questions;

    Calls(FhirContext context, Capabilities offered) {
        this.context = context;
        this.changes = new Changes(this);
        this.questions = new Questions(offered);
    }

    /** What is asked for. */
    enum Kind {
        TRANSACTION,
        CREATE,
        UPDATE,
        PATCH,
        FHIRPATH_PATCH,
        SEARCH,
        VALIDATE,
        READ,
        SUBSCRIBE,
        TOKEN,
        LAUNCH
    }

    Call next(Kind kind, Household from, Choices choices) {
        Call call = switch (kind) {
            case TRANSACTION -> body("POST", "/fhir", from.his(), mutant(from.referral(), choices), choices);
            case CREATE -> changes.create(from, choices);
            case UPDATE -> changes.update(from, choices);
            case PATCH -> changes.patch(from, choices);
            case FHIRPATH_PATCH -> changes.fhirPathPatch(from, choices);
            case SEARCH -> questions.search(from, choices);
            case VALIDATE -> validate(from, choices);
            case READ -> questions.read(from, choices);
            case SUBSCRIBE -> changes.subscribe(from, choices);
            case TOKEN -> Credentials.token(choices);
            case LAUNCH -> Credentials.launch(choices);
        };
        return call.isOfFhir() ? headers(call, choices) : call;
    }

    ObjectNode mutant(ObjectNode message, Choices choices) {
        return Mutant.of(context, message, choices, 2);
    }

    private Call validate(Household from, Choices choices) {
        ObjectNode message = choices.once(2) ? from.referral() : from.own(choices.of(Examples.all()));
        String type = message.path("resourceType").asText();
        String mode = choices.of(List.of("", "?mode=create", "?mode=update", "?profile=x", "?mode=delete"));
        return body(
                "POST", "/fhir/" + type + "/$validate" + mode, from.sender(choices), mutant(message, choices), choices);
    }

    /** In JSON, and now and then in XML. */
    Call body(String method, String path, String client, ObjectNode message, Choices choices) {
        Call call = Call.of(method, path, client);
        if (choices.once(6)) {
            try {
                var read = context.newJsonParser().parseResource(message.toString());
                String xml = context.newXmlParser().encodeResourceToString(read);
                return call.with(XML, xml.getBytes(StandardCharsets.UTF_8));
            } catch (RuntimeException unreadable) {
                return call.with(JSON, Examples.bytes(message));
            }
        }
        return call.with(JSON, Examples.bytes(message));
    }

    private static Call headers(Call call, Choices choices) {
        return switch (choices.below(40)) {
            case 1 ->
                call.with(
                        "Prefer",
                        choices.of(List.of(
                                "return=minimal",
                                "return=OperationOutcome",
                                "handling=strict",
                                "respond-async",
                                "\t")));
            case 2 ->
                call.with(
                        "Accept",
                        choices.of(List.of("application/fhir+xml", "text/html", "*/*;q=x", "application/pdf", "a")));
            case 3 -> call.with("If-None-Exist", choices.of(Oddities.QUESTIONS));
            case 4 -> call.with("If-None-Match", choices.of(Oddities.VERSIONS));
            case 5 ->
                call.with("Accept-Language", choices.of(List.of("nl", "nl;q=9", "*", "x".repeat(3000), "nl-\u00e9")));
            case 6 -> call.with("X-Request-Id", choices.of(List.of("0".repeat(20), "\"", "-".repeat(64))));
            case 7 ->
                call.with(
                        "traceparent",
                        choices.of(List.of(
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                                "00-0-0-0",
                                "ff-" + "f".repeat(70))));
            case 8 -> call.with("X-WAW-Simulation", choices.of(List.of("\u0001", "robot-", "none")));
            default -> call;
        };
    }
}

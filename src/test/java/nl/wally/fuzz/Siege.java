package nl.wally.fuzz;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;

/** Two households that call at all doors, and look at each answer whether it keeps its promise. */
final class Siege {
    private final FhirClient server;
    private final Calls calls;
    private final Promise promise;
    private final List<Household> households;
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    Siege(FhirClient server) {
        FhirContext context = FhirContext.forR4Cached();
        this.server = server;
        this.calls = new Calls(context, new Capabilities(new Definitions(context)));
        this.promise = new Promise(context);
        this.households = List.of(new Household(server, 1), new Household(server, 2));
    }

    List<Household> households() {
        return households;
    }

    /** How many calls of each kind got which status. */
    Map<String, Integer> answers() {
        return answers;
    }

    /** What comes of these decisions. */
    void call(Calls.Kind kind, Choices choices) {
        Household from = choices.of(households);
        call(kind.name(), calls.next(kind, from, choices), from);
    }

    /** One that was kept. */
    void repeat(Call call) {
        call("KEPT", call, households.get(0));
    }

    private void call(String kind, Call call, Household from) {
        Optional<HttpRequest.Builder> request = call.request(server);
        if (request.isEmpty()) {
            answers.merge(kind + " not sent", 1, Integer::sum);
            return;
        }
        Answer answer = server.send(request.get());
        answers.merge(kind + " " + answer.status(), 1, Integer::sum);
        List<Household> others =
                households.stream().filter(other -> other != from).toList();
        promise.require(call, from, others, answer);
    }
}

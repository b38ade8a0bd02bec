package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.fhir.rest.HttpStatusOf;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every counter-example is refused with exactly the problem that it names, and nothing of it is stored. */
class CounterExamplesOverHttpIT extends ServerIT {
    private static final String SET_UP = Canonicals.BASE + "/CodeSystem/waw-counter-example";
    private static final Map<String, String> CLIENTS = Map.of(
            "by-gp",
            TheaOnServer.GP,
            "by-gp-other",
            "his-demo-2",
            "by-owner",
            TheaOnServer.SANNE,
            "by-coordinator",
            "coordinator-demo");

    @Autowired
    private JdbcTemplate database;

    static List<Path> counterExamples() {
        return ProfileFiles.ofCounterExamples().paths();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counterExamples")
    void refusesWithTheProblemNamed(Path file) {
        Resource message = ProfileFiles.read(context, file);
        String problem = tag(message, Canonicals.SYSTEM_PROBLEM, "");
        String from = tag(message, SET_UP, "from-");
        String by = tag(message, SET_UP, "by-");
        message.setMeta(null);

        Sending sending;
        if (message instanceof Bundle bundle) {
            Bundle fresh = Messages.fresh(bundle);
            sending = new Sending(server, TheaOnServer.GP, fresh, true);
        } else if (from.isEmpty()) {
            message.setId((String) null);
            String client = CLIENTS.getOrDefault(by, TheaOnServer.GP);
            sending = new Sending(server, client, message, true);
        } else {
            sending = inSituation(message, from.substring("from-".length()), CLIENTS.get(by));
        }

        List<Long> before = stored();
        Set<String> foretold = Rehearsed.errors(sending.rehearse());
        assertThat(stored()).as("nothing is stored").isEqualTo(before);
        Answer answer = sending.send();

        // What the profile shows as well follows what the rule says first.
        List<String> expected = ConformanceExamplesTest.SHOWN_BY_PROFILE_TOO.contains(
                        file.getFileName().toString())
                ? List.of(problem, "profile-violation")
                : List.of(problem);
        assertThat(answer.problems()).as(answer.body()).isEqualTo(expected);
        assertThat(answer.status()).isEqualTo(HttpStatusOf.code(problem));
        assertThat(stored()).as("nothing is stored").isEqualTo(before);
        requireForetold(foretold, Rehearsed.errors(answer));
    }

    /** What is refused was foretold, for the same places; a rehearsal says what the profile has against it as well. */
    private static void requireForetold(Set<String> foretold, Set<String> told) {
        assertThat(foretold).containsAll(told);
        assertThat(foretold)
                .filteredOn(error -> !told.contains(error))
                .allMatch(error -> error.startsWith("profile-violation"));
    }

    private Sending inSituation(Resource message, String status, String client) {
        var thea = TheaOnServer.referred(server).inStatus(status);
        if (message instanceof Task task && !task.hasPartOf()) {
            Task wanted = thea.wanted(task);
            return new Sending(server, client, wanted, false);
        }
        if (message instanceof Consent consent) {
            Consent given = server.read(TheaOnServer.GP, thea.reference("Consent"), Consent.class);
            Consent wanted = thea.merged(given, Messages.example("Consent-TheaConsent", Consent.class), consent);
            return new Sending(server, client, wanted, false);
        }
        Resource translated = thea.translated(message);
        translated.setId((String) null);
        return new Sending(server, client, translated, true);
    }

    private List<Long> stored() {
        return List.of("hfj_resource", "hfj_res_ver", "referral", "referral_member").stream()
                .map(table -> database.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }

    /** The code of the only tag of this system that starts like this; empty when there is none. */
    private static String tag(Resource resource, String system, String start) {
        List<String> codes = resource.getMeta().getTag().stream()
                .filter(tag -> system.equals(tag.getSystem()))
                .map(Coding::getCode)
                .filter(code -> code.startsWith(start))
                .toList();
        assertThat(codes).hasSizeLessThan(2);
        return codes.isEmpty() ? "" : codes.get(0);
    }

    private record Sending(FhirClient server, String client, Resource message, boolean creates) {
        Answer rehearse() {
            return Rehearsed.by(server, client, message, creates ? "create" : "update");
        }

        Answer send() {
            String path = message instanceof Bundle ? "" : "/" + message.fhirType();
            return creates ? server.post(client, path, message) : server.put(client, message);
        }
    }
}

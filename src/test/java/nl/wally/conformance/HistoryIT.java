package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.Comparator;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The versions of a resource: all, or as many as one asks for. */
class HistoryIT extends ServerIT {
    @Autowired
    private DaoRegistry daos;

    @Test
    void tellsEveryVersionTheNewestFirst() {
        var promised = Promised.on(server, daos);
        Answer answer = server.get(TheaOnServer.SANNE, "/" + promised.reference("Task") + "/_history");

        assertThat(answer.all(Task.class).stream()
                        .map(version -> version.getMeta().getVersionId()))
                .hasSizeGreaterThan(2)
                .isSortedAccordingTo(
                        Comparator.<String>comparingInt(Integer::parseInt).reversed())
                .endsWith("1");
    }

    @Test
    void tellsAsManyVersionsAsAreAskedFor() {
        var promised = Promised.on(server, daos);
        String history = "/" + promised.reference("Task") + "/_history";
        List<String> all = versions(server.get(TheaOnServer.SANNE, history));

        assertThat(versions(server.get(TheaOnServer.SANNE, history + "?_count=1")))
                .isEqualTo(all.subList(0, 1));
        assertThat(versions(server.get(TheaOnServer.SANNE, history + "?_count=2&_format=json&_pretty=true")))
                .isEqualTo(all.subList(0, 2));
        assertThat(versions(server.get(TheaOnServer.SANNE, history + "?_count=100000")))
                .isEqualTo(all);
        Bundle one = server.get(TheaOnServer.SANNE, history + "?_count=1").resource(Bundle.class);
        assertThat(one.getLink("next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "_since=2020-01-01T00:00:00Z, parameter-unknown",
        "_at=2020, parameter-unknown",
        "_list=x, parameter-unknown",
        "colour=red, parameter-unknown",
        "_sort=_lastUpdated, parameter-unknown",
        "_count=0, parameter-invalid",
        "_count=-1, parameter-invalid",
        "_count=many, parameter-invalid",
        "_count=, parameter-invalid",
        "_summary=count, parameter-invalid"
    })
    void refusesWhatAHistoryDoesNotOffer(String query, String problem) {
        var promised = Promised.on(server, daos);
        Answer answer = server.get(TheaOnServer.SANNE, "/" + promised.reference("Task") + "/_history?" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problems()).containsExactly(problem);
    }

    private static List<String> versions(Answer history) {
        assertThat(history.status()).as(history.body()).isEqualTo(200);
        return history.all(Task.class).stream()
                .map(version -> version.getMeta().getVersionId())
                .toList();
    }
}

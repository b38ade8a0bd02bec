package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What would come of a message is foretold, stores nothing, and then comes true. */
class ForetellIT extends ServerIT {
    private static final String GP = TheaOnServer.GP;

    @Autowired
    private JdbcTemplate database;

    @Test
    void foretellsWhatComesOfEachReferralAndStoresNothing() {
        for (String name : ExamplesOverHttpIT.REFERRALS) {
            Bundle referral = Messages.fresh(Messages.example(name, Bundle.class));
            Map<String, Long> rows = rows();

            Answer foretold = Rehearsed.by(server, GP, referral, "create");

            assertThat(Rehearsed.errors(foretold)).as(name).isEmpty();
            assertThat(rows()).isEqualTo(rows);
            Task task = server.post(GP, "", referral).first(Task.class);
            assertThat(Rehearsed.foretold(foretold, ".owner"))
                    .isEqualTo(task.getOwner().getReference());
            assertThat(Rehearsed.foretold(foretold, ".status"))
                    .isEqualTo(task.getStatus().toCode());
            assertThat(Rehearsed.foretold(foretold, ".businessStatus"))
                    .isEqualTo(task.getBusinessStatus().getCodingFirstRep().getCode());
            assertThat(Rehearsed.foretold(foretold, ".extension"))
                    .isEqualTo(task.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                            .getValue()
                            .primitiveValue());
            assertThat(Rehearsed.issues(Rehearsed.by(server, GP, referral, "create")))
                    .anyMatch(issue -> issue.getDetails().getText().startsWith("This was sent before"));
        }
    }

    @Test
    void foretellsAStepOfTheOwnerOnTheCurrentVersion() {
        ReferralLife life = ReferralLife.begin(server, 1);
        Task wanted = life.task().copy().setStatus(TaskStatus.ACCEPTED);
        wanted.setBusinessStatus(null);
        wanted.getMeta().setVersionId(null);
        Map<String, Long> rows = rows();

        Answer foretold = Rehearsed.by(server, TheaOnServer.SANNE, wanted, "update");

        assertThat(Rehearsed.errors(foretold)).isEmpty();
        assertThat(Rehearsed.foretold(foretold, ".status")).isEqualTo("accepted");
        assertThat(Rehearsed.issues(foretold))
                .anyMatch(issue -> issue.getDetails().getText().contains("Provenance"));
        assertThat(rows()).isEqualTo(rows);
        assertThat(life.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
        wanted.getMeta().setVersionId("7");
        assertThat(Rehearsed.errors(Rehearsed.by(server, TheaOnServer.SANNE, wanted, "update")))
                .containsExactly("version-stale ");
    }

    @Test
    void foretellsNothingOfWhatTheCallerMayNotSee() {
        ReferralLife life = ReferralLife.begin(server, 1);
        Task wanted = life.task().copy().setStatus(TaskStatus.CANCELLED);

        Answer answer = server.post(
                "his-demo-2",
                "/Task/" + life.task().getIdElement().getIdPart() + "/$validate",
                Rehearsed.asked(wanted, "update"));

        assertThat(answer.status()).isEqualTo(404);
        Answer byType = server.post("his-demo-2", "/Task/$validate", Rehearsed.asked(wanted, "update"));
        assertThat(byType.status()).isEqualTo(200);
        assertThat(byType.problems()).contains("not-found");
        assertThat(byType.body()).doesNotContain("would be");
    }

    /**
     * How many rows each table has, but those of the audit log: that somebody asked is on record. And but what is on its way
     * to others, because of what other tests did; and the names of search parameters, which HAPI writes when it has time.
     */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        database.queryForList(
                        "select tablename from pg_tables where schemaname = 'public' and tablename !~ '^(audit|event|outbox|referral_fact|hfj_spidx_identity)'",
                        String.class)
                .forEach(table ->
                        rows.put(table, database.queryForObject("select count(*) from \"" + table + "\"", Long.class)));
        return rows;
    }
}

package nl.wally.clock;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.wally.Beside;
import nl.wally.Directory;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Offer;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A first call that nobody makes: Sanne is reminded, then Joris may act, then the coordinator hears of it. */
class EscalationIT extends ServerIT {
    /** A Wednesday before Easter, and before the clocks change; five working days later it is a Thursday. */
    private static final String SENT = "2027-03-24T10:00:00";

    @Autowired
    private ClockSweep sweep;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    private Heard heard;
    private Street street;

    @BeforeEach
    void begin() {
        heard = new Heard(jdbc);
        street = new Street(server, database, clock, sweep, SENT);
    }

    @Test
    void goesUpStepByStepAtTheMinuteAndOnce() {
        ReferralLife life = street.refer();
        String task = life.reference(Task.class);

        street.becomes("2027-03-31T08:59:30");
        assertThat(heard.of(task)).isEmpty();
        street.becomes("2027-03-31T09:00:00");
        street.becomes("2027-04-01T16:59:30");
        assertThat(heard.of(task)).containsExactly("REMINDED first-contact reminder " + street.sanne);
        assertThat(street.overdue(task)).isEmpty();
        assertThat(actors(street.joris, task)).as("has no reason to act").isEmpty();

        street.becomes("2027-04-01T17:00:00");
        street.becomes("2027-04-05T16:59:30");
        assertThat(heard.of(task).subList(1, 3))
                .containsExactly(
                        "ESCALATED first-contact overdue " + street.sanne,
                        "ESCALATED first-contact stand-in " + street.joris);
        assertThat(street.overdue(task)).contains("2027-04-01T17:00:00+02:00");
        assertThat(actors(street.joris, task)).contains("stand-in");

        street.becomes("2027-04-05T17:00:00");
        street.becomes("2027-05-01T12:00:00");
        assertThat(heard.of(task))
                .hasSize(4)
                .last()
                .isEqualTo("ESCALATED first-contact coordinator " + Directory.SOCIAL);
    }

    @Test
    void theGpFindsWhatIsOverdueWithoutAsking() {
        ReferralLife late = street.refer();
        street.becomes("2027-04-01T17:00:00");
        ReferralLife inTime = street.refer();

        Answer found = server.get(street.practice, "/Task?overdue=ge2027-04-01");

        assertThat(found.all(Task.class))
                .extracting(task -> "Task/" + task.getIdElement().getIdPart())
                .contains(late.reference(Task.class))
                .doesNotContain(inTime.reference(Task.class));
    }

    @Test
    void whoStandsInMayActUntilThePromiseIsKept() {
        ReferralLife life = street.refer();
        String task = life.reference(Task.class);
        assertThat(life.step(street.joris, TaskStatus.RECEIVED, Set.of()).status())
                .isEqualTo(403);
        street.becomes("2027-04-01T17:00:00");

        ok(life.step(street.joris, TaskStatus.ACCEPTED, Set.of()));
        assertThat(life.task().getOwner().getReference()).isEqualTo(street.joris);
        assertThat(actors(street.sanne, task))
                .as("as long as nobody has called")
                .contains("stand-in");

        Answer tried = server.post(street.joris, "/Communication", Messages.attempt(life.task(), "no-answer"));
        assertThat(tried.status()).as(tried.body()).isEqualTo(201);
        assertThat(street.overdue(task)).isEmpty();
        assertThat(actors(street.sanne, task)).isEmpty();
        street.becomes("2027-05-01T12:00:00");
        assertThat(heard.of(task)).noneMatch(told -> told.contains("coordinator"));
    }

    @Test
    void aStepThatShowsContactKeepsThePromise() {
        ReferralLife life = street.refer();
        ok(life.step(street.sanne, TaskStatus.ACCEPTED, Set.of()));
        street.becomes("2027-04-01T17:00:00");
        assertThat(street.overdue(life.reference(Task.class))).isPresent();

        Task started =
                ok(life.step(street.sanne, TaskStatus.INPROGRESS, Set.of())).resource(Task.class);

        assertThat(started.hasExtension(Canonicals.EXTENSION_OVERDUE)).isFalse();
        assertThat(rows(life)).isZero();
    }

    @Test
    void aHandOverDoesNotStartTheClockAgain() {
        ReferralLife life = street.refer();
        street.becomes("2027-03-29T12:00:00");
        ok(life.change(street.sanne, task -> task.getOwner().setReference(street.joris)));

        street.becomes("2027-03-31T09:00:00");
        street.becomes("2027-04-01T17:00:00");

        assertThat(heard.of(life.reference(Task.class)))
                .containsExactly(
                        "REMINDED first-contact reminder " + street.joris,
                        "ESCALATED first-contact overdue " + street.joris,
                        "ESCALATED first-contact stand-in " + street.sanne);
    }

    @Test
    void anOrganisationGoesUpAsItSays() {
        String own = Directory.SOCIAL;
        street.directory.change(own, Organization.class, organization -> {
            var escalation = organization.addExtension().setUrl(Canonicals.EXTENSION_ESCALATION);
            escalation.addExtension("reminder", new UnsignedIntType(2));
            escalation.addExtension("substitute", new UnsignedIntType(1));
            escalation.addExtension("coordinator", new UnsignedIntType(1));
        });
        try {
            ReferralLife life = street.refer();
            street.becomes("2027-03-30T09:00:00");
            street.becomes("2027-04-01T17:00:00");
            street.becomes("2027-04-02T17:00:00");
            assertThat(heard.withTime(life.reference(Task.class)))
                    .containsExactly(
                            "2027-03-30 09:00 first-contact reminder " + street.sanne,
                            "2027-04-01 17:00 first-contact overdue " + street.sanne,
                            "2027-04-02 17:00 first-contact stand-in " + street.joris,
                            "2027-04-02 17:00 first-contact coordinator " + own);
        } finally {
            street.directory.change(own, Organization.class, organization -> organization.setExtension(List.of()));
        }
    }

    @Test
    void aQuestionWithoutADayIsGivenOne() {
        ReferralLife life = street.refer();
        ok(life.step(street.sanne, TaskStatus.ACCEPTED, Set.of()));
        Bundle asked = Beside.question(life.task(), "Is er een tolk nodig?");
        Period open = new Period().setStartElement(new DateTimeType("2027-03-24"));
        Messages.part(asked, Task.class).setRequester(null).setOwner(null);
        Messages.part(asked, CommunicationRequest.class)
                .setRequester(null)
                .setRecipient(null)
                .setSender(null)
                .setOccurrence(open);

        ok(server.post(street.sanne, "", asked));

        assertThat(jdbc.queryForList(
                        "select p.due::text from promise p join referral_member m on m.referral = p.referral"
                                + " where m.resource = ?::uuid and p.kind = 'ANSWER'",
                        String.class,
                        life.task().getIdElement().getIdPart()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reminder", "substitute", "coordinator"})
    void noOrganisationWaitsForAYear(String step) {
        Organization own = server.read(Directory.COORDINATOR, Directory.SOCIAL, Organization.class);
        own.addExtension().setUrl(Canonicals.EXTENSION_ESCALATION).addExtension(step, new UnsignedIntType(61));

        refused(server.put(Directory.COORDINATOR, own), 422, "profile-violation");
    }

    private int rows(ReferralLife life) {
        return jdbc.queryForObject(
                "select count(*) from promise where task = ?::uuid",
                Integer.class,
                life.reference(Task.class).substring("Task/".length()));
    }

    private Set<String> actors(String client, String task) {
        return Offer.of(server, client, task).stream().map(Offer::as).collect(Collectors.toSet());
    }
}

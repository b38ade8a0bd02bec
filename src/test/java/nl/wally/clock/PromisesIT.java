package nl.wally.clock;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is promised, what keeps it, and what happens to its clock meanwhile. */
class PromisesIT extends ServerIT {
    private static final String SENT = "2027-06-07T10:00:00";

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
    void aQuestionIsAnsweredWithinThreeWorkingDaysOfTheOffice() {
        ReferralLife life = street.refer();
        Task question = ask(life);
        var asked = server.read(street.practice, question.getFocus().getReference(), CommunicationRequest.class);
        assertThat(asked.getOccurrenceDateTimeType().getValueAsString())
                .as("the GP sees by when")
                .isEqualTo("2027-06-10T17:00:00+02:00");
        String task = Beside.reference(question);

        street.becomes("2027-06-09T09:00:00");
        street.becomes("2027-06-10T17:00:00");
        assertThat(life.step(street.joris, TaskStatus.RECEIVED, Set.of()).status())
                .as("the Wally is not late")
                .isEqualTo(403);
        street.becomes("2027-06-14T17:00:00");

        assertThat(heard.withTime(task))
                .containsExactly(
                        "2027-06-09 09:00 answer reminder " + street.gp,
                        "2027-06-10 17:00 answer overdue " + street.gp,
                        "2027-06-10 17:00 answer overdue " + street.practice,
                        "2027-06-10 17:00 answer stand-in " + street.sanne,
                        "2027-06-14 17:00 answer coordinator " + nl.wally.Directory.SOCIAL);
        assertThat(street.overdue(task)).contains("2027-06-10T17:00:00+02:00");

        ok(answer(task));

        assertThat(street.overdue(task)).isEmpty();
        assertThat(promises(life)).containsExactly("FIRST_CONTACT");
    }

    @Test
    void whoAsksMaySayByWhen() {
        ReferralLife life = street.refer();
        Bundle asked = question(life);
        Messages.part(asked, CommunicationRequest.class).setOccurrence(new DateTimeType("2027-06-08T12:00:00+02:00"));
        Task question = ok(server.post(street.sanne, "", asked)).first(Task.class);

        street.becomes("2027-06-08T11:59:30");
        assertThat(street.overdue(Beside.reference(question))).isEmpty();
        street.becomes("2027-06-08T12:00:00");
        assertThat(street.overdue(Beside.reference(question))).isPresent();
    }

    @Test
    void feedbackIsDueWhenTheGpAskedForItAndAnyFeedbackKeepsIt() {
        ReferralLife life = street.refer(PromisesIT::wantsFeedback);
        String task = life.reference(Task.class);
        ok(life.step(street.sanne, TaskStatus.ACCEPTED, Set.of()));
        ok(life.step(street.sanne, TaskStatus.INPROGRESS, Set.of()));
        street.becomes("2027-06-17T09:00:00");
        street.becomes("2027-06-18T17:00:00");
        assertThat(heard.withTime(task))
                .contains("2027-06-17 09:00 feedback reminder " + street.sanne)
                .contains("2027-06-18 17:00 feedback stand-in " + street.joris);
        assertThat(street.overdue(task)).contains("2027-06-18T17:00:00+02:00");

        Answer told = server.post(
                street.sanne,
                "/Communication",
                Messages.interim(life.finalFeedback(street.sanne, life.task()), "Wij hebben een afspraak."));

        assertThat(told.status()).as(told.body()).isEqualTo(201);
        assertThat(street.overdue(task)).isEmpty();
        assertThat(promises(life)).isEmpty();
    }

    @Test
    void nothingButResumingIsDueWhileOnHold() {
        ReferralLife life = street.refer(PromisesIT::wantsFeedback);
        String task = life.reference(Task.class);
        ok(life.step(street.sanne, TaskStatus.ACCEPTED, Set.of()));
        ok(life.step(
                street.sanne,
                TaskStatus.ONHOLD,
                Set.of(Guard.G_REASON),
                held -> held.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType("2027-06-26"))));

        street.becomes("2027-06-25T09:00:00");
        street.becomes("2027-06-28T16:59:30");
        assertThat(heard.withTime(task)).containsExactly("2027-06-25 09:00 resume reminder " + street.sanne);
        street.becomes("2027-06-28T17:00:00");
        assertThat(heard.withTime(task))
                .hasSize(3)
                .last()
                .isEqualTo("2027-06-28 17:00 resume stand-in " + street.joris);
        assertThat(street.overdue(task)).contains("2027-06-28T17:00:00+02:00");

        street.itIs("2027-06-29T11:00:00");
        ok(life.step(street.sanne, TaskStatus.INPROGRESS, Set.of()));
        assertThat(street.overdue(task)).isEmpty();
        assertThat(promises(life)).containsExactly("FEEDBACK");
        assertThat(jdbc.queryForObject(
                        "select to_char(due at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') from promise"
                                + " where task = ?::uuid",
                        String.class,
                        id(life)))
                .as("sixteen working days later than the 18th")
                .isEqualTo("2027-07-12 17:00");
    }

    @Test
    void bothPromisesOfATaskShowTheEarlierOne() {
        ReferralLife life = street.refer(bundle -> Messages.part(bundle, Task.class)
                .getRestriction()
                .setPeriod(new Period().setEndElement(new DateTimeType("2027-06-10"))));
        String task = life.reference(Task.class);
        street.becomes("2027-06-10T17:00:00");
        street.becomes("2027-06-14T17:00:00");
        assertThat(street.overdue(task)).contains("2027-06-10T17:00:00+02:00");

        server.post(
                street.sanne,
                "/Communication",
                Messages.interim(life.finalFeedback(street.sanne, life.task()), "Wij hebben een afspraak."));

        assertThat(street.overdue(task)).as("nobody has called").contains("2027-06-14T17:00:00+02:00");
    }

    @Test
    void theDaysOfTheOwnerMoveTheReminderAndNotThePromise() {
        ReferralLife life = street.refer();
        sweep.run();
        street.directory.change(
                street.sanne,
                PractitionerRole.class,
                role -> role.addNotAvailable()
                        .setDescription("afwezig")
                        .setDuring(new Period()
                                .setStartElement(new DateTimeType("2027-06-10"))
                                .setEndElement(new DateTimeType("2027-06-11"))));

        street.becomes("2027-06-09T08:59:30");
        street.becomes("2027-06-09T09:00:00");
        street.becomes("2027-06-14T17:00:00");

        assertThat(heard.withTime(life.reference(Task.class)))
                .startsWith(
                        "2027-06-09 09:00 first-contact reminder " + street.sanne,
                        "2027-06-14 17:00 first-contact overdue " + street.sanne);
    }

    @Test
    void anEndEndsEveryPromise() {
        ReferralLife life = street.refer(PromisesIT::wantsFeedback);
        String question = Beside.reference(ask(life));
        street.becomes("2027-07-01T12:00:00");
        assertThat(promises(life)).containsExactlyInAnyOrder("ANSWER", "FEEDBACK", "FIRST_CONTACT");
        assertThat(street.overdue(question)).isPresent();

        ok(server.put(
                street.practice,
                server.read(street.practice, life.reference(Consent.class), Consent.class)
                        .setStatus(Consent.ConsentState.INACTIVE)));

        assertThat(life.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(street.overdue(life.reference(Task.class))).isEmpty();
        assertThat(street.overdue(question)).isEmpty();
        assertThat(promises(life)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select escalated from referral r join referral_member m on m.referral = r.id"
                                + " where m.resource = ?::uuid",
                        Boolean.class,
                        id(life)))
                .isFalse();
    }

    private Task ask(ReferralLife life) {
        return ok(server.post(street.sanne, "", question(life))).first(Task.class);
    }

    private static Bundle question(ReferralLife life) {
        Bundle asked = Beside.question(life.task(), "Weet u een ander nummer?");
        Messages.part(asked, Task.class).setRequester(null).setOwner(null);
        Messages.part(asked, CommunicationRequest.class)
                .setRequester(null)
                .setRecipient(null)
                .setSender(null);
        return asked;
    }

    private Answer answer(String task) {
        Task asked = server.read(street.practice, task, Task.class);
        var request = server.read(street.practice, asked.getFocus().getReference(), CommunicationRequest.class);
        return server.post(
                street.practice,
                "",
                Beside.answering(asked, Beside.answer(request, "Bel haar zus.").setSender(null)));
    }

    private static void wantsFeedback(Bundle bundle) {
        Messages.part(bundle, CommunicationRequest.class).setOccurrence(new DateTimeType("2027-06-18"));
    }

    private List<String> promises(ReferralLife life) {
        return jdbc.queryForList(
                "select p.kind from promise p join referral_member m on m.referral = p.referral"
                        + " where m.resource = ?::uuid order by 1",
                String.class,
                id(life));
    }

    private static String id(ReferralLife life) {
        return life.reference(Task.class).substring("Task/".length());
    }
}

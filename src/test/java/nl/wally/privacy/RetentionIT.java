package nl.wally.privacy;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Expired;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What has had its time goes by itself, each kind after its own, and what has not stays. */
class RetentionIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private RetentionSweep sweep;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Custodies custodies;

    @Autowired
    private Expired expired;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void eachKindGoesAfterItsOwnTime() {
        ReferralLife open = ReferralLife.begin(server, 1);
        ReferralLife cancelled = ReferralLife.begin(server, 1);
        ok(server.put(GP, cancelled.consent().setStatus(Consent.ConsentState.INACTIVE)));
        ReferralLife completed = begun();
        String clarification = clarified(completed);
        complete(completed);
        assertThat(ended(cancelled)).isNotNull();
        assertThat(ended(open)).isNull();

        after(Duration.ofDays(89));
        assertThat(exists(clarification)).isTrue();
        after(Duration.ofDays(91));
        assertThat(exists(clarification)).isFalse();
        assertThat(exists(completed.reference(Task.class))).isTrue();
        assertThat(exists(cancelled.reference(Task.class))).isTrue();
        after(Duration.ofDays(181));
        assertThat(exists(cancelled.reference(Patient.class))).isFalse();
        assertThat(exists(completed.reference(Patient.class))).isTrue();
        after(Duration.ofDays(731));
        assertThat(exists(completed.reference(Patient.class))).isFalse();
        assertThat(exists(open.reference(Patient.class))).isTrue();

        List<Certificate> written = certificates.ofPerson(completed.reference(Patient.class));
        assertThat(written).extracting(Certificate::ground).containsExactly("retention", "retention");
        assertThat(written.get(0).whole()).isTrue();
        assertThat(written.get(1).parts()).containsExactly(clarification);
        assertThat(written.get(1).resources()).containsEntry("QuestionnaireResponse", 1);
    }

    @Test
    void aPersonStaysAsLongAsAnyReferralDoes() {
        var planted = new PlantedPerson(server, "Blijvertje");
        ok(server.put(GP, planted.life().consent().setStatus(Consent.ConsentState.INACTIVE)));
        planted.comesBack();
        after(Duration.ofDays(181));
        assertThat(exists(planted.life().reference(Task.class))).isFalse();
        assertThat(exists(planted.person())).isTrue();
        assertThat(certificates.ofPerson(planted.person()))
                .singleElement()
                .satisfies(one -> assertThat(one.whole()).isFalse())
                .satisfies(one -> assertThat(one.resources()).doesNotContainKey("Patient"));
    }

    @Test
    void aPracticeGoesOnWithWhatIsLeftAfterTheClarificationHasGone() {
        ReferralLife life = begun();
        clarified(life);
        complete(life);
        after(Duration.ofDays(91));
        clock.reset();
        Task added = life.task();
        added.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                .setValue(new org.hl7.fhir.r4.model.Annotation().setText("Zij belde nog."));
        ok(server.put(SANNE, added));
    }

    @Test
    void whatCannotBeErasedKeepsNobodyElse() {
        ReferralLife stuck = ReferralLife.begin(server, 1);
        ReferralLife next = ReferralLife.begin(server, 1);
        for (ReferralLife life : List.of(stuck, next)) {
            ok(server.put(GP, life.consent().setStatus(Consent.ConsentState.INACTIVE)));
        }
        endedDaysAgo(stuck, 400);
        endedDaysAgo(next, 399);
        jdbc.execute("create function stay() returns trigger language plpgsql as 'begin raise ''no''; end'");
        jdbc.execute("create trigger stay before delete on hfj_resource for each row when (old.fhir_id = '%s')"
                        .formatted(stuck.reference(Task.class).substring("Task/".length()))
                + " execute function stay()");
        try {
            oneAtOnce().run();
        } finally {
            jdbc.execute("drop trigger stay on hfj_resource");
            jdbc.execute("drop function stay");
        }
        assertThat(exists(stuck.reference(Task.class))).isTrue();
        assertThat(exists(next.reference(Task.class))).isFalse();
    }

    private RetentionSweep oneAtOnce() {
        var never = Duration.ofDays(9999);
        var periods = new PrivacyProperties.Retention(true, never, Duration.ofDays(398), never, never, never, 1);
        return new RetentionSweep(new PrivacyProperties(null, periods), custodies, expired, erasures, clock);
    }

    private void endedDaysAgo(ReferralLife life, int days) {
        jdbc.update(
                "update referral r set ended_at = now() - make_interval(days => ?) from referral_member m"
                        + " where m.referral = r.id and m.resource = ?::uuid",
                days,
                life.reference(Task.class).substring("Task/".length()));
    }

    private ReferralLife begun() {
        ReferralLife life = ReferralLife.begin(server, 1);
        for (TaskStatus status : List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
            ok(life.step(SANNE, status, Set.of()));
        }
        return life;
    }

    private String clarified(ReferralLife life) {
        var written = server.post(SANNE, "/QuestionnaireResponse", Messages.clarification(life.task()));
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        return "QuestionnaireResponse/"
                + written.resource(QuestionnaireResponse.class).getIdElement().getIdPart();
    }

    private void complete(ReferralLife life) {
        Task ended = life.task().setStatus(TaskStatus.COMPLETED);
        ended.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        ok(server.post(SANNE, "", Messages.ending(ended, Messages.feedback(ended, life.request()))));
    }

    /** The sweep looks so much later, until nothing is left for it to do. */
    private void after(Duration time) {
        clock.jumpTo(Instant.now().plus(time));
        for (int before = -1; before != erasures(); ) {
            before = erasures();
            sweep.run();
        }
    }

    private int erasures() {
        return jdbc.queryForObject("select count(*) from erasure", Integer.class);
    }

    private Instant ended(ReferralLife life) {
        return jdbc.queryForObject(
                "select r.ended_at from referral r join referral_member m on m.referral = r.id where m.resource = ?::uuid",
                (row, number) ->
                        row.getTimestamp(1) == null ? null : row.getTimestamp(1).toInstant(),
                life.reference(Task.class).substring("Task/".length()));
    }

    private boolean exists(String reference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from hfj_resource where res_type || '/' || fhir_id = ?)",
                Boolean.class,
                reference));
    }
}

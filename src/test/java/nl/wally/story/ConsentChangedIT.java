package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import nl.wally.Absence;
import nl.wally.Consents;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the practice, the owner and others may say of a consent, and what follows from it (W-2, W-6). */
class ConsentChangedIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DaoRegistry daos;

    @Test
    void nobodyElseChangesItAndNothingIsStored() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        var before = new ReferralRows(jdbc).everything(thea.reference(Task.class));
        refused(Consents.withdraw(server, JORIS, thea), 403, "forbidden");
        refused(Consents.withdraw(server, JORIS, thea, Consents.Form.JSON_PATCH), 403, "forbidden");
        for (String client : Set.of("his-demo-2", "coordinator-demo")) {
            refused(Consents.withdraw(server, client, thea), 404, "not-found");
            refused(Consents.withdraw(server, client, thea, Consents.Form.FHIR_PATCH), 404, "not-found");
        }
        refused(
                Consents.change(server, SANNE, thea, consent -> Consents.takeAway(consent, "feedback-to-gp")),
                403,
                "forbidden");
        refused(
                Consents.change(server, GP, thea, consent -> consent.setPatient(new Reference("Patient/x"))),
                422,
                "reference-unresolved");
        refused(
                Consents.change(server, GP, thea, consent -> consent.setStatus(ConsentState.REJECTED)),
                422,
                "element-not-allowed");
        refused(
                Consents.change(
                        server, GP, thea, consent -> consent.getPolicyFirstRep().setUri("http://example.org")),
                422,
                "element-immutable");
        assertThat(new ReferralRows(jdbc).everything(thea.reference(Task.class)))
                .isEqualTo(before);
    }

    @Test
    void onlyTheVersionThatWasReadIsChanged() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        Consent consent = Consents.of(server, thea).setStatus(ConsentState.INACTIVE);
        consent.getMeta().setVersionId("7");
        refused(server.put(SANNE, consent), 412, "version-stale");
        Answer without = server.send(server.request(SANNE, "/" + thea.reference(Consent.class))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(server.json(consent))));
        refused(without, 428, "version-required");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void sharingIsTakenAwayWithoutAWordOfTheStatus() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(Consents.change(server, GP, thea, consent -> Consents.takeAway(consent, "share-with-social")));
        assertThat(thea.task().getStatusReason().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(server.get(SANNE, "/" + thea.reference(Task.class)).status()).isEqualTo(404);
        refused(
                Consents.change(server, GP, thea, consent -> Consents.give(consent, "share-with-social")),
                422,
                "element-immutable");
    }

    @Test
    void whatTheGpMayHearComesAndGoes() {
        // Given Thea no longer wants the GP to hear what is said
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(Consents.change(server, GP, thea, consent -> Consents.takeAway(consent, "feedback-to-gp")));
        assertThat(thea.task().getStatus()).as("sharing goes on").isEqualTo(TaskStatus.REQUESTED);
        Communication words = Messages.interim(thea.finalFeedback(SANNE, thea.task()), "Er is contact geweest.");
        Communication more = words.copy();
        more.addNote().setText("Schulden.");

        // Then the next feedback is a sentence, and nothing more
        refused(server.post(SANNE, "/Communication", more), 422, "consent-missing");
        assertThat(server.post(SANNE, "/Communication", words).status()).isEqualTo(201);

        // Until she agrees to that again
        ok(Consents.change(server, GP, thea, consent -> Consents.give(consent, "feedback-to-gp")));
        assertThat(server.post(SANNE, "/Communication", more).status()).isEqualTo(201);
        assertThat(server.get(GP, "/Provenance?target=" + thea.reference(Consent.class))
                        .all(org.hl7.fhir.r4.model.Provenance.class))
                .extracting(entry -> entry.getActivity().getText())
                .containsExactly("consent-changed", "consent-changed");
    }

    @Test
    void aConsentLapsesByItself() {
        // Given Thea agrees for a while
        ReferralLife thea = ReferralLife.begin(server, 1);
        Date end = Date.from(clock.instant().plus(Duration.ofSeconds(20)));
        ok(Consents.change(
                server, GP, thea, consent -> consent.getProvision().getPeriod().setEnd(end)));
        assertThat(server.get(SANNE, "/" + thea.reference(Task.class)).status()).isEqualTo(200);
        Communication attempt = Messages.attempt(thea.task(), "no-answer");

        // When that is over, then Sanne sees nothing any more and writes nothing
        clock.jumpTo(end.toInstant().plusSeconds(5));
        assertThat(server.get(SANNE, "/" + thea.reference(Task.class)).status()).isEqualTo(404);
        refused(server.post(SANNE, "/Communication", attempt), 422, "reference-unresolved");
        refused(
                Consents.change(
                        server, GP, thea, consent -> consent.getProvision().setPeriod(null)),
                422,
                "element-immutable");

        // And the next that is written to the referral ends it
        ok(thea.change(GP, task -> task.addNote().setText("Hoe staat het?")));
        assertThat(thea.task().getStatusReason().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(thea.task().getNote()).hasSize(1);
        assertThat(thea.notices(SANNE)).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void aReferralThatIsSentForAWhileLapsesToo() {
        var sent = Messages.referral(1);
        Date end = Date.from(clock.instant().plus(Duration.ofSeconds(20)));
        Messages.part(sent, Consent.class).getProvision().getPeriod().setEnd(end);
        ReferralLife thea = ReferralLife.begin(server, GP, sent);
        assertThat(server.get(JORIS, "/" + thea.reference(Task.class)).status()).isEqualTo(200);
        clock.jumpTo(end.toInstant().plusSeconds(5));
        assertThat(server.get(JORIS, "/" + thea.reference(Task.class)).status()).isEqualTo(404);
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void whoStandsInHearsItToo() {
        ReferralLife thea = ReferralLife.begin(server, 2);
        try (Absence holiday = Absence.of(server, "PractitionerRole/wally-2")) {
            ok(Consents.withdraw(server, SANNE, thea));
        }
        assertThat(server.get("his-demo-2", "/" + thea.reference(Task.class))
                        .resource(Task.class)
                        .getStatus())
                .isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void aReferralThatNobodyOwnsEndsWithWordToThePracticeAlone() {
        // Given nobody owns it: no request of today brings that about
        ReferralLife thea = ReferralLife.begin(server, 1);
        Task task = thea.task().setOwner(null);
        task.getRestriction().setRecipient(null);
        task.addExtension(
                Canonicals.EXTENSION_UNATTENDED, task.getAuthoredOnElement().copy());
        daos.getResourceDao(Task.class).update(task, new SystemRequestDetails());
        jdbc.update(
                "update referral set owner = '', recipients = '{}' where number = ?",
                task.getIdentifierFirstRep().getValue());

        ok(Consents.withdraw(server, GP, thea));

        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(thea.notices(GP))
                .hasSize(1)
                .allSatisfy(notice -> assertThat(notice.getRecipient())
                        .extracting("reference")
                        .containsExactly("Organization/practice-1"));
    }
}

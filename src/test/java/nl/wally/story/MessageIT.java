package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** After sending, Dr. Van Dijk hears that Thea has moved, and tells Sanne. */
class MessageIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String TEXT = "Mevrouw heeft een nieuw nummer.";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theGpTellsItAndSanneReadsIt() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        Communication message = tell(thea);
        assertThat(message.getRecipient()).extracting("reference").containsExactly("PractitionerRole/wally-1");
        assertThat(message.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE)).isNotNull();
        assertThat(server.get(SANNE, "/Communication?category=message&part-of=" + thea.reference(Task.class))
                        .all(Communication.class))
                .hasSize(1);
        ok(server.put(GP, Beside.informed(thea.task(), Beside.reference(message))));
        assertThat(thea.task().getInput()).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void messageAndInputMayComeTogether() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        String url = "urn:uuid:" + UUID.randomUUID();
        var bundle = Beside.transaction();
        Beside.post(bundle, Beside.message(thea.task(), TEXT)).setFullUrl(url);
        ok(server.post(GP, "", Beside.put(bundle, Beside.informed(thea.task(), url))));
        assertThat(thea.task().getInput()).hasSize(1);

        // And nothing of it goes away again
        Task fewer = thea.task();
        fewer.getInput().clear();
        refused(server.put(GP, fewer), 422, "element-immutable");
    }

    @Test
    void onlyAMessageOfThisReferralIsAnInput() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ReferralLife other = ReferralLife.begin(server, 1);
        String elsewhere = Beside.reference(tell(other));
        refused(server.put(GP, Beside.informed(thea.task(), elsewhere)), 422, "reference-unresolved");
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        Answer interim = server.post(
                SANNE,
                "/Communication",
                Messages.interim(thea.finalFeedback(SANNE, thea.task()), "Ik heb haar gesproken."));
        refused(
                server.put(GP, Beside.informed(thea.task(), Beside.reference(interim.resource()))),
                422,
                "reference-unresolved");
        refused(server.put(SANNE, Beside.informed(thea.task(), Beside.reference(tell(thea)))), 403, "forbidden");
    }

    @Test
    void afterTheEndNobodyLooksAnyMore() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        Communication before = tell(thea);
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        Answer late = server.post(GP, "/Communication", Beside.message(thea.task(), TEXT));
        refused(late, 422, "element-not-allowed");
        assertThat(late.body()).contains("The referral has ended");
        refused(server.put(GP, Beside.informed(thea.task(), Beside.reference(before))), 422, "element-not-allowed");
    }

    @Test
    void itGoesToTheOwnerFromThePracticeAboutThePerson() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ReferralLife other = ReferralLife.begin(server, 1);
        wrong(thea, said -> said.addRecipient(new Reference("PractitionerRole/wally-2")), "reference-unresolved");
        wrong(thea, said -> said.setSender(new Reference("PractitionerRole/gp-2")), "forbidden");
        wrong(thea, said -> said.setSender(new Reference("PractitionerRole/wally-1")), "forbidden");
        wrong(thea, said -> said.setSubject(new Reference(other.reference(Patient.class))), "reference-unresolved");
        wrong(thea, said -> said.addPartOf(new Reference(other.reference(Task.class))), "reference-unresolved");
        wrong(thea, said -> said.setPartOf(null), "profile-violation");
        wrong(thea, said -> said.setSentElement(new DateTimeType("2099-01-01T00:00:00Z")), "time-in-future");
        wrong(thea, said -> said.setPayload(null), "profile-violation");
        Communication both = Beside.message(thea.task(), TEXT);
        both.getCategoryFirstRep()
                .addCoding()
                .setSystem(Canonicals.SYSTEM_COMMUNICATION_CATEGORY)
                .setCode("final-feedback");
        refused(server.post(GP, "/Communication", both), 403, "forbidden");
        refused(server.post(SANNE, "/Communication", Beside.message(thea.task(), TEXT)), 403, "forbidden");
        refused(
                server.post("his-demo-2", "/Communication", Beside.message(thea.task(), TEXT)),
                422,
                "reference-unresolved");
        refused(server.post("coordinator-demo", "/Communication", Beside.message(thea.task(), TEXT)), 403, "forbidden");
        // What is the Wally's to say stays the Wally's
        refused(server.post(GP, "/Communication", thea.finalFeedback(GP, thea.task())), 403, "forbidden");
        assertThat(server.get(GP, "/Communication?part-of=" + thea.reference(Task.class))
                        .all(Communication.class))
                .isEmpty();
    }

    @Test
    void otherPracticesSeeNothingOfIt() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        Communication message = tell(thea);
        assertThat(server.get("his-demo-2", "/" + Beside.reference(message)).status())
                .isEqualTo(404);
        assertThat(server.get("coordinator-demo", "/" + Beside.reference(message))
                        .status())
                .isEqualTo(404);
    }

    private void wrong(ReferralLife life, Consumer<Communication> fault, String problem) {
        Communication message = Beside.message(life.task(), TEXT);
        fault.accept(message);
        refused(server.post(GP, "/Communication", message), problem.equals("forbidden") ? 403 : 422, problem);
    }

    private Communication tell(ReferralLife life) {
        Answer answer = server.post(GP, "/Communication", Beside.message(life.task(), TEXT));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.resource(Communication.class);
    }
}

package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.wally.Messages;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class EventStepTest {
    private static final Caller SANNE = new Caller(
            "wally-demo-1", "Organization/social-1", "PractitionerRole/wally-1", Caller.Capacity.SOCIAL_WORKER);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Submission submission = new Submission(SANNE, NOW, null, List.of());

    @Test
    void tellsWhatATaskIsNowAndWhatWasDifferent() {
        Task before = accepted("3");
        Task after = before.copy().setStatus(TaskStatus.INPROGRESS);
        after.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "intake-planned"));
        after.addExtension(Canonicals.EXTENSION_OVERDUE, new DateTimeType("2026-03-02T09:00:00Z"));
        after.getMeta().setVersionId("4");
        submission.update(before, after);

        Event event = only();

        assertThat(event.focus()).isEqualTo("Task/" + before.getIdElement().getIdPart());
        assertThat(event.version()).isEqualTo("4");
        assertThat(event.at()).isEqualTo(NOW);
        assertThat(event.author()).isEqualTo(new Event.Author("wally-demo-1", "PractitionerRole/wally-1"));
        assertThat(event.facts())
                .containsEntry("status", "in-progress")
                .containsEntry("status-before", "accepted")
                .containsEntry("business-status", "intake-planned")
                .containsEntry("overdue", "true")
                .containsEntry("overdue-before", "")
                .containsEntry("owner", "PractitionerRole/wally-1")
                .containsEntry("code", "fulfill")
                .doesNotContainKeys("owner-before", "created", "unattended");
        assertThat(event.isChanged("status")).isTrue();
        assertThat(event.isChanged("overdue")).isTrue();
        assertThat(event.isChanged("owner")).isFalse();
    }

    @Test
    void whatIsGoneIsTold() {
        Task before = accepted("3");
        before.addExtension(Canonicals.EXTENSION_UNATTENDED, new BooleanType(true));
        Task after = accepted("4");
        submission.update(before, after);

        assertThat(only().facts()).containsEntry("unattended-before", "true").doesNotContainKey("unattended");
        assertThat(only().isChanged("unattended")).isTrue();
    }

    @Test
    void ofWhatIsNewEveryFactIs() {
        Communication feedback = Messages.example("Communication-TheaFinalFeedback", Communication.class);
        feedback.setId((String) null);
        feedback.getMeta().setVersionId("1");
        submission.create(feedback);

        Event event = only();

        assertThat(event.type()).isEqualTo("Communication");
        assertThat(event.facts())
                .containsEntry("category", "final-feedback")
                .containsKeys("created", "sender", "recipient");
        assertThat(event.isChanged("category")).isTrue();
        assertThat(event.isChanged("sender")).isTrue();
        assertThat(event.isChanged("status")).isTrue();
        assertThat(event.isChanged("owner")).isFalse();
    }

    @Test
    void nothingIsToldOfWhatStaysAsItWasOrConcernsNobody() {
        submission.update(accepted("3"), accepted("3"));
        submission.create(new Patient());

        assertThat(EventStep.of(submission)).isEmpty();
    }

    @Test
    void nothingThatSomebodyWroteIsAmongTheFacts() {
        Task before = accepted("3");
        Task after = accepted("4");
        after.setDescription("SECRET");
        after.addNote().setText("SECRET");
        after.getOwner().setDisplay("SECRET");
        after.addIdentifier().setValue("SECRET");
        after.getFor().setDisplay("SECRET");
        Communication said = new Communication();
        said.addPayload().setContent(new org.hl7.fhir.r4.model.StringType("SECRET"));
        said.addRecipient(new Reference("Organization/practice-1").setDisplay("SECRET"));
        said.addCategory()
                .setText("SECRET")
                .addCoding()
                .setSystem("http://elsewhere")
                .setCode("SECRET");
        CareTeam team = new CareTeam();
        team.setName("SECRET");
        submission.update(before, after);
        submission.create(said);
        submission.create(team);

        assertThat(EventStep.of(submission))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.toString())
                        .doesNotContain("SECRET")
                        .doesNotContain(after.getFor().getReference()));
    }

    private Event only() {
        List<Event> events = EventStep.of(submission);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static Task accepted(String version) {
        Task task = Messages.example("Task-TheaAccepted", Task.class);
        task.getMeta().setVersionId(version);
        return task;
    }
}

package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.Messages;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class StoryRulesTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String SECRET = "Schulden bij haar broer";

    @Test
    void showsWhoHasItAndHowItStands() {
        String seen = text(StoryRules.seen(whole()));
        assertThat(seen)
                .contains("PractitionerRole/", "\"accepted\"", "2027-01-04")
                .doesNotContain(SECRET);
        assertThat(filled(StoryRules.seen(whole()))).doesNotContain("note", "input", "output", "description", "text");
    }

    @Test
    void showsTheLocumWhoHasToBeRegistered() {
        Task whole = whole().setRequester(new Reference("Organization/practice-1").setDisplay("M. de Boer"));
        Task seen = StoryRules.seen(whole);
        assertThat(seen.getRequester().getDisplay()).isEqualTo("M. de Boer");
        assertThat(StoryRules.written(whole, seen))
                .hasValueSatisfying(written -> assertThat(text(written)).isEqualTo(text(whole)));
        assertThat(StoryRules.written(whole, seen.setRequester(new Reference("Organization/practice-1"))))
                .hasValueSatisfying(written -> assertThat(text(written)).isEqualTo(text(whole)));
    }

    @Test
    void whatIsSentBackAsItWasSeenChangesNothing() {
        Task whole = whole();
        assertThat(StoryRules.written(whole, StoryRules.seen(whole)))
                .hasValueSatisfying(written -> assertThat(text(written)).isEqualTo(text(whole)));
    }

    @Test
    void whatIsSeenCanBeChangedAndTheRestStays() {
        Task whole = whole();
        Task sent = StoryRules.seen(whole);
        sent.setOwner(new Reference("PractitionerRole/wally-9").setDisplay("Joris"));
        sent.setStatus(TaskStatus.FAILED).setStatusReason(null).getExtension().clear();
        Task written = StoryRules.written(whole, sent).orElseThrow();
        assertThat(written.getOwner().getReference()).isEqualTo("PractitionerRole/wally-9");
        assertThat(written.getStatus()).isEqualTo(TaskStatus.FAILED);
        assertThat(written.hasStatusReason()).isFalse();
        assertThat(written.getExtension()).extracting("url").containsExactly("http://example.org/said");
        assertThat(written.getNote()).hasSize(1);
        assertThat(written.getFor().getDisplay()).isEqualTo(SECRET);
    }

    @Test
    void aNewReasonMayHaveWordsOfItsOwn() {
        Task whole = whole();
        Task sent = StoryRules.seen(whole);
        sent.getStatusReason().setText("x");
        assertThat(StoryRules.written(whole, sent)).isEmpty();
        sent.getStatusReason().getCodingFirstRep().setCode("service-stopped");
        assertThat(StoryRules.written(whole, sent))
                .hasValueSatisfying(written ->
                        assertThat(written.getStatusReason().getText()).isEqualTo("x"));
    }

    @Test
    void whatIsHiddenCannotBeSentWhetherItIsRightOrWrong() {
        for (String word : new String[] {SECRET, "iets anders"}) {
            Task whole = whole();
            Task noted = StoryRules.seen(whole);
            noted.addNote().setText(word);
            Task named = StoryRules.seen(whole);
            named.getFor().getIdentifier().setValue(word);
            Task described = StoryRules.seen(whole).setDescription(word);
            Task told = StoryRules.seen(whole);
            told.getBusinessStatus().setText(word);
            Task extended = StoryRules.seen(whole);
            extended.addExtension("http://example.org/said", new StringType(word));
            for (Task sent : new Task[] {noted, named, described, told, extended}) {
                assertThat(StoryRules.written(whole, sent)).isEmpty();
            }
        }
    }

    @Test
    void isFoundByWhatIsSeenAlone() {
        Set<String> offered = new Capabilities(new Definitions(FHIR))
                .offer("Task")
                .orElseThrow()
                .searchParameters()
                .keySet();
        assertThat(MaskRules.mayFind(Shown.WITHOUT_STORY, whole(), offered)).isTrue();
        assertThat(MaskRules.mayFind(Shown.WITHOUT_STORY, whole(), Set.of("output")))
                .isFalse();
    }

    private static Task whole() {
        Task whole = Messages.example("Task-TheaAccepted", Task.class);
        whole.getFor().setDisplay(SECRET);
        whole.setDescription(SECRET);
        whole.getText().setDivAsString("<div>" + SECRET + "</div>");
        whole.addNote().setText(SECRET);
        whole.addInput().setValue(new StringType(SECRET));
        whole.addOutput().setValue(new StringType(SECRET));
        whole.setStatusReason(Messages.concept("http://example.org", "other").setText(SECRET));
        whole.getBusinessStatus().setText(SECRET);
        whole.getReasonCode().setText(SECRET);
        whole.getRequester().setDisplay(SECRET);
        whole.getStatusElement().addExtension("http://example.org/said", new StringType(SECRET));
        whole.addExtension("http://example.org/said", new StringType(SECRET));
        whole.addExtension(nl.wally.conformance.Canonicals.EXTENSION_RESUME_DATE, new DateType("2027-01-04"));
        return whole;
    }

    private static Set<String> filled(Task task) {
        return task.children().stream()
                .filter(Property::hasValues)
                .map(Property::getName)
                .collect(Collectors.toSet());
    }

    private static String text(Task task) {
        return FHIR.newJsonParser().encodeResourceToString(task);
    }
}

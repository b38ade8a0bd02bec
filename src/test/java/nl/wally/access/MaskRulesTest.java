package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskRulesTest {
    private static final Shown GP = RightsTable.load().shown(Capacity.PRACTICE, "Communication");

    @Test
    void showsThePracticeHowManyNotWhat() {
        Communication seen = (Communication) MaskRules.show(GP, said("contact-attempt"));
        Set<String> filled = seen.children().stream()
                .filter(Property::hasValues)
                .map(Property::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(filled)
                .containsExactly(
                        "category", "extension", "id", "meta", "partOf", "sender", "sent", "status", "subject");
        assertThat(seen.getMeta().getTagFirstRep().getCode()).isEqualTo("SUBSETTED");
        assertThat(seen.getMeta().getVersionId()).isEqualTo("3");
        assertThat(seen.getSentElement().getValueAsString()).isEqualTo("2026-03-03T09:30:00+01:00");
        assertThat(seen.getExtension()).extracting("url").containsExactly(Canonicals.EXTENSION_PRACTICE);
    }

    @Test
    void letsNoWordThroughWhereverItStands() {
        Communication whole = said("contact-attempt");
        whole.setText(new Narrative().setStatus(Narrative.NarrativeStatus.ADDITIONAL));
        whole.getMeta().addTag("http://example.org", "geheim", "geheim").setSource("geheim");
        whole.getCategoryFirstRep().setText("geheim").addCoding().setCode("geheim");
        whole.getPartOfFirstRep().setDisplay("geheim");
        whole.getSubject().setDisplay("geheim");
        whole.getSender().setDisplay("geheim").getIdentifier().setValue("geheim");
        whole.getStatusElement().addExtension("http://example.org", new StringType("geheim"));
        whole.getSentElement().addExtension("http://example.org", new StringType("geheim"));
        whole.getExtension().get(0).addExtension("http://example.org", new StringType("geheim"));
        String text = ca.uhn.fhir.context.FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(MaskRules.show(GP, whole));
        assertThat(text).doesNotContain("geheim", "voicemail").contains("Task/thea", "PractitionerRole/wally-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interim-feedback", "final-feedback", "closing-notice", "message", "information-answer"})
    void masksNothingElseForThePractice(String category) {
        Communication told = said(category);
        assertThat(MaskRules.show(GP, told)).isSameAs(told);
        assertThat(MaskRules.mayFind(GP, told, List.of("recipient"))).isTrue();
    }

    @Test
    void masksNoOtherType() {
        Task task = new Task();
        assertThat(MaskRules.show(GP, task)).isSameAs(task);
    }

    @Test
    void refusesWhatWasReadInPartByWhoSeesTheWhole() {
        Task whole = new Task();
        Task part = whole.copy();
        part.getMeta().addTag(Canonicals.OBSERVATION_VALUE, "SUBSETTED", null);
        assertThat(MaskRules.written(Shown.WHOLE, whole, whole.copy())).isPresent();
        assertThat(MaskRules.written(Shown.WHOLE, whole, part)).isEmpty();
        assertThat(MaskRules.written(GP, said("contact-attempt"), said("contact-attempt")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "PRACTICE", mode = EnumSource.Mode.EXCLUDE)
    void masksForNobodyElse(Capacity capacity) {
        Shown caller = RightsTable.load().shown(capacity, "Communication");
        Communication attempt = said("contact-attempt");
        assertThat(MaskRules.show(caller, attempt)).isSameAs(attempt);
        assertThat(MaskRules.mayFind(caller, attempt, List.of("recipient"))).isTrue();
    }

    @Test
    void isNotFoundByWhatItHides() {
        Communication attempt = said("contact-attempt");
        assertThat(MaskRules.mayFind(GP, attempt, List.of("category", "part-of", "sent")))
                .isTrue();
        for (String hidden : List.of("recipient", "received", "based-on", "medium")) {
            assertThat(MaskRules.mayFind(GP, attempt, List.of("category", hidden)))
                    .as(hidden)
                    .isFalse();
        }
    }

    private static Communication said(String category) {
        var said = new Communication();
        said.setId("Communication/attempt/_history/3");
        said.getMeta().setVersionId("3").addProfile(Canonicals.PROFILE_CONTACT_ATTEMPT);
        said.setStatus(CommunicationStatus.COMPLETED);
        said.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category));
        said.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference("Organization/practice-1"));
        said.addExtension(
                Canonicals.EXTENSION_CONTACT_RESULT, Codes.concept(Canonicals.SYSTEM_CONTACT_RESULT, "voicemail"));
        said.addPartOf(new Reference("Task/thea"));
        said.addBasedOn(new Reference("CommunicationRequest/thea"));
        said.addMedium().setText("telefoon");
        said.setSubject(new Reference("Patient/thea"));
        said.setSender(new Reference("PractitionerRole/wally-1"));
        said.addRecipient(new Reference("Patient/thea"));
        said.setSentElement(new DateTimeType("2026-03-03T09:30:00+01:00"));
        said.addPayload().setContent(new StringType("Ingesproken dat ik morgen terugbel."));
        said.addNote().setText("Buurvrouw nam op.");
        return said;
    }
}

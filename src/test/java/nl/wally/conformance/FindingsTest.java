package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.Language;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.junit.jupiter.api.Test;

/** What the validator finds is told in our words, in both languages, and never with what was in the message. */
class FindingsTest {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Definitions DEFINITIONS = new Definitions(CONTEXT);
    private static final ProfileValidator VALIDATOR = new ProfileValidator(CONTEXT, DEFINITIONS);
    private static final Findings FINDINGS = new Findings(DEFINITIONS);
    private static final List<Resource> MESSAGES = messages();
    private static final int MUTATIONS = 2_500;

    private final Map<String, Integer> hits = new TreeMap<>();

    @Test
    void noFindingTellsWhatWasInAMessageInJson() {
        var random = new Random(20_260_302);
        var marked = new Marked(random);
        for (int round = 0; round < MUTATIONS; round++) {
            Resource message = MESSAGES.get(random.nextInt(MESSAGES.size()));
            JsonNode json = Marked.read(CONTEXT.newJsonParser().encodeResourceToString(message));
            String broken = round % 10 == 0 ? marked.everywhere(json) : marked.broken(json);
            requireSilence(broken, FhirFormat.JSON, Profiles.of(message));
        }
        report();
        assertThat(hits).hasSizeGreaterThan(35);
        assertThat(hits.keySet()).noneMatch(rule -> rule.startsWith("other"));
    }

    @Test
    void noFindingTellsWhatWasInAMessageInXml() {
        for (int index = 0; index < MESSAGES.size(); index += 4) {
            Resource message = MESSAGES.get(index);
            String xml = CONTEXT.newXmlParser().encodeResourceToString(message);
            String profile = Profiles.of(message);
            requireSilence(
                    xml.replaceAll("value=\"[^\"]*\"", "value=\"" + Marked.MARK + "\""), FhirFormat.XML, profile);
            requireSilence(xml.replaceAll("url=\"[^\"]*\"", "url=\"" + Marked.MARK + "\""), FhirFormat.XML, profile);
            requireSilence(
                    xml.replaceFirst("<(code|status)\\b", "<" + Marked.MARK + " value=\"x\"/><$1"),
                    FhirFormat.XML,
                    profile);
            requireSilence(xml.replaceFirst("value=", Marked.MARK + "=\"x\" value="), FhirFormat.XML, profile);
        }
        report();
        assertThat(hits.keySet()).isNotEmpty().noneMatch(rule -> rule.startsWith("other"));
    }

    @Test
    void saysWhichRuleWhatWasExpectedAndWhatWasFound() {
        String json = """
                {"resourceType": "Patient",
                 "active": true,
                 "birthDate": "13 mei",
                 "gender": "v"}""";

        List<Refusal> told = told(json, FhirFormat.JSON, Canonicals.PROFILE_PATIENT);

        assertThat(told)
                .extracting(Refusal::expression, refusal -> refusal.finding().rule())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Patient.birthDate", "form"),
                        org.assertj.core.groups.Tuple.tuple("Patient.gender", "binding"),
                        org.assertj.core.groups.Tuple.tuple("Patient.name", "min"));
        Refusal gender = of(told, "Patient.gender");
        assertThat(gender.finding().expected().toString())
                .isEqualTo("a code of value set http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1"
                        .replace("|4.0.1", ""));
        assertThat(gender.finding().found().in(Language.DUTCH)).isEqualTo("een andere code");
        Refusal name = of(told, "Patient.name");
        assertThat(name.finding().profile()).isEqualTo(Canonicals.PROFILE_PATIENT);
        assertThat(name.finding().expected().in(Language.DUTCH)).isEqualTo("minstens 1");
        assertThat(name.finding().found().in(Language.DUTCH)).isEqualTo("0");
        assertThat(name.explanation().in(Language.DUTCH)).isEqualTo("Patient.name is verplicht, maar ontbreekt");
        assertThat(name.page()).isEqualTo("StructureDefinition-waw-patient.html");
    }

    @Test
    void namesAConstraintOfTheGuideInBothLanguages() {
        Resource task = MESSAGES.stream()
                .filter(message -> Profiles.of(message).equals(Canonicals.PROFILE_REFERRAL_TASK))
                .findFirst()
                .orElseThrow()
                .copy();
        ((org.hl7.fhir.r4.model.Task) task)
                .setStatus(org.hl7.fhir.r4.model.Task.TaskStatus.COMPLETED)
                .setOutput(null);

        Refusal outcome = told(
                        CONTEXT.newJsonParser().encodeResourceToString(task),
                        FhirFormat.JSON,
                        Canonicals.PROFILE_REFERRAL_TASK)
                .stream()
                .filter(refusal -> refusal.finding().rule().equals("waw-outcome"))
                .findFirst()
                .orElseThrow();

        assertThat(outcome.explanation().in(Language.ENGLISH)).contains("A completed Task carries a coded outcome");
        assertThat(outcome.explanation().in(Language.DUTCH))
                .contains("Een afgeronde Task heeft een gecodeerde uitkomst");
    }

    private void requireSilence(String message, FhirFormat format, String profile) {
        for (ValidationMessage said : validate(message, format, profile)) {
            Refusal refusal = FINDINGS.refusal(said, profile);
            String rule = refusal.finding().rule();
            if (said.getLevel() != IssueSeverity.INFORMATION) {
                hits.merge(rule.equals("other") ? "other " + said.getMessageId() : rule, 1, Integer::sum);
            }
            String all = Stream.of(Language.values())
                    .flatMap(language -> Stream.of(
                            refusal.explanation().in(language),
                            refusal.finding().expected().in(language),
                            refusal.finding().found().in(language)))
                    .collect(Collectors.joining(
                            "\n",
                            "",
                            "\n" + refusal.expression() + "\n" + rule + "\n"
                                    + refusal.finding().profile()));
            assertThat(all).as(said.getMessageId()).doesNotContainIgnoringCase(Marked.MARK);
        }
    }

    private void report() {
        System.out.println("Findings told by rule: " + hits);
    }

    private static Refusal of(List<Refusal> told, String element) {
        return told.stream()
                .filter(refusal -> refusal.expression().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private static List<Refusal> told(String message, FhirFormat format, String profile) {
        return FINDINGS.remarks(validate(message, format, profile), profile).stream()
                .map(Remark::refusal)
                .toList();
    }

    private static List<ValidationMessage> validate(String message, FhirFormat format, String profile) {
        return VALIDATOR.validate(message.getBytes(StandardCharsets.UTF_8), format, List.of(profile));
    }

    private static List<Resource> messages() {
        return Stream.of(ProfileFiles.ofExamples(), ProfileFiles.ofCounterExamples())
                .flatMap(files -> files.resources(CONTEXT).stream())
                .flatMap(resource -> resource instanceof Bundle bundle
                        ? bundle.getEntry().stream().map(BundleEntryComponent::getResource)
                        : Stream.of(resource))
                // Made here, and never received.
                .filter(resource -> !(resource instanceof AuditEvent))
                .toList();
    }
}

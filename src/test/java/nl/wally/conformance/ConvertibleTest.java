package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Referrals of this guide can be handed on as the Dutch drafts want them: every example is converted by the mappings that
 * the profiles carry, and held against what those drafts ask.
 */
class ConvertibleTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Definitions DEFINITIONS = new Definitions(FHIR);
    private static final Path CONSTRAINTS = Path.of("src", "test", "resources", "coordination", "constraints.csv");

    record Constraint(String identity, String type, String element, String fhirPath) {}

    static List<Task> referralTasks() {
        return examples(Task.class)
                .filter(task -> task.getCode().hasCoding(Canonicals.TASK_CODE, "fulfill"))
                .toList();
    }

    static List<ServiceRequest> referrals() {
        return examples(ServiceRequest.class).toList();
    }

    @ParameterizedTest
    @MethodSource("referralTasks")
    void taskBecomesTheCoordinationTask(Task task) throws IOException {
        Task converted = (Task) convert(task, "nl-cow", Canonicals.PROFILE_REFERRAL_TASK);
        CodeableConcept progress = inClinicalOrderWorkflows(task.getBusinessStatus());
        converted.setBusinessStatus(progress);

        assertThat(broken(converted, "nl-cow")).isEmpty();
        assertThat(converted.getStatus()).isEqualTo(task.getStatus());
    }

    @ParameterizedTest
    @MethodSource("referralTasks")
    void taskBecomesTheReferralTaskOfPrimaryCare(Task task) throws IOException {
        assertThat(broken(convert(task, "nictiz-elz", Canonicals.PROFILE_REFERRAL_TASK), "nictiz-elz"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("referrals")
    void referralBecomesThatOfPrimaryCareButForItsLetter(ServiceRequest referral) throws IOException {
        var converted = (ServiceRequest) convert(referral, "nictiz-elz", Canonicals.PROFILE_REFERRAL);
        converted.addCategory(
                new CodeableConcept(new Coding("urn:oid:2.16.840.1.113883.2.4.4.30.69", "1", "Verwijsbrief")));
        converted.setPerformer(List.of(new Reference("PractitionerRole/wally-1")));

        assertThat(broken(converted, "nictiz-elz"))
                .extracting(Constraint::element)
                .containsExactly("supportingInfo:referralComposition 1..1");
    }

    @Test
    void aTaskThatNobodyAttendsHasToWait() throws IOException {
        Task task = referralTasks().get(0).copy();
        task.setOwner(null);

        assertThat(broken(convert(task, "nl-cow", Canonicals.PROFILE_REFERRAL_TASK), "nl-cow"))
                .extracting(Constraint::element)
                .containsExactly("owner 1..1");
    }

    /** A new resource with the elements that the mapping of this identity names, each under the name it has there. */
    private static Resource convert(Resource source, String identity, String profile) {
        Resource target =
                (Resource) FHIR.getResourceDefinition(source.fhirType()).newInstance();
        for (var element : definition(profile).getSnapshot().getElement()) {
            for (var mapping : element.getMapping()) {
                if (mapping.getIdentity().equals(identity) && !element.getId().contains(":")) {
                    String name = element.getPath().substring(element.getPath().indexOf('.') + 1);
                    String there = mapping.getMap().substring(mapping.getMap().indexOf('.') + 1);
                    Property property = source.getNamedProperty(name);
                    for (Base value : property.getValues()) {
                        target.setProperty(there, value.copy());
                    }
                }
            }
        }
        return target;
    }

    private static CodeableConcept inClinicalOrderWorkflows(CodeableConcept ours) {
        var group = DEFINITIONS.all(ConceptMap.class).stream()
                .filter(map -> map.getUrl().endsWith("waw-business-status-to-cow"))
                .findFirst()
                .orElseThrow()
                .getGroupFirstRep();
        Optional<String> code = group.getElement().stream()
                .filter(element -> ours.hasCoding(group.getSource(), element.getCode()))
                .flatMap(element -> element.getTarget().stream())
                .filter(target -> target.hasCode())
                .map(target -> target.getCode())
                .findFirst();
        return code.map(found -> new CodeableConcept(new Coding(group.getTarget(), found, null)))
                .orElse(null);
    }

    private static List<Constraint> broken(Resource resource, String identity) throws IOException {
        List<Constraint> all = Files.readAllLines(CONSTRAINTS).stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(row -> new Constraint(row[0], row[1], row[2], row[3]))
                .filter(row -> row.identity().equals(identity) && row.type().equals(resource.fhirType()))
                .toList();
        assertThat(all).hasSizeGreaterThan(4);
        return all.stream().filter(row -> !holds(resource, row.fhirPath())).toList();
    }

    private static boolean holds(Resource resource, String fhirPath) {
        return FHIR.newFhirPath()
                .evaluateFirst(resource, fhirPath, BooleanType.class)
                .map(BooleanType::booleanValue)
                .orElse(false);
    }

    private static StructureDefinition definition(String url) {
        return DEFINITIONS.all(StructureDefinition.class).stream()
                .filter(profile -> profile.getUrl().equals(url))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Resource> Stream<T> examples(Class<T> type) {
        return ProfileFiles.ofExamples().resources(FHIR).stream()
                .filter(type::isInstance)
                .map(type::cast);
    }
}

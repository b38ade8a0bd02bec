package nl.wally.fhir;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail says of resources: which they are, and whose.
 *
 * @param persons as {@code Patient/…}
 * @param objects as {@code Type/id/_history/version}
 */
public record Concerned(List<String> persons, List<String> objects) {
    /** The elements by which our resources say whose they are. */
    private static final List<String> OF_PERSON = List.of("subject", "patient", "for", "target");

    /** Ids that this server gives out. */
    private static final Pattern OPAQUE =
            Pattern.compile("[A-Za-z]{1,40}/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Resources as they are stored or go out; a Bundle stands for what it holds. */
    public static Concerned of(List<? extends Resource> resources) {
        List<Resource> all = resources.stream().flatMap(Concerned::opened).toList();
        return new Concerned(
                all.stream().flatMap(Concerned::personsOf).distinct().toList(),
                all.stream()
                        .filter(resource -> resource.getIdElement().hasIdPart())
                        .map(Concerned::version)
                        .toList());
    }

    /** What a client sent that is refused: only ids that can be nothing but ours, for it may have sent anything. */
    public static Concerned ofRefused(@Nullable Resource sent, @Nullable String asked) {
        Stream<String> persons = sent == null
                ? Stream.of()
                : opened(sent).flatMap(Concerned::personsOf).filter(Concerned::isOpaque);
        return new Concerned(
                persons.distinct().toList(), asked != null && isOpaque(asked) ? List.of(asked) : List.of());
    }

    private static boolean isOpaque(String reference) {
        return OPAQUE.matcher(reference).matches();
    }

    private static Stream<Resource> opened(Resource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .map(Bundle.BundleEntryComponent::getResource)
                : Stream.of(resource);
    }

    private static Stream<String> personsOf(Resource resource) {
        if (resource instanceof Patient patient) {
            return patient.getIdElement().hasIdPart()
                    ? Stream.of("Patient/" + patient.getIdElement().getIdPart())
                    : Stream.of();
        }
        if (resource instanceof AuditEvent event) {
            return event.getEntity().stream()
                    .map(entity -> entity.getWhat().getReference())
                    .filter(reference -> reference != null && reference.startsWith("Patient/"));
        }
        return OF_PERSON.stream()
                .map(resource::getChildByName)
                .filter(element -> element != null && element.hasValues())
                .map(Property::getValues)
                .flatMap(List<Base>::stream)
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReference())
                .filter(reference -> reference != null && reference.startsWith("Patient/"))
                .map(reference -> reference.split("/_history/", 2)[0]);
    }

    private static String version(Resource resource) {
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        String version = resource.getMeta().getVersionId();
        return version == null ? reference : reference + "/_history/" + version;
    }
}

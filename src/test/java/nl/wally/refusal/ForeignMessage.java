package nl.wally.refusal;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A message in the shape of another guide, and what its author would try with it.
 *
 * @param guide the folder it lies in
 * @param name the file, without its ending
 */
record ForeignMessage(String guide, String name, Resource resource) {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path OURS = Path.of("src", "test", "resources", "foreign");

    /** Of our folder, and of one more that the caller of the tests may name. */
    static List<ForeignMessage> all() {
        String more = System.getProperty("wally.foreign.examples", "");
        return Stream.concat(in(OURS), more.isBlank() ? Stream.empty() : in(Path.of(more)))
                .toList();
    }

    private static Stream<ForeignMessage> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".xml"))
                    .sorted()
                    .map(ForeignMessage::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ForeignMessage read(Path file) {
        try {
            String text = Files.readString(file);
            String name = file.getFileName().toString();
            var parser = name.endsWith(".xml") ? FHIR.newXmlParser() : FHIR.newJsonParser();
            return new ForeignMessage(
                    file.getParent().getFileName().toString(), name.substring(0, name.lastIndexOf('.')), (Resource)
                            parser.parseResource(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String type() {
        return resource.fhirType();
    }

    String id() {
        return resource.getIdElement().getIdPart();
    }

    /** The resource, or those of a Bundle. */
    List<Resource> parts() {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .map(BundleEntryComponent::getResource)
                        .toList()
                : List.of(resource);
    }

    /** As a transaction, each part with this method. */
    Bundle transaction(HTTPVerb method) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Resource part : parts()) {
            String url = part.fhirType();
            BundleEntryComponent entry = bundle.addEntry().setResource(part.copy());
            entry.setFullUrl("http://other.example/fhir/" + url + "/"
                    + part.getIdElement().getIdPart());
            entry.getRequest()
                    .setMethod(method)
                    .setUrl(
                            method == HTTPVerb.PUT
                                    ? url + "/" + part.getIdElement().getIdPart()
                                    : url);
        }
        return bundle;
    }

    /** A referral of ours in which parts are replaced by theirs, with their references as they are. */
    Bundle inOurBundle() {
        Bundle bundle = Messages.referral(1);
        for (Resource part : parts()) {
            bundle.getEntry().stream()
                    .filter(entry -> entry.getResource().fhirType().equals(part.fhirType()))
                    .findFirst()
                    .ifPresent(entry -> {
                        Resource theirs = part.copy();
                        theirs.setId((String) null);
                        entry.setResource(theirs);
                    });
        }
        return bundle;
    }

    /** The same with references to what is ours; those to what we do not have are left out. */
    Bundle adaptedHalfway() {
        Bundle bundle = inOurBundle();
        Map<String, String> ours = new java.util.HashMap<>(
                Map.of("PractitionerRole", "PractitionerRole/gp-1", "Organization", "Organization/practice-1"));
        bundle.getEntry().forEach(entry -> ours.put(entry.getResource().fhirType(), entry.getFullUrl()));
        for (BundleEntryComponent entry : bundle.getEntry()) {
            for (Reference reference :
                    FHIR.newTerser().getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)) {
                String type = reference.getReferenceElement().getResourceType();
                if (!String.valueOf(reference.getReference()).startsWith("urn:uuid") && type != null) {
                    reference.setReference(ours.get(type));
                    reference.setResource(null);
                }
            }
            if (entry.getResource() instanceof org.hl7.fhir.r4.model.Patient patient && patient.hasIdentifier()) {
                patient.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
            }
        }
        return bundle;
    }
}

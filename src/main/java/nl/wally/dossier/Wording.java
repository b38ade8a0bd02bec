package nl.wally.dossier;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Concepts;
import nl.wally.people.Names;
import nl.wally.shared.Language;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** How one reader is told of codes, people and times. Looks each name up once. */
final class Wording {
    private final Concepts concepts;
    private final Names names;
    private final ZoneId zone;
    private final Language language;
    private final Map<String, String> known = new HashMap<>();

    Wording(Concepts concepts, Names names, ZoneId zone, Language language) {
        this.concepts = concepts;
        this.names = names;
        this.zone = zone;
        this.language = language;
    }

    ZoneId zone() {
        return zone;
    }

    /** What a practice or a person who works with the referral is called; a locum is called as the practice says. */
    String who(Reference reference) {
        String key = References.key(reference);
        boolean inTheDirectory = key.startsWith("PractitionerRole/") || key.startsWith("Organization/");
        boolean signed = !key.startsWith("PractitionerRole/") && reference.hasDisplay();
        if (signed || !inTheDirectory) {
            return Objects.requireNonNullElse(reference.getDisplay(), "");
        }
        return known.computeIfAbsent(key, names::of);
    }

    /** What the first code of the concept is called that a system of ours has, or else its own text. */
    String called(CodeableConcept concept) {
        return concept.getCoding().stream()
                .flatMap(coding -> called(coding).stream())
                .findFirst()
                .orElseGet(() -> concept.hasText() ? concept.getText() : displays(concept));
    }

    private Optional<String> called(Coding coding) {
        return coding.hasCode() && coding.hasSystem()
                ? concepts.called(coding.getSystem(), coding.getCode(), language)
                : Optional.empty();
    }

    private static String displays(CodeableConcept concept) {
        return concept.getCoding().stream()
                .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** A moment, in the zone in which working hours are meant. */
    Optional<ZonedDateTime> moment(Type value) {
        return value instanceof BaseDateTimeType time && time.getValue() != null
                ? Optional.of(time.getValue().toInstant().atZone(zone))
                : Optional.empty();
    }

    /** The day of a date, or of a moment. */
    Optional<LocalDate> day(Type value) {
        return value instanceof BaseDateTimeType time
                        && time.hasValue()
                        && time.getValueAsString().length() == 10
                ? Optional.of(LocalDate.parse(time.getValueAsString()))
                : moment(value).map(ZonedDateTime::toLocalDate);
    }

    static String name(HumanName name) {
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }

    static String text(Communication said) {
        return text(said.getPayload().stream().map(payload -> payload.getContent()));
    }

    static String text(CommunicationRequest asked) {
        return text(asked.getPayload().stream().map(payload -> payload.getContent()));
    }

    private static String text(Stream<Type> contents) {
        return contents.filter(StringType.class::isInstance)
                .map(content -> ((StringType) content).getValue())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    List<String> called(List<CodeableConcept> concepts) {
        return concepts.stream()
                .map(this::called)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}

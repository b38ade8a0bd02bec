package nl.wally.practice;

import static nl.wally.shared.Words.words;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Feedback;
import nl.wally.people.Names;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Something that was written to the practice, for the page and for the PDF alike.
 *
 * @param id of the Communication
 * @param title what it is
 * @param by who wrote it; empty for the server
 * @param read who of the practice has read it
 * @param confirmed whether whoever looks has confirmed that
 */
record Letter(
        String id,
        String version,
        Words title,
        ZonedDateTime at,
        String by,
        String text,
        List<Feedback.Reading> read,
        boolean confirmed) {
    /**
     * The newest first.
     *
     * @param reader who looks, as a confirmation names them
     */
    static List<Letter> of(Dossier dossier, String reader, Names names, ZoneId zone) {
        Stream<Letter> feedback = dossier.feedback().stream().map(one -> feedback(one, dossier, reader));
        Stream<Letter> notices = dossier.papers().said().stream()
                .filter(said -> NewsRules.is(said, "closing-notice"))
                .map(said -> notice(said, reader, names, zone));
        return Stream.concat(feedback, notices)
                .sorted(Comparator.comparing(Letter::at).reversed())
                .toList();
    }

    private static Letter feedback(Feedback one, Dossier dossier, String reader) {
        boolean confirmed = dossier.papers().said().stream()
                .filter(said -> said.getIdElement().getIdPart().equals(one.id()))
                .anyMatch(said -> isReadBy(said, reader));
        Words title = one.isFinal() ? words("Feedback at the end") : words("Feedback on the way");
        return new Letter(one.id(), one.version(), title, one.at(), one.by(), one.text(), one.read(), confirmed);
    }

    private static Letter notice(Communication said, String reader, Names names, ZoneId zone) {
        String text = said.getPayload().stream()
                .map(CommunicationPayloadComponent::getContent)
                .filter(StringType.class::isInstance)
                .map(content -> Objects.requireNonNullElse(content.primitiveValue(), ""))
                .collect(Collectors.joining("\n\n"));
        return new Letter(
                said.getIdElement().getIdPart(),
                said.getMeta().getVersionId(),
                words("Notice that it has ended"),
                said.getSent().toInstant().atZone(zone),
                "",
                text,
                said.getExtensionsByUrl(Canonicals.EXTENSION_READ).stream()
                        .map(read -> reading(read, names, zone))
                        .toList(),
                isReadBy(said, reader));
    }

    private static Feedback.Reading reading(Extension read, Names names, ZoneId zone) {
        String by = References.key((Reference) read.getExtensionByUrl("by").getValue());
        DateTimeType at = (DateTimeType) read.getExtensionByUrl("at").getValue();
        return new Feedback.Reading(names.of(by), at.getValue().toInstant().atZone(zone));
    }

    private static boolean isReadBy(Communication said, String reader) {
        return said.getExtensionsByUrl(Canonicals.EXTENSION_READ).stream()
                .map(read -> read.getExtensionByUrl("by"))
                .anyMatch(by -> by != null
                        && by.getValue() instanceof Reference who
                        && References.key(who).equals(reader));
    }
}

package nl.wally.dossier;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/**
 * What the GP was told (W-6).
 *
 * @param id of the Communication, without its type
 * @param version that the reader sees
 * @param isFinal whether the referral ended with it
 * @param by who wrote it
 * @param fetchedAt when the system of the practice fetched it
 * @param read who of the practice confirmed to have read it
 */
public record Feedback(
        String id,
        String version,
        boolean isFinal,
        String text,
        ZonedDateTime at,
        String by,
        Optional<ZonedDateTime> fetchedAt,
        List<Reading> read) {
    /** Somebody of the practice has read it. */
    public record Reading(String by, ZonedDateTime at) {}

    /** The oldest first. */
    static List<Feedback> of(Papers papers, Wording wording) {
        return papers.said().stream()
                .filter(said -> Kinds.is(said, "interim-feedback") || Kinds.is(said, "final-feedback"))
                .flatMap(said -> wording.moment(said.getSentElement()).stream().map(at -> of(said, at, wording)))
                .sorted(Comparator.comparing(Feedback::at))
                .toList();
    }

    private static Feedback of(Communication said, ZonedDateTime at, Wording wording) {
        return new Feedback(
                said.getIdElement().getIdPart(),
                said.getMeta().getVersionId(),
                Kinds.is(said, "final-feedback"),
                Wording.text(said),
                at,
                wording.who(said.getSender()),
                wording.moment(said.getReceivedElement()),
                said.getExtensionsByUrl(Canonicals.EXTENSION_READ).stream()
                        .flatMap(read -> reading(read, wording).stream())
                        .toList());
    }

    private static Optional<Reading> reading(Extension read, Wording wording) {
        Extension by = read.getExtensionByUrl("by");
        Extension at = read.getExtensionByUrl("at");
        return by != null && at != null && by.getValue() instanceof Reference reader
                ? wording.moment(at.getValue()).map(moment -> new Reading(wording.who(reader), moment))
                : Optional.empty();
    }
}

package nl.wally.referring;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Practitioner;

/**
 * What somebody looks like (W-12): only a picture that stands in the directory itself, of a kind that a browser shows and never
 * runs.
 *
 * @param type the media type
 */
record Photo(String type, byte[] content) {
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/webp");

    static Optional<Photo> of(Practitioner practitioner) {
        return practitioner.getPhoto().stream()
                .filter(photo -> photo.hasData() && PICTURES.contains(String.valueOf(photo.getContentType())))
                .map(photo -> new Photo(photo.getContentType(), photo.getData()))
                .findFirst();
    }
}

package nl.wally.worklist;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Extension;

/**
 * What a practice and its Wally agreed (W-12).
 *
 * @param feedback when and how feedback comes
 * @param emergency what to do in an emergency
 * @param more what else they noted
 */
record Agreements(String feedback, String emergency, List<String> more) {
    static final Agreements NONE = new Agreements("", "", List.of());

    static Agreements of(CareTeam team) {
        Extension agreed = team.getExtensionByUrl(Canonicals.EXTENSION_AGREEMENTS);
        return new Agreements(
                part(agreed, "feedback"),
                part(agreed, "emergency"),
                team.getNote().stream()
                        .map(Annotation::getText)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static String part(Extension agreed, String name) {
        return Stream.ofNullable(agreed)
                .map(whole -> whole.getExtensionString(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    public boolean isEmpty() {
        return feedback.isEmpty() && emergency.isEmpty() && more.isEmpty();
    }
}

package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.StructureDefinition;

/**
 * The profiles that a resource names in {@code meta.profile}. The validator holds the resource against each that it knows,
 * beside the profile for its type; what it does not know decides nothing.
 */
final class NamedProfiles {
    /** More than anybody needs; each costs a validation. */
    private static final int MOST = 10;

    private NamedProfiles() {}

    /** What is wrong with the names themselves: too many of them, or a profile that is for another type. */
    static List<Refusal> misfits(Resource resource, IWorkerContext context) {
        List<CanonicalType> named = resource.getMeta().getProfile();
        String path = resource.fhirType() + ".meta.profile";
        if (named.size() > MOST) {
            return List.of(new Refusal(
                    Problem.PROFILE_VIOLATION, path, words("No more than {0} profiles may be named here.", MOST)));
        }
        return IntStream.range(0, named.size())
                .boxed()
                .flatMap(index -> typeOf(named.get(index), context)
                        .filter(type -> !type.equals(resource.fhirType()))
                        .map(type -> new Refusal(
                                Problem.PROFILE_VIOLATION,
                                path + "[" + index + "]",
                                words("This profile is for {0}: name it there only.", type)))
                        .stream())
                .toList();
    }

    private static Optional<String> typeOf(CanonicalType profile, IWorkerContext context) {
        return Stream.ofNullable(profile.getValue())
                .flatMap(url -> Stream.ofNullable(context.fetchResource(StructureDefinition.class, url)))
                .map(StructureDefinition::getType)
                .findFirst();
    }
}

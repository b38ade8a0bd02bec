package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The profiles that a resource names in {@code meta.profile}. The validator holds the resource against each that it knows,
 * beside the profile for its type; what it does not know decides nothing.
 */
final class NamedProfiles {
    private NamedProfiles() {}

    /** What is wrong with the names themselves: too many of them, or a profile that is for another type. */
    static List<Refusal> misfits(Resource resource, IWorkerContext context) {
        List<String> named = resource.getMeta().getProfile().stream()
                .map(CanonicalType::getValueAsString)
                .toList();
        return misfits(resource.fhirType(), resource.fhirType(), named, context);
    }

    /**
     * The same of a resource as it was received.
     *
     * @param path where it stands, in place of its type
     */
    static List<Refusal> misfits(Element resource, String path, IWorkerContext context) {
        Element meta = resource.getNamedChild("meta");
        if (meta == null) {
            return List.of();
        }
        List<String> named = meta.getChildren("profile").stream()
                .map(Element::primitiveValue)
                .toList();
        Place place = new Place(meta.line(), meta.col());
        return misfits(resource.fhirType(), path, named, context).stream()
                .map(refusal -> refusal.at(place))
                .toList();
    }

    private static List<Refusal> misfits(
            String type, String path, List<@Nullable String> named, IWorkerContext context) {
        if (named.size() > ProfileValidator.MOST_PROFILES) {
            return List.of(new Refusal(
                    Problem.PROFILE_VIOLATION,
                    path + ".meta.profile",
                    words("No more than {0} profiles may be named here.", ProfileValidator.MOST_PROFILES)));
        }
        if (named.contains(null)) {
            return List.of(new Refusal(
                    Problem.PROFILE_VIOLATION,
                    path + ".meta.profile",
                    words("A profile is named by its canonical URL.")));
        }
        return IntStream.range(0, named.size())
                .boxed()
                .flatMap(index -> typeOf(named.get(index), context)
                        .filter(other -> !other.equals(type))
                        .map(other -> new Refusal(
                                Problem.PROFILE_VIOLATION,
                                path + ".meta.profile[" + index + "]",
                                words("This profile is for {0}: name it there only.", other)))
                        .stream())
                .toList();
    }

    private static Optional<String> typeOf(@Nullable String profile, IWorkerContext context) {
        return Stream.ofNullable(profile)
                .flatMap(url -> Stream.ofNullable(context.fetchResource(StructureDefinition.class, url)))
                .map(StructureDefinition::getType)
                .findFirst();
    }
}

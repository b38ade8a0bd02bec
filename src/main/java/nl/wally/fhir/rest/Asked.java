package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.conformance.ProfileValidator;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * What a client wants to have validated: a resource as it was sent, by itself or in Parameters, see
 * https://hl7.org/fhir/R4/resource-operation-validate.html.
 *
 * @param resource the resource, with its lines in the body
 * @param path where it stands in the body: empty, or for instance {@code Parameters.parameter[0].resource}
 * @param said what reading the body had to say of it
 * @param mode what it is meant for; empty when it is only held against profiles
 * @param profiles against which; empty for the one of its type
 */
record Asked(Element resource, String path, List<ValidationMessage> said, String mode, List<String> profiles) {
    private static final String WRAPPER = "Parameters";
    private static final Set<String> KNOWN = Set.of("resource", "mode", "profile");

    /** Parameters of every request, which have nothing to do with this operation. */
    private static final Set<String> GENERAL = Set.of("_format", "_pretty");

    /**
     * Reads a request.
     *
     * @throws RefusedException when nothing can be validated
     */
    static Asked in(RequestDetails request, ProfileValidator validator) {
        List<ValidationMessage> said = new ArrayList<>();
        Element root = read(request, validator, said);
        Map<String, List<String>> values = inQuery(request);
        if (!root.fhirType().equals(WRAPPER)) {
            return of(root, "", said, values, validator);
        }
        Element resource = null;
        String path = "";
        List<Element> parameters = root.getChildren("parameter");
        for (int index = 0; index < parameters.size(); index++) {
            String name = String.valueOf(parameters.get(index).getNamedChildValue("name"));
            requireKnown(name, KNOWN);
            Element inside = parameters.get(index).getNamedChild("resource");
            if (name.equals("resource") && inside != null) {
                resource = inside;
                path = WRAPPER + ".parameter[" + index + "].resource";
            }
            parameters.get(index).getChildren().stream()
                    .filter(child -> child.getName().startsWith("value") && child.primitiveValue() != null)
                    .forEach(value -> values.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(value.primitiveValue()));
        }
        if (resource == null) {
            throw refused("resource", words("Send the resource to validate, by itself or as the parameter resource"));
        }
        return of(resource, path, said, values, validator);
    }

    private static Asked of(
            Element resource,
            String path,
            List<ValidationMessage> said,
            Map<String, List<String>> values,
            ProfileValidator validator) {
        List<String> modes =
                values.getOrDefault("mode", List.of("")).stream().distinct().toList();
        if (modes.contains("delete")) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED, "", words("Nothing is deleted here: mode is create or update, or left out"));
        }
        if (modes.size() > 1 || !Set.of("", "create", "update").contains(modes.get(0))) {
            throw refused("mode", words("mode is create or update, or left out"));
        }
        List<String> profiles =
                values.getOrDefault("profile", List.of()).stream().distinct().toList();
        if (profiles.size() > ProfileValidator.MOST_PROFILES) {
            throw refused(
                    "profile", words("No more than {0} profiles may be named here.", ProfileValidator.MOST_PROFILES));
        }
        for (String profile : profiles) {
            if (!validator.knows(profile)) {
                throw refused("profile", words("There is no such profile here: see the list of profiles in the guide"));
            }
        }
        return new Asked(resource, path, said, modes.get(0), profiles);
    }

    private static Element read(RequestDetails request, ProfileValidator validator, List<ValidationMessage> said) {
        String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        return validator
                .parse(request.loadRequestContents(), type.contains("xml") ? FhirFormat.XML : FhirFormat.JSON, said)
                .orElseThrow(() -> new RefusedException(Problem.UNREADABLE));
    }

    private static Map<String, List<String>> inQuery(RequestDetails request) {
        Map<String, List<String>> values = new TreeMap<>();
        request.getParameters().forEach((name, given) -> {
            if (!GENERAL.contains(name)) {
                requireKnown(name, Set.of("mode", "profile"));
                values.put(name, new ArrayList<>(Arrays.asList(given)));
            }
        });
        return values;
    }

    private static void requireKnown(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw new RefusedException(
                    Problem.PARAMETER_UNKNOWN, "", words("The parameters are resource, mode and profile"));
        }
    }

    private static RefusedException refused(String parameter, Words why) {
        return new RefusedException(Problem.PARAMETER_INVALID, parameter, why);
    }

    /** Whether it is the whole of the body. */
    boolean isBare() {
        return path.isEmpty();
    }
}

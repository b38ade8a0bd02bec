package nl.wally.fhir.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Simulation.Cue;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cues for the simulator in what is sent: codings of {@code waw-simulation} in {@code meta.tag}, and of that very
 * system only. A cue counts once: what is stored with it may be sent again, changed, with the cue still on it.
 */
final class Cues {
    private final Stored stored;
    private final List<Cue> found = new ArrayList<>();

    private Cues(Stored stored) {
        this.stored = stored;
    }

    /**
     * The cues of a message.
     *
     * @param target what the message replaces, as {@code Type/id}; null when it is a new resource or none at all
     */
    static List<Cue> of(Resource message, @Nullable String target, Stored stored) {
        var cues = new Cues(stored);
        cues.in(message, target, message.fhirType());
        return List.copyOf(cues.found);
    }

    private void in(Resource resource, @Nullable String target, String path) {
        if (resource.hasMeta()) {
            tags(resource.getMeta(), target, path + ".meta.tag");
        }
        if (resource instanceof Bundle bundle) {
            for (int index = 0; index < bundle.getEntry().size(); index++) {
                BundleEntryComponent entry = bundle.getEntry().get(index);
                if (entry.hasResource()) {
                    in(entry.getResource(), target(entry), path + ".entry[" + index + "].resource");
                }
            }
        } else if (resource instanceof Parameters parameters) {
            for (int index = 0; index < parameters.getParameter().size(); index++) {
                ParametersParameterComponent parameter =
                        parameters.getParameter().get(index);
                if (parameter.hasResource()) {
                    in(parameter.getResource(), null, path + ".parameter[" + index + "].resource");
                }
            }
        }
    }

    private void tags(Meta meta, @Nullable String target, String path) {
        List<Cue> here = new ArrayList<>();
        for (int index = 0; index < meta.getTag().size(); index++) {
            Coding tag = meta.getTag().get(index);
            if (Canonicals.SYSTEM_SIMULATION.equals(tag.getSystem())) {
                here.add(new Cue(tag.getCode() == null ? "" : tag.getCode(), path + "[" + index + "]"));
            }
        }
        if (!here.isEmpty() && target != null) {
            Set<String> known = stored.codes(target);
            here.removeIf(cue -> known.contains(cue.code()));
        }
        found.addAll(here);
    }

    private static @Nullable String target(BundleEntryComponent entry) {
        boolean update = entry.getRequest().getMethod() == HTTPVerb.PUT;
        IdType url = new IdType(entry.getRequest().getUrl());
        return update && url.hasResourceType() && url.hasIdPart()
                ? url.toUnqualifiedVersionless().getValue()
                : null;
    }

    /** Knows the cues that a stored resource carries; asked only about what comes with a cue. */
    interface Stored {
        Set<String> codes(String reference);
    }
}

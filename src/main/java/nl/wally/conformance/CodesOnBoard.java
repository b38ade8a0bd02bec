package nl.wally.conformance;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/**
 * Tells which value sets can be judged here. SNOMED CT and other large code systems are not on board and nobody outside is
 * asked, so a code of a value set that is described by them is neither right nor wrong: that is no reason to refuse.
 */
final class CodesOnBoard {
    private final Map<String, CodeSystem> systems = new HashMap<>();
    private final Map<String, ValueSet> sets = new HashMap<>();
    private final IValidationSupport known;

    /**
     * @param definitions of packages
     * @param known what is there without them
     */
    CodesOnBoard(Collection<? extends MetadataResource> definitions, IValidationSupport known) {
        this.known = known;
        for (MetadataResource definition : definitions) {
            if (definition instanceof CodeSystem system) {
                systems.put(system.getUrl(), system);
            } else if (definition instanceof ValueSet set) {
                sets.put(set.getUrl(), set);
            }
        }
    }

    /** Whether a validator is served with it: anything but a code system in part, or a value set that needs one. */
    boolean canJudge(MetadataResource definition) {
        return definition instanceof CodeSystem system
                ? isWhole(system)
                : !(definition instanceof ValueSet) || hasAllCodes(definition.getUrl(), new HashSet<>());
    }

    private boolean hasAllCodes(String canonical, Set<String> asking) {
        String url = canonical.replaceAll("\\|.*", "");
        ValueSet set = Objects.requireNonNullElseGet(
                sets.get(url), () -> Objects.requireNonNullElseGet((ValueSet) known.fetchValueSet(url), ValueSet::new));
        List<ConceptSetComponent> parts = Stream.concat(
                        set.getCompose().getInclude().stream(), set.getCompose().getExclude().stream())
                .toList();
        // A value set that contains itself has no codes that anybody could know.
        return !parts.isEmpty()
                && asking.add(url)
                && parts.stream().allMatch(part -> hasAllCodes(part, new HashSet<>(asking)));
    }

    private boolean hasAllCodes(ConceptSetComponent part, Set<String> asking) {
        return (part.hasConcept() || !part.hasSystem() || isWhole(system(part.getSystem())))
                && part.getValueSet().stream().allMatch(other -> hasAllCodes(other.getValue(), asking));
    }

    private CodeSystem system(String url) {
        return Objects.requireNonNullElseGet(
                systems.get(url),
                () -> Objects.requireNonNullElseGet((CodeSystem) known.fetchCodeSystem(url), CodeSystem::new));
    }

    private static boolean isWhole(CodeSystem system) {
        return system.getContent() == CodeSystemContentMode.COMPLETE;
    }
}

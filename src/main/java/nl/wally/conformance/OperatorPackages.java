package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.StartRefusedException;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Profiles that the operator wants resources to be held against as well, beside those of the guide: FHIR npm packages in a
 * folder, read at start. They hold for a resource that names one of them in {@code meta.profile}.
 *
 * <p>What FHIR R4 and the guide define stays as it is, whatever a package says of it.
 */
class OperatorPackages {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorPackages.class);

    /** A definition, and the file that it came from. */
    private record Origin(MetadataResource definition, String where) {}

    private final FhirContext context;
    private final Definitions guide;
    private final DefaultProfileValidationSupport core;
    private final Map<String, Origin> byUrl = new LinkedHashMap<>();

    /** No packages. */
    OperatorPackages(FhirContext context, Definitions guide) {
        this.context = context;
        this.guide = guide;
        this.core = new DefaultProfileValidationSupport(context);
    }

    /**
     * The packages in a folder; none when there is no such folder.
     *
     * @throws StartRefusedException when one of them cannot be used, or contradicts another or the guide
     */
    static OperatorPackages in(Path folder, FhirContext context, Definitions guide) {
        var packages = new OperatorPackages(context, guide);
        List<OperatorPackage> read = files(folder).stream()
                .map(file -> OperatorPackage.read(file, context))
                .toList();
        Set<String> names = read.stream().map(OperatorPackage::name).collect(Collectors.toSet());
        Map<String, Origin> own = guide.all().stream()
                .collect(Collectors.toMap(MetadataResource::getUrl, it -> new Origin(it, "the guide of this server")));
        for (OperatorPackage one : read) {
            one.definitions().stream()
                    .filter(definition -> !packages.isOfOthers(definition.getUrl(), own.keySet()))
                    .forEach(definition ->
                            packages.add(new Origin(definition, one.file().toString()), own));
            one.missing(names)
                    .forEach(other -> LOG.warn(
                            "FHIR package {} builds on {}, which is not in the folder: what it takes from there is not"
                                    + " checked",
                            one.file(),
                            other));
        }
        return packages;
    }

    /** The profiles, extensions and data types among the definitions of the packages. */
    List<StructureDefinition> profiles() {
        return byUrl.values().stream()
                .map(Origin::definition)
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .toList();
    }

    /** What the packages add to what a validator knows; nothing when there are none. */
    List<IValidationSupport> supports() {
        if (byUrl.isEmpty()) {
            return List.of();
        }
        List<MetadataResource> all =
                byUrl.values().stream().map(Origin::definition).toList();
        var own = new PrePopulatedValidationSupport(context);
        guide.all().forEach(own::addResource);
        var codes = new CodesOnBoard(all, new ValidationSupportChain(core, own));
        var support = new PrePopulatedValidationSupport(context);
        all.stream().filter(codes::canJudge).forEach(support::addResource);
        return List.of(support);
    }

    /**
     * Makes the snapshots that are missing of all that may be asked for, so that the first client does not wait for them
     * and a profile that cannot be used is known at start. Profiles for types that the server does not take are left.
     *
     * @throws StartRefusedException when a profile cannot be used
     */
    void prepare(WorkerContextValidationSupportAdapter worker, Set<String> types) {
        long start = System.nanoTime();
        int ready = 0;
        for (Origin origin : byUrl.values()) {
            if (origin.definition() instanceof StructureDefinition profile
                    && (profile.getKind() != StructureDefinitionKind.RESOURCE || types.contains(profile.getType()))) {
                prepare(worker, profile, origin.where());
                ready++;
            }
        }
        if (!byUrl.isEmpty()) {
            LOG.info(
                    "{} definitions of FHIR packages loaded, {} of them made ready in {} ms",
                    byUrl.size(),
                    ready,
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static void prepare(
            WorkerContextValidationSupportAdapter worker, StructureDefinition profile, String where) {
        try {
            worker.fetchResource(org.hl7.fhir.r5.model.StructureDefinition.class, profile.getUrl());
        } catch (RuntimeException unusable) {
            throw new StartRefusedException(
                    "The profile " + profile.getUrl() + " in the FHIR package " + where + " cannot be used: "
                            + profile.getBaseDefinition() + ", from which it derives, is in no package or does not go"
                            + " together with it.",
                    "Put the packages that it builds on into the folder as well, or take " + where + " out of it.",
                    unusable);
        }
    }

    private void add(Origin added, Map<String, Origin> own) {
        String url = added.definition().getUrl();
        Origin there = own.getOrDefault(url, byUrl.get(url));
        if (there == null) {
            byUrl.put(url, added);
        } else if (!sameContent(there.definition(), added.definition())) {
            throw new StartRefusedException(
                    "The FHIR package " + added.where() + " defines " + url + " otherwise than " + there.where() + ".",
                    "Keep one of the two.");
        }
    }

    private boolean sameContent(MetadataResource one, MetadataResource other) {
        IParser parser = context.newJsonParser();
        return parser.encodeResourceToString(one).equals(parser.encodeResourceToString(other));
    }

    /** Defined by FHIR, or repeated in the guide from elsewhere (ICPC-1-NL): the server keeps to what it has. */
    private boolean isOfOthers(String url, Set<String> own) {
        return own.contains(url) && !url.startsWith(Canonicals.BASE)
                || core.fetchStructureDefinition(url) != null
                || core.fetchValueSet(url) != null
                || core.fetchCodeSystem(url) != null;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new StartRefusedException(
                    "The folder " + folder + " with FHIR packages cannot be read.",
                    "Let the server read it, or name another folder in wally.conformance.packages-folder.",
                    unreadable);
        }
    }
}

package nl.wally.fhir;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.conformance.Capabilities;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a client sends into changes: ids are given out here, and references inside a Bundle are resolved here. */
@Component
public class Reading {
    /** So many entries may a transaction have: a referral has five, and nothing that this server offers needs more. */
    public static final int MOST_ENTRIES = 50;

    private static final Pattern INSTANCE = Pattern.compile("([A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})");

    private final References references;
    private final Patches patches;
    private final Capabilities capabilities;

    Reading(References references, Patches patches, Capabilities capabilities) {
        this.references = references;
        this.patches = patches;
        this.capabilities = capabilities;
    }

    /** A transaction Bundle, see https://hl7.org/fhir/R4/http.html#transaction; the Bundle itself stays as it is. */
    public List<Change> transaction(Bundle bundle, String serverBase) {
        if (bundle.getType() != Bundle.BundleType.TRANSACTION) {
            throw unreadable(
                    "Bundle.type",
                    words(
                            "Only a Bundle of type transaction can be posted to the base: no message, document, batch or collection"));
        }
        if (bundle.getEntry().isEmpty() || bundle.getEntry().size() > MOST_ENTRIES) {
            throw unreadable("Bundle.entry", words("A transaction has between 1 and {0} entries", MOST_ENTRIES));
        }
        List<Change> changes = new ArrayList<>();
        Map<String, String> assigned = new LinkedHashMap<>();
        Set<String> targets = new HashSet<>();
        List<Change> read = readAll(bundle);
        for (int index = 0; index < read.size(); index++) {
            BundleEntryComponent entry = bundle.getEntry().get(index);
            Change change = read.get(index);
            if (!targets.add(change.reference())
                    || entry.hasFullUrl() && assigned.put(entry.getFullUrl(), change.reference()) != null) {
                throw unreadable("Bundle.entry[" + index + "]", words("Two entries have the same target or fullUrl"));
            }
            changes.add(change);
        }
        changes.forEach(change -> change.whenKnown(resource -> {
            references.replace(resource, assigned);
            references.makeRelative(resource, serverBase);
        }));
        return changes;
    }

    /** Whoever has to adapt a message hears of all its entries at once. */
    private List<Change> readAll(Bundle bundle) {
        List<Change> changes = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < bundle.getEntry().size(); index++) {
            try {
                changes.add(read(bundle.getEntry().get(index), "Bundle.entry[" + index + "]"));
            } catch (RefusedException refused) {
                refusals.addAll(refused.refusals());
            }
        }
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        return changes;
    }

    /** A create of one resource. */
    public Change create(Resource resource, String serverBase) {
        Resource copy = resource.copy();
        references.makeRelative(copy, serverBase);
        return creation(copy, null);
    }

    /** An update of one resource. */
    public Change update(String reference, Resource resource, @Nullable String ifMatch, String serverBase) {
        Resource copy = resource.copy();
        references.makeRelative(copy, serverBase);
        return new Change(Change.Origin.CLIENT_UPDATE, reference, copy, ifMatch, null);
    }

    /** A JSON Patch of one resource. */
    public Change patch(String reference, String body, @Nullable String ifMatch) {
        return new Change(Change.Origin.CLIENT_UPDATE, reference, null, ifMatch, patches.json(body));
    }

    /** A FHIRPath Patch of one resource. */
    public Change patch(String reference, Resource body, @Nullable String ifMatch) {
        return new Change(Change.Origin.CLIENT_UPDATE, reference, null, ifMatch, patches.in(body));
    }

    private Change read(BundleEntryComponent entry, String path) {
        BundleEntryRequestComponent request = entry.getRequest();
        Resource resource = entry.getResource();
        if (!request.hasMethod() || !request.hasUrl() || resource == null) {
            throw unreadable(path, words("Each entry has a resource, request.method and request.url"));
        }
        if (request.getMethod() == HTTPVerb.POST) {
            requireOffered(request.getUrl(), path);
            requireType(resource, request.getUrl(), path);
            requirePlainCreation(request, path);
            return creation(resource.copy(), request.getIfNoneExist());
        }
        Matcher target = INSTANCE.matcher(request.getUrl());
        if (!target.matches()) {
            throw unreadable(path + ".request.url", words("The url of an update or patch is Type/id"));
        }
        requireOffered(target.group(1), path);
        if (request.getMethod() == HTTPVerb.PATCH) {
            return patch(request.getUrl(), resource, request.getIfMatch());
        }
        if (request.getMethod() == HTTPVerb.PUT) {
            requireType(resource, target.group(1), path);
            if (resource.getIdElement().hasIdPart()
                    && !resource.getIdElement().getIdPart().equals(target.group(2))) {
                throw unreadable(
                        path + ".resource.id", words("The id in the resource differs from the id in request.url"));
            }
            return new Change(
                    Change.Origin.CLIENT_UPDATE, request.getUrl(), resource.copy(), request.getIfMatch(), null);
        }
        throw new RefusedException(
                Problem.NOT_SUPPORTED,
                path + ".request.method",
                words("A transaction may contain POST, PUT and PATCH only"));
    }

    /** A condition that is not honoured must not be passed over in silence. */
    private static void requirePlainCreation(BundleEntryRequestComponent request, String path) {
        if (request.hasIfMatch() || request.hasIfNoneMatch() || request.hasIfModifiedSince()) {
            throw unreadable(
                    path + ".request",
                    words("A creation has no condition on a version: leave out ifMatch and the like"));
        }
        if (request.hasIfNoneExist() && !request.getUrl().equals("Patient")) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED,
                    path + ".request.ifNoneExist",
                    words("A conditional create is offered for Patient only"));
        }
    }

    private static Change creation(Resource copy, @Nullable String ifNoneExist) {
        String reference = copy.fhirType() + "/" + UUID.randomUUID();
        copy.setId(reference);
        return new Change(Change.Origin.CLIENT_CREATE, reference, copy, null, null).onlyUnless(ifNoneExist);
    }

    private void requireOffered(String type, String path) {
        if (capabilities.offer(type).isEmpty()) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED,
                    path + ".request.url",
                    words("This resource type is not offered here: leave the entry out; see /fhir/metadata"));
        }
    }

    private static void requireType(Resource resource, String type, String path) {
        if (!resource.fhirType().equals(type)) {
            throw unreadable(path, words("The type of the resource differs from the type in request.url"));
        }
    }

    private static RefusedException unreadable(String path, Words explanation) {
        return new RefusedException(Problem.UNREADABLE, path, explanation);
    }
}

package nl.wally.fhir.rest;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.wally.fhir.Change;
import nl.wally.fhir.Concerned;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.InHouse;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.RefusalRecord;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Submission;
import nl.wally.fhir.Trail;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** The door of our own pages: what {@link TypeProvider}, {@link Masking} and {@link Recording} do for a request over HTTP. */
@Component
class InHouseDoor implements InHouse {
    private final Doors doors;
    private final Reading reading;
    private final Pipeline pipeline;
    private final Sight sight;
    private final Trail trail;
    private final RefusalRecord refusals;
    private final CurrentCaller caller;
    private final Clock clock;
    private final String base;

    InHouseDoor(
            Doors doors,
            Reading reading,
            Pipeline pipeline,
            Sight sight,
            Trail trail,
            RefusalRecord refusals,
            CurrentCaller caller,
            Clock clock,
            FhirProperties settings) {
        this.doors = doors;
        this.reading = reading;
        this.pipeline = pipeline;
        this.sight = sight;
        this.trail = trail;
        this.refusals = refusals;
        this.caller = caller;
        this.clock = clock;
        this.base = settings.root("") + "/fhir";
    }

    @Override
    public <T extends Resource> T read(Class<T> type, String id) {
        IdType wanted = new IdType(type.getSimpleName(), id);
        return type.cast(answered(Kind.READ, "read", wanted.getValue(), null, List.of(), () -> {
            doors.offered().require(wanted.getResourceType(), TypeRestfulInteraction.READ);
            Resource found = shown(doors.reads().fetch(wanted));
            note(Kind.READ, "read", List.of(found), List.of());
            return found;
        }));
    }

    @Override
    public Bundle search(String type, Map<String, List<String>> criteria) {
        List<String> names = criteria.keySet().stream().sorted().toList();
        Map<String, String[]> parameters = new HashMap<>();
        criteria.forEach((name, values) -> parameters.put(name, values.toArray(new String[0])));
        return answered(Kind.SEARCH, "search-type", null, null, names, () -> {
            doors.offered().require(type, TypeRestfulInteraction.SEARCHTYPE);
            Bundle found = doors.searches().search(type, parameters, base);
            List<BundleEntryComponent> entries = found.getEntry();
            List<Resource> shown = sight.show(
                    caller.current(),
                    entries.stream().map(BundleEntryComponent::getResource).toList());
            for (int index = 0; index < shown.size(); index++) {
                entries.get(index).setResource(shown.get(index));
            }
            note(Kind.SEARCH, "search-type", shown, names);
            return found;
        });
    }

    @Override
    public Parameters ask(String reference, String operation) {
        String about = "$" + operation;
        return answered(Kind.OPERATION, about, reference, null, List.of(), () -> {
            Operations.Answered answered = doors.operations().ask(new IdType(reference), operation);
            note(Kind.OPERATION, about, List.of(answered.about()), List.of());
            return answered.answer();
        });
    }

    @Override
    public List<Resource> transact(Bundle transaction) {
        return answered(Kind.WRITE, "transaction", null, transaction, List.of(), () -> {
            List<Change> changes = reading.transaction(transaction, base);
            return submit(new Submission(caller.current(), clock.instant(), transaction, changes));
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Resource> T create(T resource) {
        return (T) answered(Kind.WRITE, "create", null, resource, List.of(), () -> {
            doors.offered().requireCreate(resource);
            return submit(reading.create(resource, base));
        });
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Resource> T update(T resource) {
        IdType id = resource.getIdElement();
        String reference = resource.fhirType() + "/" + id.getIdPart();
        String version = "W/\"" + resource.getMeta().getVersionId() + "\"";
        return (T) answered(Kind.WRITE, "update", reference, resource, List.of(), () -> {
            doors.offered().require(resource.fhirType(), TypeRestfulInteraction.UPDATE);
            return submit(reading.update(reference, resource, version, base));
        });
    }

    private Resource submit(Change change) {
        return submit(new Submission(caller.current(), clock.instant(), null, List.of(change)))
                .get(0);
    }

    private List<Resource> submit(Submission submission) {
        return sight.show(submission.caller(), pipeline.submit(submission));
    }

    private Resource shown(Resource resource) {
        return sight.show(caller.current(), List.of(resource)).get(0);
    }

    private void note(Kind kind, String about, List<Resource> resources, List<String> names) {
        var said = Concerned.of(resources);
        trail.note(new Occurrence(kind, about, caller.current(), null, said.persons(), said.objects(), names));
    }

    private <T> T answered(
            Kind kind,
            String about,
            @Nullable String asked,
            @Nullable Resource sent,
            List<String> names,
            Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException thrown) {
            List<Refusal> reasons = ErrorTranslation.refusals(thrown);
            if (reasons.get(0).problem() != Problem.UNAVAILABLE) {
                record(kind, about, reasons.get(0).problem(), Concerned.ofRefused(sent, asked), names);
            }
            throw new RefusedException(reasons);
        }
    }

    /** Who cannot be put on record is not answered. */
    private void record(Kind kind, String about, Problem problem, Concerned concerned, List<String> names) {
        try {
            refusals.note(kind, about, problem, concerned, names);
        } catch (DataAccessResourceFailureException cannotBeRecorded) {
            throw new RefusedException(Problem.UNAVAILABLE);
        }
    }
}

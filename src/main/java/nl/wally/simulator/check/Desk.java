package nl.wally.simulator.check;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import nl.wally.fhir.Change;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * Where the simulator's people do their work: what they write goes the way of every write, so the rules hold for them too.
 */
class Desk {
    /** Nothing that they write names the server by its address. */
    private static final String NO_ADDRESS = "http://simulator.invalid/fhir";

    private final Store store;
    private final Reading reading;
    private final Pipeline pipeline;
    private final Clock clock;

    Desk(Store store, Reading reading, Pipeline pipeline, Clock clock) {
        this.store = store;
        this.reading = reading;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    DateTimeType now() {
        var now = new DateTimeType(Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        now.setTimeZone(TimeZone.getTimeZone("UTC"));
        return now;
    }

    Task task(String reference) {
        return read(reference, Task.class);
    }

    <T extends Resource> T read(String reference, Class<T> type) {
        return store.read(reference, type).orElseThrow(() -> new IllegalStateException("There is no " + reference));
    }

    /** Tasks of this code beside the referral that have this status. */
    Optional<Task> beside(String task, String code, Task.TaskStatus status) {
        var criteria = Criteria.reference("part-of", task).andCode("code", code).andCode("status", status.toCode());
        return store.find(Task.class, criteria).stream().findFirst();
    }

    <T extends Resource> List<T> find(Class<T> type, Criteria criteria) {
        return store.find(type, criteria);
    }

    void create(Caller caller, Resource resource) {
        submit(caller, null, List.of(reading.create(resource, NO_ADDRESS)));
    }

    void update(Caller caller, Resource resource) {
        submit(
                caller,
                null,
                List.of(reading.update(References.key(resource), resource, version(resource), NO_ADDRESS)));
    }

    /** What was asked for, as it is stored now. */
    List<Resource> transact(Caller caller, Bundle bundle) {
        return submit(caller, bundle, new ArrayList<>(reading.transaction(bundle, NO_ADDRESS)));
    }

    private List<Resource> submit(
            Caller caller, @org.jspecify.annotations.Nullable Bundle received, List<Change> changes) {
        return pipeline.submit(new Submission(caller, clock.instant(), received, changes));
    }

    /** Adds a creation to a transaction; returns how the other entries refer to it. */
    static String post(Bundle bundle, Resource resource) {
        String url = "urn:uuid:" + UUID.randomUUID();
        bundle.addEntry()
                .setFullUrl(url)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return url;
    }

    /** Adds an update to a transaction. */
    static void put(Bundle bundle, Resource resource) {
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.key(resource))
                .setIfMatch(version(resource));
    }

    private static String version(Resource resource) {
        return "W/\"" + resource.getMeta().getVersionId() + "\"";
    }
}

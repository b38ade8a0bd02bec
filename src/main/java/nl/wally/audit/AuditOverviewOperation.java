package nl.wally.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wally.fhir.PersonOperation;
import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** {@code GET Patient/[id]/$audit-overview}: who looked at the data of a person, as a page in plain Dutch. */
@Component
class AuditOverviewOperation implements PersonOperation {
    private static final int MOST = 1_000;

    private final LogReader log;
    private final Store store;
    private final Clock clock;

    AuditOverviewOperation(LogReader log, Store store, Clock clock) {
        this.log = log;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-overview";
    }

    @Override
    public List<String> types() {
        return List.of("Patient", "AuditEvent");
    }

    @Override
    public Resource answer(Asked asked) {
        Map<String, List<String>> ofPerson = Map.of("patient", List.of(asked.named()));
        List<Entry> entries = log.find(asked.caller().organization(), ofPerson, null, MOST).stream()
                .map(LogReader.Found::entry)
                .toList();
        Map<String, String> known = new HashMap<>();
        var document = new AuditDocument(reference -> known.computeIfAbsent(reference, this::called));
        String page = document.of(entries, clock.instant());
        return new Binary().setContentType("text/html; charset=utf-8").setData(page.getBytes(StandardCharsets.UTF_8));
    }

    /** What somebody who works here is called; those who are unknown by now keep their reference. */
    private String called(String reference) {
        String name = switch (reference.replaceFirst("/.*", "")) {
            case "Organization" ->
                store.read(reference, Organization.class)
                        .map(Organization::getName)
                        .orElse(reference);
            case "PractitionerRole" ->
                store.read(reference, PractitionerRole.class)
                        .flatMap(role ->
                                store.read(String.valueOf(role.getPractitioner().getReference()), Practitioner.class))
                        .map(person -> person.getNameFirstRep().getNameAsSingleString())
                        .orElse(reference);
            default -> reference;
        };
        return name == null || name.isBlank() ? reference : name;
    }
}

package nl.wally.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.fhir.PersonOperation;
import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** {@code GET Patient/[id]/$overview}: the same as {@code $everything}, as a page in plain Dutch for the person. */
@Component
class OverviewOperation implements PersonOperation {
    private final Export export;
    private final Labels labels;
    private final Store store;
    private final Clock clock;

    OverviewOperation(Export export, Labels labels, Store store, Clock clock) {
        this.export = export;
        this.labels = labels;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public Resource answer(Asked asked) {
        List<Resource> all = export.of(asked.caller(), asked.named(), name());
        Map<String, String> known = new HashMap<>();
        var document = new PersonDocument(labels, reference -> known.computeIfAbsent(reference, this::name));
        String page = document.of(all, name(asked.caller().organization()), clock.instant());
        return new Binary().setContentType("text/html; charset=utf-8").setData(page.getBytes(StandardCharsets.UTF_8));
    }

    private String name(String reference) {
        String type = reference.replaceFirst("/.*", "");
        return switch (type) {
            case "Organization" ->
                store.read(reference, Organization.class)
                        .map(Organization::getName)
                        .orElse("");
            case "Practitioner" ->
                store.read(reference, Practitioner.class)
                        .map(one -> one.getNameFirstRep().getNameAsSingleString())
                        .orElse("");
            case "PractitionerRole" ->
                store.read(reference, PractitionerRole.class).map(this::name).orElse("");
            default -> "";
        };
    }

    private String name(PractitionerRole role) {
        return Stream.of(
                        role.getPractitioner().getReference(),
                        role.getOrganization().getReference())
                .filter(java.util.Objects::nonNull)
                .map(this::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }
}

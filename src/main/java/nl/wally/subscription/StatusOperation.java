package nl.wally.subscription;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.fhir.TypeOperation;
import nl.wally.notification.Outbox;
import nl.wally.notification.Standing;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** How subscriptions stand: https://hl7.org/fhir/uv/subscriptions-backport/STU1.1/OperationDefinition-backport-subscription-status.html. */
@Component
class StatusOperation implements TypeOperation {
    private final Subscriptions subscriptions;
    private final Outbox outbox;

    StatusOperation(Subscriptions subscriptions, Outbox outbox) {
        this.subscriptions = subscriptions;
        this.outbox = outbox;
    }

    @Override
    public String type() {
        return "Subscription";
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Set<String> parameters() {
        return Set.of("id", "status");
    }

    @Override
    public boolean isOfAll() {
        return true;
    }

    @Override
    public Bundle answer(Asked asked) {
        Bundle answer = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        asked.resources().stream()
                .flatMap(resource -> find(resource).stream())
                .map(row -> row.at(asked.base()))
                .forEach(row -> answer.addEntry()
                        .setFullUrl("urn:uuid:" + UUID.randomUUID())
                        .setResource(Notification.status(
                                row, Notification.Type.QUERY_STATUS, Content.ID_ONLY, total(row), List.of()))
                        .getSearch()
                        .setMode(SearchEntryMode.MATCH));
        return answer;
    }

    private Optional<Subscribed> find(Resource resource) {
        return subscriptions.find(UUID.fromString(resource.getIdElement().getIdPart()));
    }

    private long total(Subscribed row) {
        return outbox.standing(Happenings.receiver(row.id()))
                .map(Standing::last)
                .orElse(0L);
    }
}

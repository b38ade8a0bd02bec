package nl.wally.costs;

import static nl.wally.Answers.ok;

import java.util.List;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Promised;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Resource;

/** One resource of each type: read in each way that is offered, and validated. */
final class Reads {
    private final Costs costs;
    private final FhirClient server;
    private final Promised promised;

    Reads(Costs costs, FhirClient server, Promised promised) {
        this.costs = costs;
        this.server = server;
        this.promised = promised;
    }

    void count(List<CapabilityStatementRestResourceComponent> offered) {
        offered.stream()
                .filter(CapabilityStatementRestResourceComponent::hasInteraction)
                .forEach(this::count);
    }

    private void count(CapabilityStatementRestResourceComponent offered) {
        String type = offered.getType();
        String path = "/" + promised.reference(type);
        offered.getInteraction().forEach(interaction -> {
            switch (interaction.getCode()) {
                case READ -> costs.of("read " + type, () -> get(type, path));
                case VREAD -> costs.of("vread " + type, () -> get(type, path + "/_history/1"));
                case HISTORYINSTANCE -> costs.of("history " + type, () -> get(type, path + "/_history"));
                default -> {
                    // Counted where something is searched or written.
                }
            }
        });
        if (offered.getOperation().stream()
                .anyMatch(operation -> operation.getName().equals("validate"))) {
            Resource resource = get(type, path).resource();
            costs.of(
                    "operation %s $validate".formatted(type),
                    () -> ok(server.post(Promised.client(type), "/" + type + "/$validate", resource)));
        }
    }

    private Answer get(String type, String path) {
        return ok(server.get(Promised.client(type), path));
    }
}

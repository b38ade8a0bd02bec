package nl.wally.costs;

import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;

/** The operations of which the table has a line: those that the server says it offers, but for a few. */
final class Offered {
    /**
     * What costs otherwise from one time to the next: of two links with the same path HAPI compares the targets, and looks up
     * those that it does not have at hand; how many that are hangs on their ids.
     */
    private static final Set<String> UNEVEN = Set.of("update QuestionnaireResponse", "patch QuestionnaireResponse");

    private Offered() {}

    static Set<String> by(CapabilityStatementRestComponent rest) {
        Set<String> operations = new TreeSet<>(Transitions.names());
        rest.getInteraction()
                .forEach(interaction -> operations.add(interaction.getCode().toCode()));
        rest.getOperation().forEach(operation -> operations.add("operation $" + operation.getName()));
        rest.getResource().forEach(resource -> add(operations, resource));
        operations.removeAll(UNEVEN);
        return operations;
    }

    private static void add(Set<String> operations, CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
        resource.getInteraction().stream()
                .filter(interaction -> interaction.getCode() != TypeRestfulInteraction.SEARCHTYPE)
                .forEach(interaction ->
                        operations.add(interaction.getCode().toCode().replace("-instance", "") + " " + type));
        resource.getSearchParam().forEach(parameter -> operations.add("search " + type + "?" + parameter.getName()));
        resource.getSearchInclude().forEach(path -> operations.add("search " + type + "?_include=" + path.getValue()));
        resource.getSearchRevInclude()
                .forEach(path -> operations.add("search " + type + "?_revinclude=" + path.getValue()));
        resource.getOperation().forEach(operation -> operations.add("operation " + type + " $" + operation.getName()));
    }
}

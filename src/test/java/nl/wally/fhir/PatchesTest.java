package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A FHIRPath Patch names what it changes by an index or a filter as well. */
class PatchesTest {
    private final Patches patches = new Patches(FhirContext.forR4Cached());
    private final Task task = Messages.example("Task-TheaAccepted", Task.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task.identifier[0].value",
                "Task.identifier.first().value",
                "Task.identifier.where(system = 'http://waariswally.nl/fhir/sid/referral-number').value"
            })
    void replacesOneOfMany(String path) {
        Parameters patch = new Parameters();
        operation(patch, "replace", path).addPart().setName("value").setValue(new StringType("WAW-1"));
        Task patched = (Task) patches.fhirPath(patch).applyTo(task);
        assertThat(patched.getIdentifierFirstRep().getValue()).isEqualTo("WAW-1");
    }

    @Test
    void deletesOneOfMany() {
        Parameters patch = new Parameters();
        operation(
                patch,
                "delete",
                "Task.extension.where(url = 'http://waariswally.nl/fhir/StructureDefinition/waw-practice')");
        Task patched = (Task) patches.fhirPath(patch).applyTo(task);
        assertThat(patched.getExtension()).hasSize(task.getExtension().size() - 1);
    }

    private static ParametersParameterComponent operation(Parameters patch, String type, String path) {
        ParametersParameterComponent operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType(type));
        operation.addPart().setName("path").setValue(new StringType(path));
        return operation;
    }
}

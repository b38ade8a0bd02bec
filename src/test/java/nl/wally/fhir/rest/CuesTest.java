package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Simulation.Cue;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

class CuesTest {
    @Test
    void findsACueWhereverAResourceOfTheMessageCarriesOne() {
        Bundle bundle = new Bundle();
        bundle.getMeta().addTag(cue("slow"));
        bundle.addEntry().setResource(new Patient());
        bundle.addEntry().setResource(tagged("problem-conflict"));
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("mode");
        parameters.addParameter().setName("resource").setResource(bundle);

        assertThat(Cues.of(parameters, null, reference -> Set.of()))
                .containsExactly(
                        new Cue("slow", "Parameters.parameter[1].resource.meta.tag[0]"),
                        new Cue("problem-conflict", "Parameters.parameter[1].resource.entry[1].resource.meta.tag[0]"));
    }

    @Test
    void countsOnlyTheExactSystem() {
        Task task = new Task();
        task.getMeta()
                .addTag(new Coding(Canonicals.SYSTEM_SIMULATION + "/", "slow", null))
                .addTag(new Coding(Canonicals.SYSTEM_SIMULATION.toUpperCase(java.util.Locale.ROOT), "slow", null))
                .addTag(new Coding(null, "slow", null))
                .addSecurity(cue("slow"));
        assertThat(Cues.of(task, null, reference -> Set.of())).isEmpty();

        task.getMeta().addTag(new Coding(Canonicals.SYSTEM_SIMULATION, null, null));
        assertThat(Cues.of(task, null, reference -> Set.of())).containsExactly(new Cue("", "Task.meta.tag[3]"));
    }

    @Test
    void looksUpWhatIsStoredOnlyOfAnUpdateThatComesWithOne() {
        List<String> asked = new ArrayList<>();
        Cues.Stored stored = reference -> {
            asked.add(reference);
            return Set.of("slow");
        };
        Bundle bundle = new Bundle();
        put(bundle, new Task(), "Task/1");
        put(bundle, tagged("slow"), "Task/2");
        put(bundle, tagged("problem-conflict"), "Task/3");
        bundle.addEntry()
                .setResource(tagged("slow"))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Task");

        assertThat(Cues.of(bundle, null, stored))
                .extracting(Cue::code, Cue::expression)
                .containsExactly(
                        tuple("problem-conflict", "Bundle.entry[2].resource.meta.tag[0]"),
                        tuple("slow", "Bundle.entry[3].resource.meta.tag[0]"));
        assertThat(asked).containsExactly("Task/2", "Task/3");
        assertThat(Cues.of(tagged("slow"), "Task/4", stored)).isEmpty();
    }

    private static void put(Bundle bundle, Task task, String url) {
        bundle.addEntry().setResource(task).getRequest().setMethod(HTTPVerb.PUT).setUrl(url);
    }

    private static Task tagged(String code) {
        Task task = new Task();
        task.getMeta().addTag(cue(code));
        return task;
    }

    private static Coding cue(String code) {
        return new Coding(Canonicals.SYSTEM_SIMULATION, code, null);
    }
}

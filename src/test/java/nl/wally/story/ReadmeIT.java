package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Whoever pastes the README's blocks into bash, in order, gets what it says. */
class ReadmeIT extends ServerIT {
    private static final String MESSAGE = "profiles/examples/Bundle-TheaReferral.json";

    @Test
    void requestsOfTheReadmeRunFromIntakeToReadConfirmation() throws Exception {
        Pasting.need("bash", "curl");
        String said = Pasting.paste("readme", script() + "\necho \"ENDED $TASK $REQUEST\"\n");
        String[] ended = said.substring(said.lastIndexOf("ENDED ")).trim().split(" ");

        assertThat(server.read("his-demo-1", ended[1], Task.class).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        List<Communication> feedback =
                server.get("his-demo-1", "/Communication?based-on=" + ended[2]).all(Communication.class);
        assertThat(feedback)
                .singleElement()
                .satisfies(read -> assertThat(read.getExtensionByUrl(Canonicals.EXTENSION_READ))
                        .isNotNull());
        assertThat(said).doesNotContain("OperationOutcome");
    }

    /** The README's blocks, for this server, with a message that no other test has sent. */
    private String script() throws IOException {
        Path message = Path.of("target", "readme-referral.json").toAbsolutePath();
        Files.writeString(
                message,
                Files.readString(Path.of(MESSAGE))
                        .replace("D-2026-0001", UUID.randomUUID().toString())
                        .replace("P-1001", UUID.randomUUID().toString()));
        String blocks = Pasting.blocks(Files.readString(Path.of("README.md")));
        assertThat(blocks).contains("http://localhost:8080", MESSAGE);
        return blocks.replace("http://localhost:8080", server.base().toString()).replace(MESSAGE, message.toString());
    }
}

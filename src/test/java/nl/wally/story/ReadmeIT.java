package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Whoever pastes the README's blocks into bash, in order, gets what it says. */
class ReadmeIT extends ServerIT {
    private static final Pattern BLOCK = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String MESSAGE = "profiles/examples/Bundle-TheaReferral.json";

    @Test
    void requestsOfTheReadmeRunFromIntakeToReadConfirmation() throws Exception {
        assumeTrue(isThere("bash") && isThere("curl"), "needs bash and curl");
        String said = paste(script() + "\necho \"ENDED $TASK $REQUEST\"\n");
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
        Path message = Path.of("target", "readme-referral.json");
        Files.writeString(
                message,
                Files.readString(Path.of(MESSAGE))
                        .replace("D-2026-0001", UUID.randomUUID().toString())
                        .replace("P-1001", UUID.randomUUID().toString()));
        String blocks = BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(blocks).contains("http://localhost:8080", MESSAGE);
        return blocks.replace("http://localhost:8080", server.base().toString()).replace(MESSAGE, message.toString());
    }

    private static String paste(String script) throws IOException, InterruptedException {
        Path file = Path.of("target", "readme.sh");
        Files.writeString(file, script);
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}

package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fresh reader goes from the guide to a first referral that is accepted, ended and read, with nothing but the lines of
 * the page; and the lines of each operation's page do what it says. A line that is meant to be refused says so in a
 * comment, as {@code # 422 crisis}; every other request succeeds.
 */
class GuideWalkIT extends ServerIT {
    private static final Path PAGES = Path.of("ig", "input", "pagecontent");
    private static final Pattern STEP = Pattern.compile("^### (?=(\\d+)\\. )", Pattern.MULTILINE);
    private static final Pattern AFTER = Pattern.compile("go on after \\[step (\\d+)]");
    private static final Pattern MEANT = Pattern.compile("# (\\d{3}) ([a-z_-]+)");
    private static final Pattern STATUS = Pattern.compile("^STATUS (\\d{3})", Pattern.MULTILINE);

    /** Notes the status of each request, as a reader would see it with {@code curl -i}. */
    private static final String NOTING = """
            curl() {
              local heads rc=0
              heads=$(mktemp)
              command curl -D "$heads" "$@" || rc=$?
              sed -n 's|^HTTP/[0-9.]* \\([0-9]*\\).*|STATUS \\1|p' "$heads" | tail -n 1 >> statuses
              rm "$heads"
              return $rc
            }
            # Robots rest in tests: whoever waits for one waits in vain.
            sleep() { :; }
            : > statuses
            """;

    @BeforeAll
    static void needAShell() throws InterruptedException {
        Pasting.need("bash", "curl");
    }

    @Test
    void readerComesFromNothingToFeedbackThatIsRead() throws Exception {
        String first = page("first-referral.md");

        String said = paste("first-referral", Pasting.blocks(first) + "\necho \"ENDED $TASK $REQUEST\"\n");

        requireMeantRefusals(said, first);
        Matcher ended = Pattern.compile("ENDED (\\S+) (\\S+)").matcher(said);
        assertThat(ended.find()).isTrue();
        assertThat(server.read("his-demo-1", ended.group(1), Task.class).getStatus())
                .isEqualTo(Task.TaskStatus.COMPLETED);
        List<Communication> feedback = server.get("his-demo-1", "/Communication?based-on=" + ended.group(2))
                .all(Communication.class);
        assertThat(feedback).singleElement().satisfies(read -> {
            assertThat(read.hasReceived()).isTrue();
            assertThat(read.getExtensionByUrl(Canonicals.EXTENSION_READ)).isNotNull();
        });
    }

    @ParameterizedTest
    @MethodSource("pagesWithLines")
    void linesOfAPageDoWhatItSays(String name) throws Exception {
        String page = page(name);
        Matcher after = AFTER.matcher(page);
        assertThat(after.find()).as("says after which step its lines go on").isTrue();

        String said = paste(
                name.replace(".md", ""),
                Pasting.blocks(firstSteps(Integer.parseInt(after.group(1)))) + "\n: > statuses; echo 'PAGE BEGINS'\n"
                        + Pasting.blocks(page));

        requireMeantRefusals(said.substring(said.indexOf("PAGE BEGINS")), page);
    }

    /** Every page whose lines go on after a step of the first referral; of each operation there is one. */
    static Stream<String> pagesWithLines() throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("op-")
                        || AFTER.matcher(Files.readString(file)).find()) {
                    pages.add(name);
                }
            }
        }
        return pages.stream();
    }

    private String paste(String name, String blocks) throws IOException, InterruptedException {
        String script = blocks.replace("http://localhost:8080", server.base().toString());
        return Pasting.paste(name, NOTING + script + "\necho; cat statuses\n");
    }

    private static void requireMeantRefusals(String said, String page) {
        List<MatchResult> meant = MEANT.matcher(Pasting.blocks(page)).results().toList();
        List<String> refused = STATUS.matcher(said)
                .results()
                .map(status -> status.group(1))
                .filter(status -> status.compareTo("400") >= 0)
                .toList();
        assertThat(refused)
                .as(said)
                .isEqualTo(meant.stream().map(refusal -> refusal.group(1)).toList());
        meant.forEach(refusal -> assertThat(said).contains("\"" + refusal.group(2) + "\""));
    }

    /** The first referral up to and with a step. */
    private static String firstSteps(int last) throws IOException {
        StringBuilder steps = new StringBuilder();
        for (String part : STEP.split(page("first-referral.md"))) {
            Matcher number = Pattern.compile("^(\\d+)\\. ").matcher(part);
            if (number.find() && Integer.parseInt(number.group(1)) <= last) {
                steps.append(part);
            }
        }
        return steps.toString();
    }

    private static String page(String name) throws IOException {
        return Files.readString(PAGES.resolve(name));
    }
}

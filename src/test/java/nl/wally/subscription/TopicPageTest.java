package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the guide names each topic with its filters, and the CapabilityStatement each topic. */
class TopicPageTest {
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

    @Test
    void thePageTellsOfEachTopicAndByWhatItCanBeFiltered() throws IOException {
        String page = Files.readString(Path.of("ig", "input", "pagecontent", "op-subscriptions.md"));
        for (Topic topic : Topic.values()) {
            String row = page.lines()
                    .filter(line -> line.contains("`" + topic.canonical() + "`"))
                    .findFirst()
                    .orElseThrow();
            String filters = row.substring(row.indexOf("`" + topic.type() + "?`"));

            assertThat(CODE.matcher(filters).results().map(one -> one.group(1)).collect(Collectors.toSet()))
                    .isEqualTo(topic.filters().keySet());
        }
    }

    @Test
    void theStatementNamesEachTopic() throws IOException {
        String statement = Files.readString(Path.of("profiles", "CapabilityStatement-waw-server.json"));
        Set<String> named = Pattern.compile("http://waariswally\\.nl/fhir/SubscriptionTopic/[a-z-]+")
                .matcher(statement)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .isEqualTo(Arrays.stream(Topic.values())
                        .map(Topic::canonical)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}

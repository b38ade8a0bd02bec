package nl.wally.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.conformance.Definitions;
import nl.wally.conformance.GuidePackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guide as a whole: every file can be made, every link leads somewhere, nothing is left that a machine forgot. */
class GuideLinksTest {
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern OUTSIDE = Pattern.compile("(?i)(https?|mailto|data):.*");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>|\\son[a-z]+=\"|\\sstyle=\"|<style");

    private static Guide guide;
    private static final Map<String, String> PAGES = new HashMap<>();

    @BeforeAll
    static void makeEverything() {
        FhirContext context = FhirContext.forR4();
        guide = new GuideParts(context, new Definitions(context), new GuidePackage()).guide();
        for (String name : guide.names()) {
            Served file = guide.file(name).orElseThrow();
            assertThat(file.content()).as(name).isNotEmpty();
            if (name.endsWith(".html")) {
                PAGES.put(name, new String(file.content(), StandardCharsets.UTF_8));
            }
        }
        PAGES.put("(missing)", new String(guide.missing().content(), StandardCharsets.UTF_8));
    }

    @Test
    void everyLinkLeadsToAFileAndAnAnchorThatExist() {
        Map<String, Set<String>> anchors = new HashMap<>();
        PAGES.forEach((name, html) -> anchors.put(name, Set.copyOf(ids(html))));
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (String page : new TreeSet<>(PAGES.keySet())) {
            for (String link : found(LINK, PAGES.get(page))) {
                links++;
                String[] parts = link.split("#", 2);
                String file = parts[0].isEmpty() ? page : parts[0];
                if (OUTSIDE.matcher(link).matches()) {
                    continue;
                }
                if (!file.equals("(missing)") && !guide.names().contains(file)) {
                    broken.add(page + " -> " + link + ": no such file");
                } else if (parts.length > 1
                        && !anchors.getOrDefault(file, Set.of()).contains(parts[1])) {
                    broken.add(page + " -> " + link + ": no such anchor");
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(10_000);
    }

    @Test
    void idsAreUniqueOnTheirPage() {
        PAGES.forEach((page, html) -> {
            List<String> ids = ids(html);
            Map<String, Long> twice = ids.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
            twice.values().removeIf(times -> times == 1);
            assertThat(twice).as(page).isEmpty();
        });
    }

    @Test
    void nothingIsLeftOfIncludesTemplatesOrErrors() {
        List<String> found = new ArrayList<>();
        PAGES.forEach((page, html) -> {
            for (String left : List.of("{%", " th:", "java.lang", "HAPI-", "org.thymeleaf", ">null<", "\"null\"")) {
                if (html.contains(left)) {
                    found.add(page + ": " + left);
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noPageNeedsMoreThanThePolicyAllows() {
        PAGES.forEach((page, html) -> assertThat(INLINE.matcher(html).results().map(found -> found.group()))
                .as(page)
                .isEmpty());
    }

    @Test
    void aFileThatDoesNotExistIsAnsweredWithAPageThatSaysSo() {
        assertThat(guide.file("nothing.html")).isEmpty();
        assertThat(PAGES.get("(missing)")).contains("Page not found");
    }

    private static List<String> ids(String html) {
        return found(ID, html);
    }

    private static List<String> found(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }
}

package nl.wally.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The page of the guide with all problems, as a reader of it sees it. */
final class ErrorPage {
    private static final Pattern HEAD = Pattern.compile("<h3 id=\"([a-z-]+)\"[^>]*>(.*?)</h3>", Pattern.DOTALL);
    private static final Pattern FACT = Pattern.compile("<dt[^>]*>(.*?)</dt>\\s*<dd[^>]*>(.*?)</dd>", Pattern.DOTALL);
    private static final Pattern SENTINEL = Pattern.compile("problem-[a-z-]+");

    private final Map<String, Section> sections = new LinkedHashMap<>();

    static ErrorPage of(String html) {
        var page = new ErrorPage();
        String[] parts = html.split("(?=<h3 id=)");
        for (String part : parts) {
            Matcher head = HEAD.matcher(part);
            Map<String, String> facts = facts(part);
            if (head.find() && facts.containsKey("HTTP status")) {
                String code = head.group(1);
                page.sections.put(code, new Section(text(head.group(2)).replace(code + " ", ""), facts));
            }
        }
        return page;
    }

    List<String> codes() {
        return List.copyOf(sections.keySet());
    }

    Section section(String code) {
        return sections.get(code);
    }

    private static Map<String, String> facts(String part) {
        Map<String, String> facts = new LinkedHashMap<>();
        Matcher fact = FACT.matcher(part);
        while (fact.find()) {
            facts.put(text(fact.group(1)), text(fact.group(2)));
        }
        return facts;
    }

    private static String text(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]+>", ""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /**
     * What it tells of one problem.
     *
     * @param title in English
     */
    record Section(String title, Map<String, String> facts) {
        int status() {
            return Integer.parseInt(facts.get("HTTP status"));
        }

        String issueType() {
            return facts.get("Issue type");
        }

        /** Title, cause and remedy. */
        String english() {
            return title + ". " + facts.get("Cause") + " " + facts.get("What to do");
        }

        String dutch() {
            return facts.get("In Dutch");
        }

        /** The code of the simulator by which one gets it. */
        String sentinel() {
            Matcher code = SENTINEL.matcher(facts.get("Try it"));
            return code.find() ? code.group() : "";
        }
    }
}

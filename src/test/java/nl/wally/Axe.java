package nl.wally;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds against WCAG on a page. */
public final class Axe {
    private Axe() {}

    /** Whatever breaks any of its rules. */
    public static List<Rule> violations(Page page) {
        return violations(builder(page));
    }

    /** Whatever breaks one of these rules. */
    public static List<Rule> violations(Page page, List<String> rules) {
        return violations(builder(page).withRules(rules));
    }

    /** At what it is found, as in {@code color-contrast at <a href="/">}. */
    public static List<String> spots(Page page) {
        return violations(page).stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " at " + node.getHtml()))
                .toList();
    }

    /** In the page itself: no page of ours has frames of another origin, for whose sake axe would open one more page each time. */
    private static AxeBuilder builder(Page page) {
        // Nobody reads what is right.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private static List<Rule> violations(AxeBuilder axe) {
        return axe.analyze().getViolations();
    }
}

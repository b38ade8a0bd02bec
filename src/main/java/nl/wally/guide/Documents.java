package nl.wally.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the project that stand outside the guide and are shown in it: decisions, change log, other guides. */
final class Documents {
    private static final Pattern TITLE = Pattern.compile("\\A\\s*# .*\\R");
    private static final Pattern DECISION_TITLE = Pattern.compile("\\A\\s*# (\\d+)\\.");
    private static final Pattern DECISION_LINK = Pattern.compile("\\]\\(0*(\\d+)-[a-z0-9-]+\\.md\\)");

    private final Sources sources;
    private final Markdown markdown = new Markdown();

    Documents(Sources sources) {
        this.sources = sources;
    }

    /** All decisions, one after the other, each with an anchor {@code decision-7}. */
    String decisions() {
        Html html = new Html();
        for (String name : sources.names("docs/adr", ".md")) {
            String text = sources.text("docs/adr/" + name).orElseThrow();
            Matcher title = DECISION_TITLE.matcher(text);
            String anchor = title.find() ? "decision-" + title.group(1) : name;
            String linked = DECISION_LINK.matcher(text).replaceAll("](#decision-$1)");
            // Their smaller headings are the same in each.
            html.raw(render(linked)
                    .replaceAll("<h([3-6]) id=\"[^\"]*\"", "<h$1")
                    .replaceFirst("<h2 id=\"[^\"]*\"", "<h2 id=\"" + anchor + "\""));
        }
        return html.toString();
    }

    String changeLog() {
        return render(TITLE.matcher(sources.text("CHANGELOG.md").orElse("")).replaceFirst(""));
    }

    String otherGuides() {
        return render(
                TITLE.matcher(sources.text("docs/coming-from-another-guide.md").orElse(""))
                        .replaceFirst(""));
    }

    private String render(String text) {
        return markdown.render(text, name -> "");
    }
}

package nl.wally.guide;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.guide.Artifact.Kind;

/** All artifacts by kind, as lists of links. */
final class ArtifactLists {
    private final Artifacts artifacts;

    ArtifactLists(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** The definitions. */
    String definitions() {
        return html("h2", Arrays.stream(Kind.values()).filter(Kind::isDefinition));
    }

    /** The examples, and those that are refused, one level deeper: they stand below a heading of the page. */
    String examples() {
        return html("h3", Arrays.stream(Kind.values()).filter(kind -> !kind.isDefinition()));
    }

    private String html(String heading, Stream<Kind> kinds) {
        Html html = new Html();
        kinds.forEach(kind -> {
            List<Artifact> listed = artifacts.of(kind);
            if (!listed.isEmpty()) {
                section(html, heading, kind, listed);
            }
        });
        return html.toString();
    }

    private static void section(Html html, String heading, Kind kind, List<Artifact> listed) {
        html.element(heading, kind.title(), "id", kind.anchor()).newLine();
        if (!kind.about().isEmpty()) {
            html.element("p", kind.about()).newLine();
        }
        String first = kind.isDefinition() ? "Name" : "Example";
        HtmlTable table = new HtmlTable(kind.title(), first, "Type", "About");
        for (Artifact artifact : listed) {
            table.row(
                    Html.linkTo(artifact.page(), artifact.title()),
                    Html.escape(artifact.type()),
                    Html.escape(artifact.description()));
        }
        html.raw(table.toString());
    }
}

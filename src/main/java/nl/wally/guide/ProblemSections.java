package nl.wally.guide;

import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/**
 * Every way in which the server refuses, from the code system that a test holds equal to {@link nl.wally.shared.Problem}:
 * a table to find one, and a section for each with an anchor that error answers link to.
 */
final class ProblemSections {
    private final ConceptWords problems;
    private final ConceptWords simulation;

    ProblemSections(Definitions definitions) {
        problems = new ConceptWords(definitions, Canonicals.SYSTEM_PROBLEM);
        simulation = new ConceptWords(definitions, Canonicals.SYSTEM_SIMULATION);
    }

    String html() {
        HtmlTable table = new HtmlTable("All problems", "Code", "HTTP", "What it says");
        Html sections = new Html();
        for (ConceptDefinitionComponent problem : problems.all()) {
            String code = problem.getCode();
            table.row(
                    "<a href=\"#" + code + "\">" + Html.code(code) + "</a>",
                    status(problem),
                    Html.escape(problem.getDisplay()));
            section(sections, problem);
        }
        return table + sections.toString();
    }

    private void section(Html html, ConceptDefinitionComponent problem) {
        String code = problem.getCode();
        html.open("h3", "id", code)
                .raw(Html.code(code))
                .text(" " + problem.getDisplay())
                .close("h3")
                .newLine();
        html.open("dl", "class", "facts");
        fact(html, "HTTP status", status(problem), null);
        fact(html, "Cause", problem.getDefinition(), null);
        fact(html, "What to do", ConceptWords.property(problem, "remedy"), null);
        fact(html, "Issue type", ConceptWords.property(problem, "issue-type"), null);
        String dutch = ConceptWords.dutch(problem);
        String cause = ConceptWords.property(problem, "cause-nl");
        String remedy = ConceptWords.property(problem, "remedy-nl");
        fact(
                html,
                "In Dutch",
                String.join(". ", dutch, cause.isEmpty() ? "" : cause + " " + remedy)
                        .replaceAll("\\.? $", ""),
                "nl");
        simulation
                .of("problem-" + code)
                .ifPresent(sentinel -> html.open("div")
                        .element("dt", "Try it")
                        .open("dd")
                        .raw("in the demo region, a resource with <code>meta.tag</code> " + Html.code("problem-" + code)
                                + " of <a href=\"simulator.html\">waw-simulation</a>")
                        .close("dd")
                        .close("div"));
        html.close("dl").newLine();
    }

    private static void fact(
            Html html,
            String name,
            @org.jspecify.annotations.Nullable String text,
            @org.jspecify.annotations.Nullable String language) {
        if (text != null && !text.isBlank()) {
            html.open("div")
                    .element("dt", name)
                    .element("dd", text, "lang", language)
                    .close("div");
        }
    }

    /** As the code system of problems says, or else that of the simulator. */
    private String status(ConceptDefinitionComponent problem) {
        String status = ConceptWords.property(problem, "http-status");
        return status.isEmpty()
                ? simulation
                        .of("problem-" + problem.getCode())
                        .map(sentinel -> ConceptWords.property(sentinel, "http-status"))
                        .orElse("")
                : status;
    }
}

package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Definitions;
import nl.wally.conformance.GuidePackage;
import nl.wally.workflow.TransitionTable;

/** Puts the guide together, for the server and for the static site alike. Nothing is read before it is needed. */
final class GuideParts {
    private final Lazy<Sources> sources = new Lazy<>(Sources::new);
    private final Lazy<Outline> outline =
            new Lazy<>(() -> new Outline(sources().text("sushi-config.yaml").orElseThrow()));
    private final Lazy<Layout> layout = new Lazy<>(() -> new Layout(outline()));
    private final Lazy<Fragments> fragments = new Lazy<>(this::makeFragments);

    private final Lazy<Artifacts> artifacts = new Lazy<>(this::makeArtifacts);

    private final FhirContext context;
    private final Definitions definitions;

    private final GuidePackage guidePackage;

    GuideParts(FhirContext context, Definitions definitions, GuidePackage guidePackage) {
        this.context = context;
        this.definitions = definitions;
        this.guidePackage = guidePackage;
    }

    Guide guide() {
        return new Guide(
                List.of(
                        () -> new ProsePages(sources(), outline(), layout.get(), fragments.get()).files(),
                        this::artifactFiles,
                        () -> new Downloads(sources(), guidePackage).files(),
                        () -> new Assets(sources()).files()),
                () -> Pages.served(layout.get(), Pages.missing(Language.ENGLISH)));
    }

    /** What the IG Publisher needs of this guide beside its sources, by path below {@code ig/input}. */
    Map<String, byte[]> forThePublisher() {
        Map<String, byte[]> all = new TreeMap<>();
        for (String name : fragments.get().names()) {
            String html = fragments.get().html(name, Language.ENGLISH);
            all.put("includes/" + name, html.getBytes(StandardCharsets.UTF_8));
        }
        sources().bytes("assets/try-it.js").ifPresent(script -> all.put("images/try-it.js", script));
        new Downloads(sources(), guidePackage)
                .tables()
                .forEach((name, file) -> all.put("images/" + name, file.get().content()));
        return all;
    }

    private Map<String, Supplier<Served>> artifactFiles() {
        SpecLinks links = new SpecLinks(artifacts.get());
        ElementTables tables = new ElementTables(context, definitions, links);
        ArtifactViews views = new ArtifactViews(artifacts.get(), links, tables);
        return new ArtifactPages(artifacts.get(), layout.get(), views, new Uses(artifacts.get()), links).files();
    }

    private Fragments makeFragments() {
        Documents documents = new Documents(sources());
        StateTables states = new StateTables(new ConceptWords(definitions, Canonicals.SYSTEM_ACTION));
        OfferTables offers = new OfferTables(definitions, new SpecLinks(artifacts.get()));
        ArtifactLists lists = new ArtifactLists(artifacts.get());
        return new Fragments()
                .add("waw-transitions.html", language -> states.transitions() + Downloads.link("task-transitions.csv"))
                .add("waw-updates.html", language -> states.updates() + Downloads.link("task-updates.csv"))
                .add("waw-rights.html", language -> new RightsTables().html() + Downloads.link("rights.csv"))
                .add("waw-states-diagram.html", language -> new StatesDiagram(TransitionTable.load()).svg())
                .add("waw-problems.html", language -> new ProblemSections(definitions).html())
                .add("waw-operations.html", language -> offers.operations())
                .add("waw-search-parameters.html", language -> offers.searchParameters())
                .add("waw-sentinels.html", language -> offers.sentinels())
                .add("waw-requirements.html", language -> new RequirementTable(sources()).html(language))
                .add("waw-artifacts.html", language -> lists.definitions())
                .add("waw-examples.html", language -> lists.examples())
                .add("waw-try-it.html", language -> new TryItForm(sources(), artifacts.get()).html(language))
                .add("waw-decisions.html", language -> documents.decisions())
                .add("waw-changelog.html", language -> documents.changeLog())
                .add("waw-other-guides.html", language -> documents.otherGuides());
    }

    private Artifacts makeArtifacts() {
        return new Artifacts(context, definitions, sources(), new ExampleWords(sources()));
    }

    private Sources sources() {
        return sources.get();
    }

    private Outline outline() {
        return outline.get();
    }
}

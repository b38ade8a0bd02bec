package nl.wally.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.wally.guide.Outline.Link;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/** A page for each artifact, its JSON and XML as files, and both to read, named as the IG Publisher names them. */
final class ArtifactPages {
    private static final Link ALL = new Link("artifacts.html", "All artifacts");

    private final Artifacts artifacts;
    private final Layout layout;
    private final ArtifactViews views;
    private final Uses uses;
    private final SpecLinks links;
    private final Markdown markdown = new Markdown();

    ArtifactPages(Artifacts artifacts, Layout layout, ArtifactViews views, Uses uses, SpecLinks links) {
        this.artifacts = artifacts;
        this.layout = layout;
        this.views = views;
        this.uses = uses;
        this.links = links;
    }

    Map<String, Supplier<Served>> files() {
        Map<String, Supplier<Served>> files = new LinkedHashMap<>();
        for (Artifact artifact : artifacts.all()) {
            String name = artifact.name();
            files.put(artifact.page(), () -> Pages.served(layout, page(artifact)));
            files.put(name + ".json", () -> Served.of("application/fhir+json;charset=UTF-8", artifact.json()));
            files.put(name + ".xml", () -> Served.of("application/fhir+xml;charset=UTF-8", artifacts.xml(artifact)));
            files.put(name + ".json.html", () -> Pages.served(layout, source(artifact, "JSON", "json")));
            files.put(name + ".xml.html", () -> Pages.served(layout, source(artifact, "XML", "xml")));
        }
        return files;
    }

    private Page page(Artifact artifact) {
        List<Artifact> family = artifacts.of(artifact.kind());
        int place = family.indexOf(artifact);
        Html body = new Html();
        if (!artifact.description().isEmpty()) {
            body.raw(markdown.render(artifact.description(), name -> ""));
        }
        body.raw(facts(artifact)).raw(sources(artifact));
        body.raw(views.html(artifact)).raw(uses.html(artifact));
        if (!artifact.kind().isDefinition()) {
            body.element("h2", "JSON", "id", "json").raw(listing(artifact.json(), "json", "JSON"));
        }
        return new Page(
                artifact.page(),
                artifact.title(),
                Language.ENGLISH,
                trail(artifact),
                place <= 0 ? null : family.get(place - 1).link(),
                place < 0 || place + 1 >= family.size()
                        ? null
                        : family.get(place + 1).link(),
                body.toString());
    }

    private Page source(Artifact artifact, String title, String format) {
        String text = format.equals("json") ? artifact.json() : artifacts.xml(artifact);
        List<Link> trail = new ArrayList<>(trail(artifact));
        trail.add(artifact.link());
        String body = new Html()
                .open("p")
                .link(artifact.name() + "." + format, artifact.name() + "." + format)
                .close("p")
                .raw(listing(text, format, title))
                .toString();
        return new Page(
                artifact.name() + "." + format + ".html",
                artifact.title() + ": " + title,
                Language.ENGLISH,
                trail,
                null,
                null,
                body);
    }

    private static List<Link> trail(Artifact artifact) {
        return List.of(
                ProsePages.START,
                ALL,
                new Link(
                        ALL.href() + "#" + artifact.kind().anchor(),
                        artifact.kind().title()));
    }

    private static String listing(String text, String format, String name) {
        return new Html()
                .open("pre", "tabindex", "0", "role", "group", "aria-label", name)
                .open("code")
                .raw(Highlight.of(format, Html.escape(text.stripTrailing())))
                .close("code")
                .close("pre")
                .toString();
    }

    private String facts(Artifact artifact) {
        Html html = new Html().open("dl", "class", "facts");
        Resource resource = artifact.resource();
        if (resource instanceof MetadataResource definition) {
            fact(html, "Canonical URL", Html.code(definition.getUrl()));
            fact(html, "Version", Html.escape(definition.getVersion()));
        } else {
            fact(html, "Type", Html.linkTo(SpecLinks.type(resource.fhirType()), resource.fhirType()));
            uses.profile(artifact)
                    .ifPresent(profile -> fact(html, "Profile", Html.linkTo(profile.page(), profile.title())));
            for (CanonicalType profile : resource.getMeta().getProfile()) {
                if (artifacts.ofUrl(profile.getValue()).isEmpty()) {
                    fact(html, "Also", links.html(profile.getValue(), profile.getValue()));
                }
            }
        }
        return html.close("dl").toString();
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).open("dd").raw(value).close("dd").close("div");
    }

    private static String sources(Artifact artifact) {
        Html html = new Html().open("p", "class", "files").text("Read: ");
        html.link(artifact.name() + ".json.html", "JSON").text(" · ").link(artifact.name() + ".xml.html", "XML");
        html.text(" — Download: ");
        html.link(artifact.name() + ".json", "JSON file").text(" · ").link(artifact.name() + ".xml", "XML file");
        return html.close("p").toString();
    }
}

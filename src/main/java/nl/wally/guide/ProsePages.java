package nl.wally.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import nl.wally.guide.Outline.Link;

/** The pages that people wrote, with the generated parts that they include. */
final class ProsePages {
    static final String FOLDER = "pagecontent";
    static final Link START = new Link("index.html", "Start");
    private static final Link START_DUTCH = new Link("index-nl.html", "Start");

    private final Sources sources;
    private final Outline outline;
    private final Layout layout;
    private final Fragments fragments;
    private final Markdown markdown = new Markdown();

    ProsePages(Sources sources, Outline outline, Layout layout, Fragments fragments) {
        this.sources = sources;
        this.outline = outline;
        this.layout = layout;
        this.fragments = fragments;
    }

    /** The pages by the names of their files. */
    Map<String, Supplier<Served>> files() {
        Set<String> names = new LinkedHashSet<>(outline.titles().keySet());
        sources.names(FOLDER, ".md").forEach(file -> names.add(file.substring(0, file.length() - ".md".length())));
        Map<String, Supplier<Served>> files = new LinkedHashMap<>();
        names.forEach(name -> files.put(name + ".html", () -> Pages.served(layout, page(name))));
        return files;
    }

    private Page page(String name) {
        String file = name + ".html";
        Language language = Language.of(name);
        String text = sources.text(FOLDER + "/" + name + ".md").orElseGet(() -> standIn(name));
        String body = markdown.render(text, fragment -> fragments.html(fragment, language));
        return new Page(
                file,
                outline.title(name),
                language,
                trail(file, language),
                outline.beside(name, -1).orElse(null),
                outline.beside(name, +1).orElse(null),
                body);
    }

    /** A page that nobody has written yet shows at least the part of its name. */
    private String standIn(String name) {
        String fragment = "waw-" + name + ".html";
        return fragments.names().contains(fragment) ? "{% include " + fragment + " %}" : "";
    }

    private List<Link> trail(String file, Language language) {
        if (file.equals(START.href()) || file.equals(START_DUTCH.href())) {
            return List.of();
        }
        List<Link> trail = new ArrayList<>();
        trail.add(language == Language.DUTCH ? START_DUTCH : START);
        outline.group(file).ifPresent(group -> trail.add(new Link("", group)));
        return trail;
    }
}

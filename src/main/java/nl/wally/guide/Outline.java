package nl.wally.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Order, titles and menu of the pages, read from {@code pages:} and {@code menu:} of {@code ig/sushi-config.yaml}, where
 * SUSHI and the IG Publisher find them too.
 */
final class Outline {
    /** A link: where it leads and what it says. */
    record Link(String href, String title) {}

    /** An entry of the menu: a link of its own, or a title with links below it. */
    record Entry(String title, String href, List<Link> below) {}

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final List<Entry> menu = new ArrayList<>();

    Outline(String yaml) {
        Map<?, ?> config = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        pages(map(config.get("pages")));
        map(config.get("menu")).forEach((title, target) -> menu.add(entry(title.toString(), target)));
    }

    /** A page may have pages below it, which come after it. */
    private void pages(Map<?, ?> pages) {
        pages.forEach((file, about) -> {
            String name = file.toString().replaceFirst("\\.md$", "");
            if (!name.equals(file.toString())) {
                Map<?, ?> page = map(about);
                titles.put(
                        name,
                        page.get("title") == null ? name : page.get("title").toString());
                pages(page);
            }
        });
    }

    private static Entry entry(String title, Object target) {
        if (target instanceof Map<?, ?> below) {
            List<Link> links = new ArrayList<>();
            below.forEach((name, href) -> links.add(new Link(href.toString(), name.toString())));
            return new Entry(title, "", List.copyOf(links));
        }
        return new Entry(title, target.toString(), List.of());
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Names of pages with their titles, in order. */
    Map<String, String> titles() {
        return titles;
    }

    String title(String page) {
        return titles.getOrDefault(page, page);
    }

    List<Entry> menu() {
        return menu;
    }

    /** The page before or after this one, in its own language. */
    Optional<Link> beside(String page, int step) {
        List<String> names = titles.keySet().stream()
                .filter(name -> Language.of(name) == Language.of(page))
                .toList();
        int place = names.indexOf(page);
        int other = place + step;
        return place < 0 || other < 0 || other >= names.size()
                ? Optional.empty()
                : Optional.of(new Link(names.get(other) + ".html", title(names.get(other))));
    }

    /** The entry of the menu under which a page stands. */
    Optional<String> group(String href) {
        return menu.stream()
                .filter(entry ->
                        entry.below().stream().anyMatch(link -> link.href().equals(href)))
                .map(Entry::title)
                .findFirst();
    }
}

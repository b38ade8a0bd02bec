package nl.wally.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts a page into the one layout that all pages share, {@code guide/templates/page.html}. */
final class Layout {
    private static final Pattern HEADING = Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>", Pattern.DOTALL);
    private static final int FEWEST = 3;

    private final TemplateEngine engine;
    private final Outline outline;

    Layout(Outline outline) {
        this.outline = outline;
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("guide/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
    }

    String html(Page page) {
        Context context = new Context(Locale.forLanguageTag(page.language().getCode()));
        context.setVariables(Map.of(
                "page", page,
                "words", page.language(),
                "menu", outline.menu(),
                "contents", contents(page)));
        return engine.process("page", context);
    }

    /** The headings of the second level, generated ones too; a short page needs no list of contents, nor does the start. */
    private static List<Section> contents(Page page) {
        if (page.trail().isEmpty()) {
            return List.of();
        }
        List<Section> sections = HEADING.matcher(page.body())
                .results()
                .map(found -> new Section(found.group(1), found.group(2).replaceAll("<[^>]*>", "")))
                .toList();
        return sections.size() < FEWEST ? List.of() : sections;
    }

    /** A heading, its title still escaped. */
    record Section(String id, String title) {}
}

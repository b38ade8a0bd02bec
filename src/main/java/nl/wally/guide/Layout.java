package nl.wally.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts a page into the one layout that all pages share, {@code guide/templates/page.html}. */
final class Layout {
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

    /** A short page needs no list of contents. */
    private static List<Markdown.Section> contents(Page page) {
        List<Markdown.Section> sections =
                page.sections().stream().filter(section -> section.level() == 2).toList();
        return sections.size() < 3 ? List.of() : sections;
    }
}

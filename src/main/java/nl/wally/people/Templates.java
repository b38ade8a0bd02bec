package nl.wally.people;

import java.util.Set;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Thymeleaf templates on the class path, for what people read; they escape whatever they are given. */
public class Templates {
    private final TemplateEngine engine = new SpringTemplateEngine();

    public Templates() {
        this(TemplateMode.HTML);
    }

    /** @param mode what the templates are written in */
    Templates(TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setSuffix(".html");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
    }

    /** @param template its place on the class path, without {@code .html}, for instance {@code people/me} */
    public String fill(String template, IContext facts) {
        return engine.process(template, facts);
    }

    /** The same of these fragments of a template alone. */
    String fill(String template, Set<String> parts, IContext facts) {
        return engine.process(template, parts, facts);
    }
}

package nl.wally.people;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.wally.shared.Language;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What people take along on paper, or keep as a file: a PDF of A4 pages, in Dutch, tagged for screen readers (PDF/UA). It is
 * made of a Thymeleaf template in well-formed XHTML that begins like {@code people/paper.html} says; templates escape whatever
 * they are given, and what XML cannot hold is left out. Nothing is loaded from anywhere: no picture, no style sheet, no font but
 * the one that comes with PDFBox.
 */
public class Paper {
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    static {
        // What it tells quotes addresses and styles, and would go to the console past our settings.
        XRLog.setLoggingEnabled(false);
    }

    private final Templates templates = new Templates(TemplateMode.XML);

    public Paper() {}

    /**
     * Prints a template.
     *
     * @param template its place on the class path, without {@code .html}, for instance {@code referring/letter}
     * @param facts what the template asks for besides {@code view}, which says words and days as on pages
     * @return the PDF
     */
    public byte[] print(String template, Map<String, Object> facts) {
        Speech view = new Speech(Language.DUTCH);
        Context context = new Context(Locale.forLanguageTag(view.getCode()), facts);
        context.setVariable("view", view);
        return printed(NOT_IN_XML.matcher(templates.fill(template, context)).replaceAll(""));
    }

    /**
     * Prints a template as the answer, shown by the browser rather than saved.
     *
     * @param name of the file, when somebody keeps it; nothing about a person stands in it
     */
    public void show(HttpServletResponse response, String name, String template, Map<String, Object> facts)
            throws IOException {
        byte[] pdf = print(template, facts);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(pdf.length);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(name).build().toString());
        response.getOutputStream().write(pdf);
    }

    private static byte[] printed(String page) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .withProducer("Waar is Wally")
                    .useUriResolver((base, address) -> null)
                    .useExternalResourceAccessControl(
                            (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useFont(Paper::font, "Liberation Sans")
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }
}

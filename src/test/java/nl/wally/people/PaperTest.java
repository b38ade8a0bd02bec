package nl.wally.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What goes on paper can be read by everybody, holds what it was given, and fetches nothing. */
class PaperTest {
    private static final String LETTER = "paper/letter";
    private static final float A4_HEIGHT_POINTS = 842;

    private final Paper paper = new Paper();

    @Test
    void namesOfEverybodyCanBeRead() throws IOException {
        assertThat(text(print("Gülşah Şahin, Łukasz Kowalczyk, Zoë ’s-Gravenhage")))
                .contains("Gülşah Şahin, Łukasz Kowalczyk, Zoë ’s-Gravenhage", "Telefoon");
    }

    @Test
    void whatSomebodyTypedStaysText() throws IOException {
        assertThat(text(print("<img src=\"http://localhost:9/x\"/> & <script>")))
                .contains("<img", "& <script>");
    }

    @Test
    void whatXmlCannotHoldIsLeftOut() throws IOException {
        assertThat(text(print("een\u0001twee\uFFFE\u0000drie"))).contains("eentweedrie");
    }

    /** The template asks for a picture and a style sheet of elsewhere. */
    @Test
    void nothingIsFetched() throws IOException {
        var asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        try {
            byte[] pdf =
                    print("iemand", "http://localhost:" + elsewhere.getAddress().getPort() + "/");

            assertThat(text(pdf)).contains("iemand");
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void isTaggedInDutchOnA4WithATitle() throws IOException {
        try (PDDocument document = Loader.loadPDF(print("iemand"))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Brief");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(A4_HEIGHT_POINTS - 1, A4_HEIGHT_POINTS);
        }
    }

    @Test
    void isShownByTheBrowserUnderAPlainName() throws IOException {
        var response = new MockHttpServletResponse();

        paper.show(response, "WAW-1234.pdf", LETTER, Map.of("name", "iemand", "elsewhere", "data:,"));

        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("inline; filename=\"WAW-1234.pdf\"");
        assertThat(text(response.getContentAsByteArray())).contains("iemand");
    }

    private byte[] print(String name) {
        return print(name, "file:/etc/");
    }

    private byte[] print(String name, String elsewhere) {
        return paper.print(LETTER, Map.of("name", name, "elsewhere", elsewhere));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nl.wally.people.Paper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a person takes home tells who calls and when, what was agreed, and how to stop; and nothing of the question. */
class LetterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Sent THEA = new Sent(
            "1",
            "WAW-4821093757",
            "Thea de Vries",
            "Huisartsenpraktijk De Rivier",
            "0570-000101",
            "Sanne Bakker",
            "06-00000001",
            true,
            LocalDate.of(2026, 12, 7),
            LocalDate.of(2026, 11, 27),
            true,
            true);

    @Test
    void tellsWhoCallsAndWhenAndHowToStop() throws IOException {
        String letter = letter(THEA);

        assertThat(letter)
                .contains(
                        "Beste Thea de Vries,",
                        "Sanne Bakker",
                        "Telefoon: 06-00000001",
                        "Uiterlijk op maandag 7 december.",
                        "Op vrijdag 27 november hebt u gezegd",
                        "De Wally mag uw huisarts vertellen",
                        "U kunt altijd stoppen",
                        "0570-000101",
                        "WAW-4821093757");
    }

    @Test
    void tellsWhenNobodyIsKnownWhoCalls() throws IOException {
        assertThat(letter(new Sent(
                        THEA.task(),
                        THEA.number(),
                        THEA.person(),
                        THEA.practice(),
                        "",
                        "",
                        "",
                        false,
                        THEA.due(),
                        THEA.agreed(),
                        false,
                        true)))
                .contains("Uw praktijk zoekt nog uit wie u belt.", "alleen dat er contact is geweest")
                .doesNotContain("Telefoon:");
    }

    @Test
    void fitsOnOnePage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(THEA))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    private static String letter(Sent sent) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(sent))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static byte[] pdf(Sent sent) throws IOException {
        var response = new MockHttpServletResponse();
        new Letter(new Paper()).show(response, sent, TODAY);
        Files.write(Path.of("target", "letter.pdf"), response.getContentAsByteArray());
        return response.getContentAsByteArray();
    }
}

package nl.wally.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "interim-feedback, Feedback to read",
        "final-feedback, Feedback to read",
        "closing-notice, Ended without feedback",
        "contact-attempt,",
        "message,",
        "information-answer,"
    })
    void whatIsWrittenToThePracticeIsNews(String category, String news) {
        assertThat(NewsRules.news(said(category), NOW).map(Words::english)).isEqualTo(Optional.ofNullable(news));
    }

    @Test
    void whatSomebodyConfirmedIsNone() {
        Communication read = said("final-feedback");
        read.addExtension().setUrl(Canonicals.EXTENSION_READ);

        assertThat(NewsRules.news(read, NOW)).isEmpty();
    }

    @Test
    void whatASystemFetchedIsNewsForAMonth() {
        Communication fetched = said("final-feedback").setReceived(Date.from(NOW.minus(Duration.ofDays(29))));
        assertThat(NewsRules.news(fetched, NOW)).isPresent();

        fetched.setReceived(Date.from(NOW.minus(Duration.ofDays(31))));
        assertThat(NewsRules.news(fetched, NOW)).isEmpty();
    }

    @Test
    void whatThePracticeEndedItselfIsNoNews() {
        Communication notice = said("closing-notice");
        notice.addReasonCode(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, "withdrawn-by-gp"));
        assertThat(NewsRules.news(notice, NOW)).isEmpty();

        notice.getReasonCodeFirstRep().getCodingFirstRep().setCode("consent-withdrawn");
        assertThat(NewsRules.news(notice, NOW)).isPresent();
    }

    private static Communication said(String category) {
        return new Communication().addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category));
    }
}

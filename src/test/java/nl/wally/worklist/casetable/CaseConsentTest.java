package nl.wally.worklist.casetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Only with the person's consent, and what the person said last holds. */
class CaseConsentTest {
    private static final StringType SANNE = new StringType("Sanne Bakker");
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Test
    void isOnTheTaskWithDayAuthorAndMomentUntilItIsWithdrawn() {
        Task task = new Task();
        task.addNote().setText("Ze vindt het goed.");
        assertThat(CaseConsent.since(task)).isEmpty();

        CaseConsent.given(task, TODAY.minusDays(2), SANNE, NOW);
        assertThat(CaseConsent.since(task)).contains(TODAY.minusDays(2));
        assertThat(task.getNote().get(1).getAuthorStringType().getValue()).isEqualTo(SANNE.getValue());
        assertThat(task.getNote().get(1).getTime()).isEqualTo(NOW);

        CaseConsent.ended(task, SANNE, NOW);
        assertThat(CaseConsent.since(task)).isEmpty();

        CaseConsent.given(task, TODAY, SANNE, NOW);
        assertThat(CaseConsent.since(task)).contains(TODAY);
    }

    @Test
    void needsATickAndADayThatCanBe() {
        assertThat(CaseConsent.fault(true, Optional.of(TODAY), TODAY).isEmpty()).isTrue();
        assertThat(CaseConsent.fault(false, Optional.of(TODAY), TODAY).isEmpty())
                .isFalse();
        assertThat(CaseConsent.fault(true, Optional.empty(), TODAY).isEmpty()).isFalse();
        assertThat(CaseConsent.fault(true, Optional.of(TODAY.plusDays(1)), TODAY)
                        .isEmpty())
                .isFalse();
        assertThat(CaseConsent.fault(true, Optional.of(TODAY.minusYears(2)), TODAY)
                        .isEmpty())
                .isFalse();
    }

    @Test
    void agesAndDaysAreRough() {
        assertThat(AgeBand.of(LocalDate.of(1970, 3, 12), TODAY)).isEqualTo("50-59");
        assertThat(AgeBand.of(LocalDate.of(1967, 11, 30), TODAY)).isEqualTo("50-59");
        assertThat(AgeBand.of(LocalDate.of(1966, 11, 29), TODAY)).isEqualTo("60-69");
        assertThat(AgeBand.of(LocalDate.of(1920, 1, 1), TODAY)).isEqualTo("90+");
        ZonedDateTime start = ZonedDateTime.parse("2026-11-02T23:30:00+01:00[Europe/Amsterdam]");
        assertThat(AnonymousCase.week(start, start)).isEqualTo(1);
        assertThat(AnonymousCase.week(start, start.plusDays(6))).isEqualTo(1);
        assertThat(AnonymousCase.week(start, start.plusDays(7))).isEqualTo(2);
        assertThat(AnonymousCase.week(start, start.minusDays(1))).isEqualTo(1);
    }
}

package nl.wally.practice;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.practice.StandingRules.Facts;
import nl.wally.shared.Language;
import nl.wally.workflow.StateTable;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requested   | delivered              | 0 | De verwijzing ligt bij Sanne, maar is nog niet geopend.
            requested   | handed-over            | 0 | Sanne heeft de verwijzing overgenomen van een collega.
            received    | seen                   | 0 | Sanne heeft de verwijzing gezien.
            received    | awaiting-information   | 0 | Sanne wacht op uw antwoord.
            accepted    | contact-planned        | 0 | Sanne heeft het eerste contact met Thea gepland.
            accepted    | contact-attempted      | 1 | Sanne heeft één keer geprobeerd Thea te bereiken.
            accepted    | contact-attempted      | 2 | Sanne heeft twee keer geprobeerd Thea te bereiken.
            in-progress | contact-attempted      | 7 | Sanne heeft 7 keer geprobeerd Thea te bereiken.
            in-progress | support-running        | 3 | Sanne helpt Thea.
            in-progress | no-show                | 1 | Thea kwam niet op de afspraak met Sanne.
            in-progress | cancellation-requested | 1 | U hebt gevraagd om te stoppen. Sanne beslist daarover.
            on-hold     | cancellation-requested | 1 | U hebt gevraagd om te stoppen. Sanne beslist daarover.
            on-hold     | client-unavailable     | 1 | De verwijzing staat stil. Reden: Omdat.
            completed   | closed                 | 2 | De verwijzing is afgerond. Uitkomst: Omdat.
            rejected    | closed                 | 0 | Sanne heeft de verwijzing niet aangenomen. Reden: Omdat.
            cancelled   | closed                 | 0 | De verwijzing is gestopt. Reden: Omdat.
            """)
    void saysItInOneSentence(String status, String progress, int attempts, String sentence) {
        assertThat(said(TaskStatus.fromCode(status), progress, attempts)).isEqualTo(sentence);
    }

    @Test
    void hasASentenceForEveryProgressOfEveryStatus() {
        StateTable states = StateTable.load();
        for (TaskStatus status : TaskStatus.values()) {
            states.of(status)
                    .ifPresent(state -> state.businessStatuses()
                            .forEach(progress -> assertThat(said(status, progress, 0))
                                    .as("%s, %s", status, progress)
                                    .isNotEmpty()
                                    .doesNotContain("{")));
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        assertThat(StandingRules.says(new Facts(TaskStatus.REQUESTED, "delivered", "Sanne", "Thea", 0, true, ""))
                        .in(Language.DUTCH))
                .isEqualTo("Er is nu niemand van het team. De coördinator weet het.");
        assertThat(StandingRules.says(new Facts(TaskStatus.REQUESTED, "delivered", "", "Thea", 0, false, ""))
                        .in(Language.DUTCH))
                .isEqualTo("De verwijzing wacht op iemand van het team.");
    }

    private static String said(TaskStatus status, String progress, int attempts) {
        return StandingRules.says(new Facts(status, progress, "Sanne", "Thea", attempts, false, "Omdat"))
                .in(Language.DUTCH);
    }
}

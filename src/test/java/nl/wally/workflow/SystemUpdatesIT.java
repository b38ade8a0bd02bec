package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the server itself writes into an open Task while its status stays (G-SUB): the system's row of the table. */
class SystemUpdatesIT extends ServerIT {
    private static final StateTable STATES = StateTable.load();

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private JdbcTemplate jdbc;

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"REQUESTED", "RECEIVED", "ACCEPTED", "INPROGRESS", "ONHOLD"})
    void ownerRecipientsProgressAndFlagFollowThePeopleWhoLeave(TaskStatus status) {
        Neighbourhood deventer = new Neighbourhood(server, clients);
        ReferralLife life = deventer.refer();
        bring(life, deventer.sanne.client(), status);
        Set<String> elements = UpdateTable.load().elementsFor(status, Actor.SYSTEM);
        assertThat(elements).containsExactlyInAnyOrder("owner", "restriction.recipient", "businessStatus", "extension");

        deventer.role(deventer.sanne, role -> role.setActive(false));

        Task handed = life.task();
        assertThat(handed.getStatus()).isEqualTo(status);
        assertThat(handed.getOwner().getReference()).isEqualTo(deventer.joris.role());
        assertThat(handed.getRestriction().getRecipient())
                .extracting(References::key)
                .containsExactly(deventer.joris.role());
        boolean shown = STATES.of(status).orElseThrow().businessStatuses().contains("handed-over");
        assertThat(TaskCompletion.isHandedOver(handed)).isEqualTo(shown);
        assertThat(handed.hasExtension(Canonicals.EXTENSION_UNATTENDED)).isFalse();

        deventer.role(deventer.joris, role -> role.setActive(false));

        Task flagged = life.task();
        assertThat(flagged.getStatus()).isEqualTo(status);
        assertThat(flagged.hasExtension(Canonicals.EXTENSION_UNATTENDED)).isTrue();
        Answer found = server.get(
                Neighbourhood.COORDINATOR,
                "/Task?unattended=ge2020-01-01&_id=" + flagged.getIdElement().getIdPart());
        assertThat(found.all(Task.class)).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(life);
    }

    private static void bring(ReferralLife life, String client, TaskStatus status) {
        List<TaskStatus> way = switch (status) {
            case REQUESTED -> List.of();
            case RECEIVED -> List.of(TaskStatus.RECEIVED);
            case ACCEPTED -> List.of(TaskStatus.ACCEPTED);
            default -> List.of(TaskStatus.ACCEPTED, status);
        };
        for (TaskStatus step : way) {
            boolean holds = step == TaskStatus.ONHOLD;
            Answer answer = life.step(client, step, holds ? Set.of(Guard.G_REASON, Guard.G_RESUME) : Set.of());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }
}

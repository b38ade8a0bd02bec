package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Less is more: what was cancelled leaves the view of the Wally after a while, whatever way one looks. */
class CalledOffIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String COORDINATOR = "coordinator-demo";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void isSeenByTheWallyForAWhileAndThenNoMore() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        assertThat(thea.step(GP, TaskStatus.CANCELLED, Set.of(Guard.G_REASON)).status())
                .isEqualTo(200);
        String task = "/" + thea.reference(Task.class);
        String notice = thea.notices(SANNE).get(0).getIdElement().getIdPart();
        assertThat(status(SANNE, task)).isEqualTo(200);

        jdbc.update("update referral set ended_at = ended_at - interval '29 days' where " + OF, id(task));
        assertThat(status(SANNE, task)).isEqualTo(200);
        assertThat(status(SANNE, "/Communication/" + notice)).isEqualTo(200);

        jdbc.update("update referral set ended_at = ended_at - interval '2 days' where " + OF, id(task));
        for (String path : List.of(
                task,
                task + "/_history/1",
                task + "/_history",
                task + "/$available-actions",
                "/" + thea.reference(ServiceRequest.class),
                "/" + thea.reference(Patient.class),
                "/Communication/" + notice)) {
            assertThat(status(SANNE, path)).as(path).isEqualTo(404);
        }
        for (String search : List.of(
                "/Task?_id=" + id(task),
                "/Task?patient=" + thea.reference(Patient.class),
                "/ServiceRequest?_id=" + id(thea.reference(ServiceRequest.class)) + "&_revinclude=Task:focus",
                "/Communication?part-of=" + task.substring(1) + "&_include=Communication:part-of")) {
            assertThat(server.get(SANNE, search).all(Resource.class)).as(search).isEmpty();
        }
        // The practice keeps it, and the coordinator still sees who had it
        assertThat(status(GP, task)).isEqualTo(200);
        assertThat(status(COORDINATOR, task)).isEqualTo(200);
    }

    @Test
    void whatWasHelpedStays() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        assertThat(thea.step(SANNE, TaskStatus.REJECTED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK))
                        .status())
                .isEqualTo(200);
        String task = "/" + thea.reference(Task.class);
        jdbc.update("update referral set ended_at = ended_at - interval '90 days' where " + OF, id(task));
        assertThat(status(SANNE, task)).isEqualTo(200);
    }

    private static final String OF = "id in (select referral from referral_member where resource = ?::uuid)";

    private int status(String client, String path) {
        return server.get(client, path).status();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database says of a referral, and whether it is the same as what its resources say. */
public final class ReferralRows {
    private static final Map<String, String> ENDED = Map.of(
            "completed", "completed",
            "rejected", "revoked",
            "failed", "revoked",
            "cancelled", "revoked",
            "entered-in-error", "entered-in-error");

    private final JdbcTemplate jdbc;

    /** Everything stored when it was last found consistent; none of it has changed as long as this is what is stored. */
    private List<Map<String, Object>> consistent = List.of();

    public ReferralRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything stored for the referral of this Task, with versions: equal before and after means nothing changed. */
    public List<Map<String, Object>> everything(String task) {
        return jdbc.queryForList("""
                select r.number, r.status, r.owner, r.recipients::text, m.type, m.resource, h.res_ver
                from referral_member t
                join referral r on r.id = t.referral
                join referral_member m on m.referral = r.id
                left join hfj_resource h on h.fhir_id = m.resource::text
                where t.resource = ?::uuid order by m.type, m.resource""", task.replace("Task/", ""));
    }

    /** Task, ServiceRequest, feedback request and the row tell one and the same story. */
    public void assertConsistent(ReferralLife life) {
        List<Map<String, Object>> rows = everything(life.reference(Task.class));
        if (rows.equals(consistent)) {
            return;
        }
        Task task = life.task();
        assertThat(rows).extracting("type").contains("Patient", "Consent", "ServiceRequest", "Task");
        assertThat(rows).allSatisfy(row -> assertThat(row.get("res_ver")).isNotNull());
        Map<String, Object> row = rows.get(0);
        String status = task.getStatus().toCode();
        String owner = References.key(task.getOwner());
        assertThat(row.get("status")).isEqualTo(status);
        assertThat(row.get("owner") == null ? "" : row.get("owner")).isEqualTo(owner);
        assertThat(row.get("recipients"))
                .isEqualTo("{"
                        + String.join(
                                ",",
                                task.getRestriction().getRecipient().stream()
                                        .map(References::key)
                                        .toList())
                        + "}");
        assertThat(task.getIdentifier()).extracting("value").contains(row.get("number"));
        ServiceRequest referral = life.referral();
        CommunicationRequest request = life.request();
        assertThat(referral.getStatus().toCode()).isEqualTo(ENDED.getOrDefault(status, "active"));
        assertThat(referral.getExtensionsByUrl(Canonicals.EXTENSION_REQUEST_STATUS_REASON))
                .as("as many reasons as the Task has")
                .hasSize(ENDED.containsKey(status) && task.hasStatusReason() ? 1 : 0)
                .allSatisfy(reason -> assertThat(reason.getValue().equalsDeep(task.getStatusReason()))
                        .isTrue());
        boolean answered = life.feedback().stream()
                .anyMatch(feedback -> Codes.anyHas(
                        feedback.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "final-feedback"));
        String otherwise = ENDED.getOrDefault(status, "active");
        assertThat(request.getStatus().toCode())
                .isEqualTo(answered && !status.equals("entered-in-error") ? "completed" : otherwise);
        if (!ENDED.containsKey(status)) {
            assertThat(References.key(request.getSender())).isEqualTo(owner);
        }
        consistent = rows;
    }
}

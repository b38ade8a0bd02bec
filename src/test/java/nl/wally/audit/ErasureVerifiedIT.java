package nl.wally.audit;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person goes, and the log still tells, unbroken, what was done with the data of that person: by an id alone. */
class ErasureVerifiedIT extends ServerIT {
    @Autowired
    private ClientRegistry registry;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Sealing sealing;

    @Autowired
    private AuditFiles files;

    @Autowired
    private Keys keys;

    @Test
    void trailStaysVerifiable() throws IOException {
        registry.register(
                new Caller("privacy-practice-1", "Organization/practice-1", null, Capacity.PRIVACY_OFFICER), "demo");
        ReferralLife life = ReferralLife.begin(server, 1);
        ok(server.put("his-demo-1", life.consent().setStatus(Consent.ConsentState.INACTIVE)));
        String person = life.reference(Patient.class);
        sealing.round();
        List<String> before = records(person);
        assertThat(before).isNotEmpty();

        ok(server.post(
                "privacy-practice-1", "/" + person + "/$erase", new Parameters().addParameter("ground", "objection")));
        sealing.round();

        assertThat(records(person)).containsAll(before).hasSize(before.size() + 1);
        assertThat(records(person).get(before.size())).contains("\"kind\":\"ERASURE\"", "\"about\":\"objection\"");
        assertThat(new Verification(jdbc, keys, clock)
                        .verify(new AnchorFile(files.anchor()).read())
                        .fault())
                .isNull();
    }

    /** Without those of letters, which leave when they can. */
    private List<String> records(String person) {
        return jdbc.queryForList(
                "select content || encode(mac, 'hex') from audit_record where ? = any (persons)"
                        + " and content not like '%\"kind\":\"NOTIFICATION\"%' order by number",
                String.class, person);
    }
}

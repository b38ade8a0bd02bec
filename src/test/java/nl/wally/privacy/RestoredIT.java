package nl.wally.privacy;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A backup from before an erasure brings the person back, and the list beside the database takes the person away again. */
class RestoredIT extends ServerIT {
    private static final String WORD = "Zxherrezen";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ClientRegistry registry;

    @Autowired
    private ErasureList list;

    @Autowired
    private AfterRestore afterRestore;

    @Autowired
    private Certificates certificates;

    @Test
    void erasesAgainWhatABackupBringsBack() {
        Officers.register(registry);
        var person = new PlantedPerson(server, WORD).livesThrough();
        Map<String, List<String>> backup = new FileRows(jdbc).asJson(person.person());
        Parameters asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType("objection"));
        ok(server.post(Officers.OF_PRACTICE, "/" + person.person() + "/$erase", asked));
        assertThat(new Dump(jdbc).rowsWith(WORD)).isEmpty();
        List<Certificate> certificate = certificates.ofPerson(person.person());

        restore(backup);
        forget(certificate.get(0));
        assertThat(server.read("his-demo-1", person.person(), Patient.class)).isNotNull();

        assertThat(afterRestore.catchUp()).isEqualTo(1);
        assertThat(new Dump(jdbc).rowsWith(WORD)).isEmpty();
        assertThat(new FileRows(jdbc).of(person.person())).isEmpty();
        assertThat(certificates.ofPerson(person.person())).isEqualTo(certificate);
        refused(server.post("his-demo-1", "", person.sent()), 409, "duplicate");
        assertThat(afterRestore.catchUp()).isZero();
    }

    @Test
    void listIsMadeWholeAgainFromTheDatabase() throws IOException {
        Officers.register(registry);
        var person = new PlantedPerson(server, "Heelgemaakt").livesThrough();
        Parameters asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType("unlawful"));
        ok(server.post(Officers.OF_PRACTICE, "/" + person.person() + "/$erase", asked));
        String id = certificates.ofPerson(person.person()).get(0).id().toString();
        String torn = Files.readString(ERASURES)
                .lines()
                .filter(line -> line.contains(id))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                ERASURES,
                Files.readString(ERASURES).replace(torn, torn.substring(0, torn.length() / 2)),
                StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(afterRestore.catchUp()).isZero();
        assertThat(list.all()).containsAll(certificates.ofPerson(person.person()));
    }

    /** Those that others refer to come first. */
    private void restore(Map<String, List<String>> backup) {
        backup.forEach((table, rows) -> rows.forEach(row -> jdbc.update(
                "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb)", row)));
    }

    private void forget(Certificate certificate) {
        jdbc.update("delete from erased_key where erasure = ?", certificate.id());
        jdbc.update("delete from erasure where id = ?", certificate.id());
    }
}

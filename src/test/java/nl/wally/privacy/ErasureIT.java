package nl.wally.privacy;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Article 17 AVG: nothing of the person is left, and nothing of anybody else is touched. */
@ExtendWith(OutputCaptureExtension.class)
class ErasureIT extends ServerIT {
    private static final String WORD = "Qwxplantje";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ClientRegistry registry;

    private Dump dump;
    private FileRows rows;

    @BeforeEach
    void officers() {
        Officers.register(registry);
        dump = new Dump(jdbc);
        rows = new FileRows(jdbc);
    }

    @Test
    void leavesNoTraceOfThePersonAndTouchesNobodyElse(CapturedOutput log) throws IOException {
        ReferralLife other = ReferralLife.begin(server, 1);
        var person = new PlantedPerson(server, WORD).livesThrough().comesBack();
        List<String> before = rows.of(other.reference(Patient.class));
        assertThat(person.plantedTexts()).isGreaterThanOrEqualTo(30);
        assertThat(dump.rowsWith(WORD)).hasSizeGreaterThanOrEqualTo(20);

        Parameters certificate =
                ok(erase(Officers.OF_PRACTICE, person.person(), "objection")).resource(Parameters.class);

        assertThat(dump.rowsWith(WORD)).isEmpty();
        assertThat(log.getAll()).doesNotContainIgnoringCase(WORD);
        assertThat(Files.readString(ERASURES)).doesNotContainIgnoringCase(WORD).contains(person.person());
        assertThat(rows.of(person.person())).isEmpty();
        assertThat(rows.of(other.reference(Patient.class))).isEqualTo(before);
        assertThat(certificate.getParameterBool("whole")).isTrue();
        assertThat(count(certificate, "resources", "Patient")).isEqualTo(1);
        assertThat(count(certificate, "resources", "ServiceRequest")).isEqualTo(2);
        assertThat(count(certificate, "rows", "referral")).isEqualTo(2);
        assertThat(count(certificate, "rows", "hfj_res_ver")).isGreaterThan(count(certificate, "rows", "hfj_resource"));
        refused(server.get("his-demo-1", "/" + person.person()), 404, "not-found");
        refused(server.get("his-demo-1", "/" + person.life().reference(Task.class)), 404, "not-found");
        refused(erase(Officers.OF_PRACTICE, person.person(), "objection"), 404, "not-found");
        assertThat(ok(server.get("his-demo-1", "/" + other.reference(Patient.class)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotComeBackWhenItIsSentAgain() {
        ReferralLife life = ended();
        ok(erase(Officers.OF_SOCIAL, life.reference(Patient.class), "not-needed"));
        refused(server.post("his-demo-1", "", life.sent()), 409, "duplicate");
        assertThat(dump.rowsWith(Messages.part(life.sent(), ServiceRequest.class)
                        .getIdentifierFirstRep()
                        .getValue()))
                .isEmpty();
    }

    @Test
    void isForTheOfficersOfWhoeverAnswersForThePerson() {
        ReferralLife life = ended();
        String person = life.reference(Patient.class);
        refused(erase("his-demo-1", person, "objection"), 403, "forbidden");
        refused(server.get("his-demo-1", "/" + person + "/$everything"), 403, "forbidden");
        for (String client : List.of(Officers.OF_OTHER_PRACTICE, "his-demo-2", "wally-demo-1", "operator-demo")) {
            refused(erase(client, person, "objection"), 404, "not-found");
            refused(server.get(client, "/" + person + "/$everything"), 404, "not-found");
            refused(server.get(client, "/" + person + "/$overview"), 404, "not-found");
        }
        refused(erase(Officers.OF_PRACTICE, person, "retention"), 400, "parameter-invalid");
        refused(erase(Officers.OF_PRACTICE, person, "whim"), 400, "parameter-invalid");
        assertThat(server.read("his-demo-1", person, Patient.class)).isNotNull();
    }

    @Test
    void waitsUntilNobodyIsAtWorkForThePerson() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String person = life.reference(Patient.class);
        refused(erase(Officers.OF_PRACTICE, person, "consent-withdrawn"), 422, "transition-not-allowed");
        ok(server.put("his-demo-1", life.consent().setStatus(Consent.ConsentState.INACTIVE)));
        ok(erase(Officers.OF_PRACTICE, person, "consent-withdrawn"));
    }

    @Test
    void takesATokenForTheWhole() throws IOException {
        ReferralLife life = ended();
        String person = life.reference(Patient.class);
        for (String scope : List.of("system/Patient.rds", "system/*.rs")) {
            String narrowed = "narrowed to " + scope;
            server.tokens().know(narrowed, narrowed(scope));
            refused(erase(narrowed, person, "objection"), 403, "forbidden");
        }
        refused(server.get("narrowed to system/Patient.rds", "/" + person + "/$everything"), 403, "forbidden");
        ok(server.get("narrowed to system/*.rs", "/" + person + "/$everything"));
    }

    private String narrowed(String scope) throws IOException {
        String asked = "client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
        var answer = server.tokens().ask(Officers.OF_PRACTICE, "demo", asked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }

    @Test
    void canBeAccountedForLater() {
        // Only the newest hundred are told, and other tests erase in years to come.
        jdbc.update("update erasure set at = at - interval '40 years' where at > now()");
        ReferralLife life = ended();
        String person = life.reference(Patient.class);
        Parameters certificate =
                ok(erase(Officers.OF_PRACTICE, person, "unlawful")).resource(Parameters.class);
        for (String path : List.of("/" + person + "/$erasures", "/Patient/$erasures")) {
            for (String client : List.of(Officers.OF_PRACTICE, Officers.OF_SOCIAL)) {
                Parameters found = ok(server.get(client, path)).resource(Parameters.class);
                assertThat(found.getParameter())
                        .anyMatch(one -> one.getResource().equalsDeep(certificate));
            }
            assertThat(ok(server.get(Officers.OF_OTHER_PRACTICE, path))
                            .resource(Parameters.class)
                            .getParameter())
                    .noneMatch(one -> one.getResource().equalsDeep(certificate));
            refused(server.get("his-demo-1", path), 403, "forbidden");
        }
    }

    private ReferralLife ended() {
        ReferralLife life = ReferralLife.begin(server, 1);
        ok(server.put("his-demo-1", life.consent().setStatus(Consent.ConsentState.INACTIVE)));
        return life;
    }

    private Answer erase(String client, String person, String ground) {
        var asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType(ground));
        return server.post(client, "/" + person + "/$erase", asked);
    }

    private static int count(Parameters certificate, String what, String of) {
        return certificate.getParameter().stream()
                .filter(entry -> entry.getName().equals(what))
                .filter(entry ->
                        entry.getPart().get(0).getValue().primitiveValue().equals(of))
                .mapToInt(entry ->
                        Integer.parseInt(entry.getPart().get(1).getValue().primitiveValue()))
                .sum();
    }
}

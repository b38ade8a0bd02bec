package nl.wally.privacy;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Article 15 AVG: each side gives all that it keeps, for a machine and to read; and that it did is on record. */
class ExportIT extends ServerIT {
    private static final String MARK = "<b>Weetje</b>&";
    private static final String SHOWN = "&lt;b&gt;Weetje&lt;/b&gt;&amp;";

    @Autowired
    private ClientRegistry registry;

    @Autowired
    private JdbcTemplate jdbc;

    private PlantedPerson person;

    @BeforeEach
    void somebodyAsks() {
        Officers.register(registry);
        person = new PlantedPerson(server, MARK).livesThrough();
    }

    @Test
    void socialSideGivesEverythingOfItsReferrals() {
        Answer answer = ok(server.get(Officers.OF_SOCIAL, "/" + person.person() + "/$everything"));
        Bundle all = answer.resource(Bundle.class);
        assertThat(all.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(all.getEntry())
                .extracting(BundleEntryComponent::getResource)
                .extracting(Resource::fhirType)
                .contains(
                        "Patient",
                        "RelatedPerson",
                        "Consent",
                        "ServiceRequest",
                        "Task",
                        "CommunicationRequest",
                        "Communication",
                        "QuestionnaireResponse",
                        "Provenance");
        assertThat(all.getEntry()).extracting(BundleEntryComponent::getFullUrl).doesNotHaveDuplicates();
        assertThat(all.getEntry()).hasSameSizeAs(answer.all(Resource.class)).hasSize(kept());
    }

    @Test
    void practiceGivesWhatItSees() {
        Answer answer = ok(server.get(Officers.OF_PRACTICE, "/" + person.person() + "/$everything"));
        assertThat(answer.all(Patient.class)).hasSize(1);
        assertThat(answer.all(QuestionnaireResponse.class)).isEmpty();
        assertThat(answer.all(Communication.class))
                .filteredOn(one ->
                        one.getCategoryFirstRep().getCodingFirstRep().getCode().equals("contact-attempt"))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.getPayload()).isEmpty())
                .satisfies(attempt -> assertThat(attempt.getMeta().getTag())
                        .extracting("code")
                        .contains("SUBSETTED"));
    }

    @Test
    void personReadsItInDutch() {
        Answer page = ok(server.send(server.request(Officers.OF_SOCIAL, "/" + person.person() + "/$overview")
                .header("Accept", "text/html")
                .GET()));
        assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("Wat wij van u bewaren", "Uw toestemming", "Verwijzing", "geboortedatum")
                .doesNotContain("<b>");
        int planted = page.body().split(java.util.regex.Pattern.quote(SHOWN), -1).length - 1;
        assertThat(planted).as(page.body()).isGreaterThan(25);
    }

    @Test
    void nothingElseIsOpenToAnOfficer() {
        for (String path : List.of("", "/_history", "/_history/1")) {
            refused(server.get(Officers.OF_SOCIAL, "/" + person.person() + path), 404, "not-found");
        }
        assertThat(ok(server.get(Officers.OF_SOCIAL, "/Task?patient=" + person.person()))
                        .all(Resource.class))
                .isEmpty();
        refused(
                server.get(Officers.OF_SOCIAL, "/" + person.person() + "/$everything?_type=Task"),
                400,
                "parameter-unknown");
    }

    @Test
    void eachExportIsOnRecord() {
        int before = exports();
        ok(server.get(Officers.OF_SOCIAL, "/" + person.person() + "/$everything"));
        ok(server.get(Officers.OF_PRACTICE, "/" + person.person() + "/$overview"));
        assertThat(exports()).isEqualTo(before + 2);
    }

    private int exports() {
        return jdbc.queryForObject(
                "select count(*) from audit_record where ? = any (persons) and content ilike '%export%'",
                Integer.class, person.person());
    }

    private int kept() {
        return jdbc.queryForObject(
                "select count(distinct resource) from referral_member where referral in"
                        + " (select referral from referral_member where resource = ?::uuid)",
                Integer.class,
                person.person().replace("Patient/", ""));
    }
}

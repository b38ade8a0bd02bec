package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import nl.wally.team.FirstContactDays;
import nl.wally.team.WayOfWorking;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people fill in on the coordinator's pages becomes what a system would send, or is told at its field. */
class FormsTest {
    @Test
    void agreementsGoThereAndBack() {
        CareTeam team = new CareTeam();
        Form form = new Form()
                .with("way", "B")
                .with("routine", "4")
                .with("urgent", "1")
                .with("feedback", "Binnen twee weken.")
                .with("emergency", "Bel de crisisdienst.");
        AgreementForm.apply(form, team);
        assertThat(form.isGood()).isTrue();
        assertThat(WayOfWorking.of(team)).isEqualTo(WayOfWorking.B);
        assertThat(FirstContactDays.of(team)).isEqualTo(new FirstContactDays(4, 1));
        assertThat(AgreementForm.of(team, new Form()).value("emergency")).isEqualTo("Bel de crisisdienst.");
    }

    @Test
    void agreementsThatMakeNoSenseAreToldAtTheirFields() {
        CareTeam team = new CareTeam();
        Form form = new Form().with("routine", "0").with("urgent", "veel").with("feedback", "Binnen twee weken.");
        AgreementForm.apply(form, team);
        assertThat(form.wrong("way").isEmpty()).isFalse();
        assertThat(form.wrong("routine").isEmpty()).isFalse();
        assertThat(form.wrong("urgent").isEmpty()).isFalse();
        assertThat(form.wrong("emergency").isEmpty()).isFalse();
        assertThat(team.hasExtension()).isFalse();
    }

    @Test
    void aStreetThatStaysKeepsItsOtherLine() {
        Organization practice = new Organization();
        practice.addAddress().addLine("Kade 1").addLine("Ingang achter").setCity("Deventer");
        ContactForm.apply(
                ContactForm.of(practice, new Form()).with("name", "De Rivier").with("city", "Diepenveen"), practice);
        assertThat(practice.getAddressFirstRep().getLine())
                .extracting(StringType::getValue)
                .containsExactly("Kade 1", "Ingang achter");
        ContactForm.apply(
                ContactForm.of(practice, new Form()).with("name", "De Rivier").with("street", "Kade 2"), practice);
        assertThat(practice.getAddressFirstRep().getLine())
                .extracting(StringType::getValue)
                .containsExactly("Kade 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "0000-01-01", "1899-12-31", "2200-01-01", "2031-02-30"})
    void aDayIsOneOfOurTime(String day) {
        Form form = new Form().with("from", day);
        assertThat(form.day("from")).isEmpty();
        assertThat(form.wrong("from").isEmpty()).isFalse();
    }

    @Test
    void aTimeIsOfMinutes() {
        assertThat(new Form().with("ends", "17:00:30.5").time("ends")).contains(LocalTime.of(17, 0));
    }

    @Test
    void anAddressChangesWhatIsFirstOfItsKindAndLeavesTheRest() {
        Organization practice = new Organization();
        practice.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("0570-000101");
        practice.addTelecom().setSystem(ContactPointSystem.FAX).setValue("0570-000102");
        Form form = new Form().with("name", "De Rivier").with("email", "post@rivier.example");
        ContactForm.apply(form, practice);
        assertThat(practice.getTelecom())
                .extracting(ContactPoint::getValue)
                .containsExactly("0570-000102", "post@rivier.example");
        Form wrong =
                new Form().with("name", "De Rivier").with("phone", "bel maar").with("email", "post");
        ContactForm.apply(wrong, practice);
        assertThat(wrong.wrong("phone").isEmpty()).isFalse();
        assertThat(wrong.wrong("email").isEmpty()).isFalse();
    }

    @Test
    void workingDaysGoThereAndBackAndTheOfficeWeekNeedsNoWords() {
        PractitionerRole role = new PractitionerRole();
        Form office = HoursForm.of(role, new Form());
        HoursForm.apply(office, role);
        assertThat(role.hasAvailableTime()).isFalse();

        Form shorter = office.with("works-FRIDAY", "").with("until-MONDAY", "12:30");
        HoursForm.apply(shorter, role);
        assertThat(role.getAvailableTime()).hasSize(4);
        Form back = HoursForm.of(role, new Form());
        assertThat(back.value("until-MONDAY")).isEqualTo("12:30");
        assertThat(back.has("works-FRIDAY", "yes")).isFalse();

        Form none = new Form();
        HoursForm.apply(none, role);
        assertThat(none.wrong("works").isEmpty()).isFalse();
    }

    @Test
    void somebodyNewHasANameAFunctionAndATelephone() {
        Form form = HoursForm.of(new PractitionerRole(), new Form())
                .with("given", "Kim")
                .with("family", "de Boer")
                .with("code", "wally")
                .with("from", "2026-12-01")
                .with("phone", "06-00000009");
        Practitioner person = new Practitioner();
        PractitionerRole role = PersonForm.begin(form, person, "Organization/social-1", PersonForm.SOCIAL);
        assertThat(form.isGood()).isTrue();
        assertThat(person.getNameFirstRep().getText()).isEqualTo("Kim de Boer");
        assertThat(role.getPeriod().getStartElement().getValueAsString()).isEqualTo("2026-12-01");
        Form empty = new Form();
        PersonForm.begin(empty, person, "Organization/social-1", PersonForm.SOCIAL);
        assertThat(empty.wrong("given").isEmpty()).isFalse();
        assertThat(empty.wrong("code").isEmpty()).isFalse();
        assertThat(empty.wrong("phone").isEmpty()).isFalse();
        Form gp = new Form()
                .with("given", "Els")
                .with("family", "Vos")
                .with("code", "wally")
                .with("from", "2026-12-01");
        PersonForm.begin(gp, person, "Organization/practice-1", PersonForm.MEDICAL);
        assertThat(gp.wrong("code").isEmpty()).isFalse();
    }

    @Test
    void aLastDayIsTodayOrLater() {
        PractitionerRole role = new PractitionerRole();
        LocalDate today = LocalDate.of(2026, 11, 30);
        Form past = new Form().with("last", "2026-11-29");
        assertThat(PersonForm.leave(past, role, today)).isEmpty();
        assertThat(past.wrong("last").isEmpty()).isFalse();
        assertThat(PersonForm.leave(new Form().with("last", "2026-12-31"), role, today))
                .isPresent();
        assertThat(role.getPeriod().getEndElement().getValueAsString()).isEqualTo("2026-12-31");
    }
}

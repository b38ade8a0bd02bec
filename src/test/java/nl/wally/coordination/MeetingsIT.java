package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.junit.jupiter.api.Test;

/** The quarterly meeting on a page: planned, moved, with what there is to discuss, and held (W-11). */
class MeetingsIT extends CoordinationIT {
    @Test
    void isPlannedMovedAndCalledOffByTheCoordinator() {
        ReferralLife thea = here.refer();
        String number = thea.task().getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElseThrow();
        Page page = els(Screen.PHONE);
        page.navigate(address("/coordination/meetings"));
        assertThat(text(page)).contains("Er is geen gesprek gepland");
        page.click("main form button");
        page.fill("#day", today().plusDays(14).toString());
        page.fill("#ends", "12:00");
        page.click("main form button");
        assertThat(page.locator("#ends-error").innerText()).contains("voordat het begint");
        assertThat(page.locator("[role=alert]").innerText()).contains("ontbreekt");
        browser.complaints().clear();
        fine(page, "coordination/meeting-new");
        page.fill("#ends", "13:30");
        page.check("input[name=doctors]");
        page.check("input[name=wallies] >> nth=0");
        page.click("main form button");
        assertThat(text(page))
                .contains(here.practiceName, "Gepland", number, "Nog niet begonnen")
                .doesNotContain("Thea");
        fine(page, "coordination/meeting");

        page.fill("#begins", "12:45");
        page.click("main form button >> nth=0");
        assertThat(text(page)).contains("Opgeslagen", "12:45");
        page.navigate(address("/coordination/meetings"));
        assertThat(text(page)).contains("12:45");
        fine(page, "coordination/meetings");
        page.click("text=" + here.practiceName + " >> nth=0");
        page.click("button.danger");
        assertThat(text(page)).contains("Afgezegd");
    }

    @Test
    void isNotedAsHeldOnceItHasBegun() {
        here.refer();
        String meeting = here.meet(clock.instant().minus(Duration.ofHours(2)));
        Page page = els(Screen.PHONE);
        // As a letter about it leads there
        page.navigate(address("/waiting/" + meeting));
        assertThat(page.url()).endsWith("/coordination/meetings/" + District.id(meeting));
        assertThat(page.locator("h3 a[href*='/coordination/referrals/']").count())
                .isEqualTo(1);
        page.click("button[value=held]");
        assertThat(text(page)).contains("Opgeslagen", "Gehouden");
        assertThat(page.locator("main form").count()).isZero();
        assertThat(server.read(here.coordinator, meeting, Appointment.class).getStatus())
                .isEqualTo(AppointmentStatus.FULFILLED);
    }

    @Test
    void bothSidesFindTheirOwnMeetings() {
        Page doctor = signedIn("vandijk", Screen.DESKTOP);
        doctor.navigate(address("/meetings"));
        assertThat(text(doctor)).contains("Gesprekken").doesNotContain(here.practiceName);
        fine(doctor, "");
        Page wally = signedIn("sanne", Screen.PHONE);
        wally.navigate(address("/meetings"));
        fine(wally, "");
        assertThat(wally.navigate(address("/coordination/meetings")).status()).isEqualTo(403);
        browser.complaints().clear();
    }
}

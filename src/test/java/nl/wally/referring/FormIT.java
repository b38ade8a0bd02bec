package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import nl.wally.ScreenIT;
import org.hl7.fhir.r4.model.ServiceRequest;

/** A GP at work with the form. */
abstract class FormIT extends ScreenIT {
    static final String QUESTION = "Ik slaap slecht, en er blijven rekeningen liggen.";
    static final String SEND = "form[action$='/refer'] button";

    /** The number of the person whom this test refers. */
    final String number = "P" + UUID.randomUUID().toString().substring(0, 8);

    /** What a GP types who has a patient called Thea at the desk. */
    void fill(Page page) {
        page.getByLabel("Voornaam").fill("Thea");
        page.getByLabel("Achternaam").fill("de Vries");
        page.getByLabel("Geboortedatum").fill("1971-05-14");
        page.getByLabel("Nummer in uw praktijk").fill(number);
        page.getByLabel("Telefoon").fill("06-00000099");
        page.getByLabel("Financiën").check();
        page.getByLabel("De vraag, in de woorden").fill(QUESTION);
        page.locator("input[value=all]").check();
    }

    static String placer(Page page) {
        return page.inputValue("[name=placer]");
    }

    /** The referrals that the practice has sent under the number of a form. */
    List<ServiceRequest> sentUnder(String placer) {
        return server.get("his-demo-1", "/ServiceRequest?identifier=" + placer).all(ServiceRequest.class);
    }

    ServiceRequest referral(String placer) {
        List<ServiceRequest> found = sentUnder(placer);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}

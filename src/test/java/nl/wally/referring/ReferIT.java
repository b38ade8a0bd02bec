package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import nl.wally.Browser.Screen;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.junit.jupiter.api.Test;

/** Doctor Van Dijk, whose HIS can do nothing yet, signs in and refers Thea. */
class ReferIT extends FormIT {
    @Test
    void sendsAReferralAndPrintsTheLetter() {
        Page page = signedIn("vandijk", Screen.PHONE);
        page.click("nav a[href$='/refer']");
        assertThat(page.locator(".who").innerText())
                .contains("Uw Wally: Sanne Bakker", "06-00000001", "maandag", "Belt uw patiënt uiterlijk op");
        fine(page, "referring/form");

        fill(page);
        String placer = placer(page);
        page.click(SEND);

        assertThat(page.locator("h1").innerText()).isEqualTo("De verwijzing is verstuurd");
        assertThat(text(page)).containsPattern("WAW-\\d{10}").contains("Thea de Vries", "Sanne Bakker");
        fine(page, "referring/sent");
        ServiceRequest referral = referral(placer);
        assertThat(referral.getNoteFirstRep().getText()).isEqualTo(QUESTION);
        assertThat(referral.getRequester().getReference()).isEqualTo("PractitionerRole/gp-1");
        assertThat(referral.getPriority()).isEqualTo(ServiceRequestPriority.ROUTINE);
        APIResponse letter = page.request()
                .get(address(page.getByText("Print de brief").last().getAttribute("href")));
        assertThat(letter.headers()).containsEntry("content-type", "application/pdf");
        assertThat(new String(letter.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    @Test
    void tellsAtItsFieldWhatIsMissingAndKeepsTheRest() {
        Page page = signedIn("vandijk", Screen.DESKTOP);
        page.navigate(address("/refer"));
        fill(page);
        String placer = placer(page);
        page.getByLabel("Achternaam").fill("");
        page.getByLabel("Nummer in uw praktijk").fill("999990019");
        page.click(SEND);

        assertThat(page.locator("[role=alert]").first().innerText())
                .contains("Het is nog niet verstuurd", "Vul de achternaam in.", "Dit lijkt op een BSN.");
        assertThat(page.locator("[aria-invalid=true]").count()).isEqualTo(2);
        assertThat(page.inputValue("[name='ask.question']")).isEqualTo(QUESTION);
        assertThat(page.getByLabel("Financiën").isChecked()).isTrue();
        assertThat(placer(page)).isEqualTo(placer);
        // The browser says of a page that is shown with 422 that it is.
        browser.complaints().clear();
        fine(page, "referring/missing");
        assertThat(sentUnder(placer)).isEmpty();

        page.getByLabel("Achternaam").fill("de Vries");
        page.getByLabel("Nummer in uw praktijk").fill(number);
        page.click(SEND);
        assertThat(page.locator("h1").innerText()).isEqualTo("De verwijzing is verstuurd");
        assertThat(referral(placer).getNoteFirstRep().getText()).isEqualTo(QUESTION);
    }

    @Test
    void showsTheFormAgainToWhoSendsNoneOfIt() {
        Page page = signedIn("vandijk", Screen.PHONE);
        page.navigate(address("/refer"));
        FormData strange = FormData.create()
                .set("_csrf", page.inputValue("form[action$='/refer'] [name=_csrf]"))
                .set("ask.areas[x]", "1")
                .set("person[0]", "1");
        APIResponse answer = page.request()
                .post(
                        address("/refer"),
                        RequestOptions.create()
                                .setHeader("Accept-Language", "nl")
                                .setForm(strange));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Dit formulier is niet meer compleet.");
    }

    /** W-7. */
    @Test
    void sendsNothingInACrisisAndSaysWhomToCall() {
        Page page = signedIn("vandijk", Screen.DESKTOP);
        page.navigate(address("/refer"));
        fill(page);
        page.getByLabel("Dit is een crisis").check();
        assertThat(page.locator(".in-crisis").innerText()).contains("112");
        assertThat(page.locator(SEND).isVisible()).isFalse();
        fine(page, "referring/crisis");

        page.getByLabel("Achternaam").press("Enter");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("Er is niets verstuurd");
        assertThat(page.locator(".in-crisis").isVisible()).isTrue();
        assertThat(sentUnder(placer(page))).isEmpty();

        page.getByLabel("Eerder, tijdens kantooruren").check();
        String placer = placer(page);
        page.click(SEND);
        assertThat(referral(placer).getPriority()).isEqualTo(ServiceRequestPriority.URGENT);
    }

    @Test
    void tellsTheWallyHowThePersonIsReached() {
        Page page = signedIn("vandijk", Screen.DESKTOP);
        page.navigate(address("/refer"));
        fill(page);
        page.getByText("Hoe en wanneer de patiënt te bereiken is").click();
        page.locator("[name='reach.safe'][value=no]").check();
        page.getByLabel("Wanneer wil de patiënt gebeld worden?").fill("Na vijf uur");
        page.getByLabel("Taal, als dat niet").selectOption("ar");
        page.getByLabel("Er is een tolk nodig").check();
        page.getByText("Wat u terug wilt horen").click();
        page.getByLabel("Wat wilt u weten?").fill("Is de huur betaald?");
        page.locator("input[value=share]").check();
        String placer = placer(page);
        page.click(SEND);

        assertThat(text(page)).contains("Het is niet veilig om deze patiënt thuis te bellen");
        ServiceRequest referral = referral(placer);
        assertThat(referral.getExtensionByUrl(Canonicals.EXTENSION_SAFE_TO_CALL)
                        .getValue()
                        .primitiveValue())
                .isEqualTo("false");
        assertThat(server.get("wally-demo-1", "/" + referral.getSubject().getReference())
                        .body())
                .contains("Na vijf uur", "\"ar\"");
    }
}

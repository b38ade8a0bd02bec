package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody was typing is there again after whatever comes between, for that person alone, until it has arrived. */
class KeptTextIT extends CoordinationIT {
    private static final String ENDING = "section[aria-labelledby=deed-T24] ";
    private static final String TEXT = ENDING + "textarea";
    private static final String TYPED = "De praktijk sluit per 1 januari.";

    @Autowired
    private JdbcTemplate jdbc;

    private ReferralLife referral;
    private Page page;

    @BeforeEach
    void elsTypes() {
        referral = here.refer();
        page = els(Screen.DESKTOP);
        page.navigate(address(path()));
        page.click(ENDING + "summary");
        page.check(ENDING + "input[value=other]");
        page.fill(TEXT, TYPED);
    }

    @Test
    void survivesASessionThatEnded() {
        nobodyIsSignedInAnyMore();
        page.click(ENDING + "button");
        assertThat(page.url()).contains("/sign-in?to=" + path());
        signIn(page, "els");
        chooseDistrict(page);
        assertThat(page.url()).endsWith(path());
        assertThat(page.locator("#restored").isVisible()).isTrue();
        assertThat(page.inputValue(TEXT)).isEqualTo(TYPED);
        assertThat(page.locator(TEXT).isVisible()).isTrue();
        assertThat(referral.task().getStatus()).isNotEqualTo(TaskStatus.CANCELLED);

        page.click(ENDING + "button");
        assertThat(text(page)).contains("Gelukt");
        assertThat(referral.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(kept()).isZero();
    }

    @Test
    void survivesAFormThatIsNotValidAnyMore() {
        page.evaluate("document.querySelectorAll('[name=_csrf]').forEach(field => field.value = 'older')");
        page.click(ENDING + "button");
        assertThat(text(page)).contains("Er is niets veranderd");
        page.navigate(address("/me"));
        page.navigate(address(path()));
        assertThat(page.inputValue(TEXT)).isEqualTo(TYPED);
    }

    @Test
    void survivesTheLossOfARace() {
        referral.change(here.coordinator, task -> task.setOwner(new Reference(here.bram)));
        page.click(ENDING + "button");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("Iemand anders heeft dit intussen");
        assertThat(text(page)).contains("Bram Smit");
        assertThat(page.inputValue(TEXT)).isEqualTo(TYPED);
        page.navigate(address("/me"));
        page.navigate(address(path()));
        assertThat(page.inputValue(TEXT)).isEqualTo(TYPED);
    }

    @Test
    void isNotForWhoeverSignsInNext() {
        nobodyIsSignedInAnyMore();
        page.navigate(address("/sign-in"));
        signIn(page, "sanne");
        page.navigate(address("/me"));
        assertThat(kept()).isZero();
    }

    @Test
    void isForgottenBySigningOut() {
        assertThat(kept()).isPositive();
        page.click("nav.account button");
        assertThat(page.url()).contains("/sign-in");
        assertThat(kept()).isZero();
    }

    private String path() {
        return "/coordination/referrals/" + District.id(referral.reference(Task.class));
    }

    private void nobodyIsSignedInAnyMore() {
        jdbc.update("delete from web_session where subject = 'els'");
    }

    private int kept() {
        return (int) page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('wally:')).length");
    }
}

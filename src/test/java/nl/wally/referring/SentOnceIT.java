package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import nl.wally.Browser.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever comes between, what a GP typed is sent once, and nothing of it is lost before. */
class SentOnceIT extends FormIT {
    @Autowired
    private JdbcTemplate jdbc;

    private Page page;
    private String placer;

    @BeforeEach
    void vanDijkTypes() {
        page = signedIn("vandijk", Screen.DESKTOP);
        page.navigate(address("/refer"));
        fill(page);
        placer = placer(page);
    }

    @Test
    void whenClickedTwiceWithAndWithoutScript() {
        page.dblclick(SEND);
        page.waitForURL("**/refer/sent/*");
        String sent = page.url();
        assertThat(sentUnder(placer)).hasSize(1);

        page.goBack();
        assertThat(placer(page)).isNotEqualTo(placer);
        fill(page);
        setPlacer(placer, page.inputValue("[name=opened]"));
        page.click(SEND);
        assertThat(page.locator("[role=alert]").first().innerText()).contains("Dit formulier is eerder verstuurd");
        page.getByText("Bekijk de verwijzing die is verstuurd").click();
        assertThat(page.url()).isEqualTo(sent);
    }

    @Test
    void whenTheAnswerGotLost() {
        page.route("**/refer", lost -> {
            if (lost.request().method().equals("POST")) {
                lost.fetch(new Route.FetchOptions().setMaxRedirects(0));
                lost.abort();
            } else {
                lost.resume();
            }
        });
        page.click(SEND, new Page.ClickOptions().setNoWaitAfter(true));
        assertThat(arrived()).isTrue();
        page.unroute("**/refer");

        page.navigate(address("/refer"));
        assertThat(page.locator("#restored").isVisible()).isTrue();
        assertThat(page.inputValue("[name='ask.question']")).isEqualTo(QUESTION);
        assertThat(placer(page)).as("the same form").isEqualTo(placer);
        page.click(SEND);
        assertThat(page.locator("h1").innerText()).isEqualTo("De verwijzing is verstuurd");
        assertThat(sentUnder(placer)).hasSize(1);
        browser.complaints().clear();
    }

    @Test
    void whenTheSessionEndsAndTheGpLooksElsewhere() {
        page.navigate(address("/me"));
        page.goBack();
        assertThat(page.inputValue("[name='ask.question']")).isEqualTo(QUESTION);
        jdbc.update("delete from web_session where subject = 'vandijk'");
        page.click(SEND);
        assertThat(page.url()).contains("/sign-in");
        signIn(page, "vandijk");
        assertThat(page.inputValue("[name='ask.question']")).isEqualTo(QUESTION);
        assertThat(page.getByLabel("Financiën").isChecked()).isTrue();
        page.click(SEND);
        assertThat(page.locator("h1").innerText()).isEqualTo("De verwijzing is verstuurd");
        assertThat(sentUnder(placer)).hasSize(1);
        page.navigate(address("/refer"));
        assertThat(page.inputValue("[name='ask.question']")).isEmpty();
    }

    private boolean arrived() {
        for (int look = 0; look < 600; look++) {
            if (sentUnder(placer).size() == 1) {
                return true;
            }
            page.waitForTimeout(100);
        }
        return false;
    }

    private void setPlacer(String to, String opened) {
        page.evaluate(
                "([placer, opened]) => { document.querySelector('[name=placer]').value = placer;"
                        + " document.querySelector('[name=opened]').value = opened; }",
                java.util.List.of(to, opened));
    }
}

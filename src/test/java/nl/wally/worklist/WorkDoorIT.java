package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Whatever a browser sends to the pages of a referral gets an answer, and nothing is done that no button does. */
class WorkDoorIT extends WorkIT {
    private static final List<String> PAGES = List.of("", "/clarification", "/feedback", "/onward", "/case");

    /** Of another page or another state, of nobody, and half. */
    private static final Map<String, List<String>> DEEDS = Map.of(
            "", List.of("", "nonsense", "T11", "T16", "clarify", "A02", "hand-over", "I01"),
            "/clarification", List.of("", "save", "finish"),
            "/feedback", List.of("", "preview", "interim", "completed:nonsense", "rejected"),
            "/onward", List.of("", "nonsense"),
            "/case", List.of("", "agree", "withdraw", "show"));

    @Test
    void nothingThatABrowserCanSendBreaksAPage() {
        ReferralLife thea = here.refer();
        Page page = sanne(Screen.DESKTOP);
        page.navigate(address(path(thea)));
        String version = page.locator("input[name=version]").first().getAttribute("value");
        String seen = page.locator("input[name=seen]").first().getAttribute("value");
        Map<String, String> asSeen = Map.of("version", version, "seen", seen, "beside", "1", "permitted", "true");
        DEEDS.forEach((below, deeds) -> deeds.forEach(deed -> {
            send(page, path(thea) + below, Map.of("deed", deed, "seen", "x/y"));
            Map<String, String> fields = new HashMap<>(asSeen);
            fields.put("deed", deed);
            send(page, path(thea) + below, fields);
        }));
        for (String text : List.of("\u0000", "x".repeat(100_000))) {
            Map<String, Object> fields = Map.of("version", version, "seen", seen, "deed", "note", "text", text);
            send(page, path(thea), fields);
            send(page, path(thea) + "/clarification", Map.of("deed", "save", "questions.tried", text));
            send(
                    page,
                    path(thea) + "/feedback",
                    Map.of("deed", "interim", "text", text, "version", version, "permitted", "true"));
        }
        for (String id : List.of("nonsense", "a%20b", "a".repeat(500))) {
            PAGES.forEach(below -> whole(page.request().get(address("/work/" + id + below)), id + below));
            send(page, "/work/" + id, Map.of("deed", "note"));
        }
        for (String query : List.of("number=%00", "number=a,b%7Cc", "number=" + "9".repeat(3000))) {
            whole(page.request().get(address("/work?" + query)), query);
        }
        whole(page.request().get(address("/work/ended?from=nonsense")), "a cursor");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.RECEIVED);
    }

    private void send(Page page, String path, Map<String, ?> fields) {
        FormData form = FormData.create().set("_csrf", token(page));
        fields.forEach((name, value) -> form.set(name, String.valueOf(value)));
        whole(
                page.request().post(address(path), RequestOptions.create().setForm(form)),
                path + " " + fields.get("deed"));
    }

    private static String token(Page page) {
        return page.locator("input[name=_csrf]").first().getAttribute("value");
    }

    private static void whole(APIResponse answer, String what) {
        assertThat(answer.status()).as(what).isLessThan(500);
        answer.dispose();
    }
}

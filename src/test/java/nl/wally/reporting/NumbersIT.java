package nl.wally.reporting;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.wally.Browser.Screen;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a coordinator sees of a year: counted of real referrals, published once, and shown to nobody else. */
class NumbersIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<String> AREAS =
            List.of("finances", "social-network", "finances", "mental-health", "finances", "housing", "work-education");

    @Autowired
    private FactSweep sweep;

    @Autowired
    private JdbcTemplate jdbc;

    /** What other tests did is not to be counted here. */
    @BeforeEach
    void nothingIsCounted() {
        jdbc.update("delete from published_group");
        jdbc.update("delete from published_quarter");
        jdbc.update("delete from referral_fact");
    }

    @Test
    void publishesAYearOnceAndNothingThatChangesItLater() {
        assertThat(text(open(signedIn("coordinator", Screen.PHONE)))).contains("Er zijn nog geen cijfers");
        Quarter now = Quarter.of(LocalDate.ofInstant(clock.instant(), AMSTERDAM));
        for (int back = 3; back > 0; back--) {
            played(now.first().minusMonths(3L * back), 40 + 15 * back);
        }
        List<ReferralLife> real = IntStream.range(0, 6)
                .mapToObj(n -> ReferralLife.begin(server, 1))
                .toList();
        helped(real.get(0));
        // A mistake never happened.
        ok(real.get(5).step("his-demo-1", TaskStatus.ENTEREDINERROR, Set.of(Guard.G_REASON)));
        lookedUp(real);
        assertThat(jdbc.queryForObject("select count(*) from published_quarter", Integer.class))
                .as("the last quarter may be young, this one is not over")
                .isBetween(2, 3);

        Instant later = now.end().plusDays(43).atStartOfDay(AMSTERDAM).toInstant();
        clock.jumpTo(later);
        sweep.run();
        assertThat(jdbc.queryForObject(
                        "select count(*) from referral_fact where received < ?", Integer.class, now.end()))
                .as("there is nothing left to count again")
                .isZero();
        Page page = open(signedIn("coordinator", Screen.DESKTOP));
        assertThat(text(page)).contains("Cijfers van " + now, "Nog niet afgesloten bij de telling", "samen geteld");
        String shown = text(page);
        fine(page, "reporting/few");

        clock.reset();
        ok(real.get(1).step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        clock.jumpTo(later);
        sweep.run();
        page.reload();
        assertThat(text(page)).as("what comes later changes nothing").isEqualTo(shown);

        page.selectOption("#quarter", Quarter.of(now.first().minusMonths(3)).toString());
        page.click("main form button");
        assertThat(text(page)).contains("Financiën", "Eerste contact");
        fine(page, "reporting/numbers");
        downloads(page, now);
        Page phone = open(signedIn("coordinator", Screen.PHONE));
        phone.selectOption("#quarter", Quarter.of(now.first().minusMonths(3)).toString());
        phone.click("main form button");
        fine(phone, "reporting/numbers");
    }

    @Test
    void areForCoordinatorsAlone() {
        Page page = signedIn("sanne", Screen.DESKTOP);
        assertThat(page.navigate(address("/numbers")).status()).isEqualTo(403);
        assertThat(page.request().get(address("/numbers/2026-Q1.csv")).status()).isEqualTo(403);
    }

    private void downloads(Page page, Quarter now) {
        APIResponse file = page.request().get(address("/numbers/" + now + ".csv"));
        assertThat(file.headers().get("content-disposition")).contains("waar-is-wally-" + now + ".csv");
        assertThat(file.text().lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line.split(";")).as(line).hasSize(5));
        assertThat(page.request().get(address("/numbers/1999-Q1.csv")).status()).isEqualTo(404);
        assertThat(page.request().get(address("/numbers?quarter=all")).status()).isEqualTo(404);
    }

    private Page open(Page page) {
        page.navigate(address("/numbers"));
        return page;
    }

    /** Sanne reaches the person at the second try, completes it, and the GP says to have read what she wrote. */
    private void helped(ReferralLife life) {
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        for (String result : List.of("no-answer", "reached")) {
            assertThat(server.post(SANNE, "/Communication", Messages.attempt(life.task(), result))
                            .status())
                    .isEqualTo(201);
        }
        ok(life.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        ok(life.step(SANNE, TaskStatus.COMPLETED, Set.of(Guard.G_OUTCOME, Guard.G_FEEDBACK)));
        Communication feedback = life.feedback().get(0);
        ok(server.put("his-demo-1", feedback.addExtension(Messages.read("PractitionerRole/gp-1"))));
    }

    /** Waits until all that happened to these has come through, and is found in what is stored of them. */
    private void lookedUp(List<ReferralLife> lives) {
        UUID helped = task(lives.get(0));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            sweep.run();
            assertThat(jdbc.queryForMap("select * from referral_fact where task = ?", helped))
                    .containsEntry("stale", false)
                    .containsEntry("organization", "Organization/social-1")
                    .containsEntry("practice", "Organization/practice-1")
                    .containsEntry("status", "completed")
                    .containsEntry("outcome", "helped")
                    .containsEntry("fetched", true)
                    .containsEntry("confirmed", true)
                    .doesNotContainValue(null);
            assertThat(jdbc.queryForList("select task from referral_fact where not stale", UUID.class))
                    .containsAll(lives.stream().limit(5).map(NumbersIT::task).toList())
                    .doesNotContain(task(lives.get(5)));
        });
    }

    private static UUID task(ReferralLife life) {
        return UUID.fromString(life.reference(Task.class).substring("Task/".length()));
    }

    /** So many referrals of a quarter, of all kinds. */
    private void played(LocalDate first, int referrals) {
        for (int n = 0; n < referrals; n++) {
            LocalDate received = first.plusDays(n * 89L / referrals);
            boolean ended = n % 5 != 4;
            boolean reached = n % 7 != 6;
            jdbc.update(
                    "insert into referral_fact values (?, false, ?, 'Organization/social-1', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    received,
                    "Organization/practice-" + (n % 3 == 0 ? 2 : 1),
                    AREAS.get(n % AREAS.size()),
                    ended ? n % 9 == 8 ? "cancelled" : "completed" : "in-progress",
                    ended ? n % 4 == 1 ? "referred-onward" : "helped" : null,
                    received.plusDays(n % 4),
                    reached ? received.plusDays(n % 4 + n % 9) : null,
                    ended ? received.plusDays(10 + n % 70) : null,
                    n % 11 != 10,
                    n % 3 != 0);
        }
    }
}

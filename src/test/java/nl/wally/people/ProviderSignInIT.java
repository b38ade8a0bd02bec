package nl.wally.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wally.Axe;
import nl.wally.Browser;
import nl.wally.Browser.Screen;
import nl.wally.access.AccessSlice;
import nl.wally.fhir.Custodies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real browser signs in at a provider of another author, with a login page of its own; and axe finds nothing on the pages on
 * the way, on a phone, in the light and in the dark.
 */
class ProviderSignInIT {
    private static final String IDENTITIES = """
            - issuer: %1$s
              subject: sanne
              capacity: social-worker
              organization: Organization/social-1
              practitioner-role: PractitionerRole/wally-1
            - {issuer: %1$s, subject: els, capacity: coordinator, organization: Organization/social-1}
            - {issuer: %1$s, subject: els, capacity: privacy-officer, organization: Organization/social-2}
            """;

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext provider;
    private static HikariDataSource database;
    private static ConfigurableApplicationContext node;
    private static String issuer;
    private static URI address;
    private static Browser browser;

    private final List<String> violations = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        provider = HonestProvider.start();
        issuer = HonestProvider.issuer(provider);
        database = PeopleSlice.database();
        Path secret = Files.writeString(folder.resolve("secret"), "client-geheim\n");
        Path identities = Files.writeString(folder.resolve("identities.yaml"), IDENTITIES.formatted(issuer));
        node = PeopleSlice.start(
                database,
                "wally.people.issuer=" + issuer,
                "wally.people.client-id=waar-is-wally",
                "wally.people.client-secret-file=" + secret,
                "wally.people.identities-file=" + identities);
        address = AccessSlice.address(node);
        HonestProvider.admit(provider, "waar-is-wally", "client-geheim", address);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable opened : new AutoCloseable[] {browser, node, database, provider}) {
            if (opened != null) {
                opened.close();
            }
        }
    }

    @BeforeEach
    void open() {
        page = browser.page(Screen.PHONE, ColorScheme.LIGHT);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void signIn(String name) {
        page.navigate(address + "/me");
        look("sign-in");
        page.click("a.button");
        page.fill("#username", name);
        page.fill("#password", HonestProvider.PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL(url -> url.startsWith(address.toString()));
    }

    /** Axe, and nothing to scroll sideways. */
    private void look(String name) {
        Axe.spots(page).forEach(spot -> violations.add(name + ": " + spot));
        if ((boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            violations.add(name + ": wider than the screen");
        }
    }

    @Test
    void aWallySignsInThroughTheProviderAndOutOfBoth() {
        signIn("sanne");
        assertThat(page.url()).isEqualTo(address + "/me");
        assertThat(page.textContent("main"))
                .contains("the one called PractitionerRole/wally-1", "the one called Organization/social-1");
        look("me");

        page.click("main button[type=submit]");
        page.waitForURL(address + "/sign-in*");
        assertThat(page.textContent("h1")).isEqualTo("Sign in");
        page.click("a.button");
        page.waitForSelector("#username");
        assertThat(page.url()).as("the provider asks again").startsWith(issuer + "/login");
        assertThat(violations).isEmpty();
        assertThat(browser.complaints())
                .as("nothing was held back")
                .noneMatch(said -> said.contains("Security Policy"));
    }

    @Test
    void whoHasTwoRolesChoosesByKeyboard() {
        signIn("els");
        assertThat(page.url()).isEqualTo(address + "/me/role");
        look("role");
        page.focus("input[type=radio]");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(address + "/me");
        assertThat(page.textContent("main")).contains("Privacy officer", "Organization/social-2");
        assertThat(violations).isEmpty();
    }

    @Test
    void whoHasNoRoleHearsSo() {
        signIn("nobody");
        assertThat(page.textContent("main")).contains("You have no role here yet", issuer, "nobody");
        look("unknown");
        page.navigate(address + "/me");
        assertThat(page.url()).isEqualTo(address + "/sign-in");
        assertThat(violations).isEmpty();
    }

    @Test
    void whoLeavesIsOutWhileAtWork() {
        signIn("sanne");
        Custodies custodies = node.getBean(Custodies.class);
        try {
            custodies.departs("PractitionerRole/wally-1", Optional.of(java.time.Instant.now()));
            page.reload();
            assertThat(page.url()).isEqualTo(address + "/sign-in");
            page.click("a.button");
            page.waitForSelector("main");
            assertThat(page.textContent("main")).contains("You have no role here yet");
        } finally {
            custodies.departs("PractitionerRole/wally-1", Optional.empty());
        }
    }

    /** The file is taken whole or not at all, also while the server runs. */
    @Test
    void whoIsTakenOutOfTheFileIsOutAndAMistakeInItChangesNothing() throws Exception {
        signIn("sanne");
        Path file = folder.resolve("identities.yaml");
        IdentitiesFile identities = node.getBean(IdentitiesFile.class);
        try {
            for (String broken : List.of("", "- {issuer: " + issuer + "}", "sanne")) {
                Files.writeString(file, broken);
                identities.look();
                page.reload();
                assertThat(page.url()).as(broken).isEqualTo(address + "/me");
            }
            Files.writeString(file, "[]");
            identities.look();
            page.reload();
            assertThat(page.url()).isEqualTo(address + "/sign-in");
        } finally {
            Files.writeString(file, IDENTITIES.formatted(issuer));
            identities.look();
        }
    }

    @Test
    void axeFindsNothingInTheDark() {
        page.context().close();
        page = browser.page(Screen.DESKTOP, ColorScheme.DARK);
        signIn("sanne");
        look("me");
        page.navigate(address + "/sign-in/callback?code=x&state=y");
        assertThat(page.textContent("h1")).isEqualTo("Signing in did not work");
        look("failed");
        assertThat(violations).isEmpty();
    }
}

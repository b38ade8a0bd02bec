package nl.wally.worklist;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import nl.wally.Answers;
import nl.wally.Browser.Screen;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.access.ClientRegistry;
import nl.wally.people.Accounts;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A Wally and her substitute at work on the pages, in a team of the test's own: nobody else's referrals are on their lists. */
abstract class WorkIT extends ScreenIT {
    private static final String SOURCE = "worklist-test";

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private Positions positions;

    private final List<Page> open = new ArrayList<>();

    protected Neighbourhood here;

    @BeforeEach
    void twoPeopleWork() {
        here = new Neighbourhood(server, clients);
        called(here.joris, "Joris Bos");
        var practice = server.read(Neighbourhood.COORDINATOR, here.practice(), Organization.class);
        Answers.ok(server.put(Neighbourhood.COORDINATOR, practice.setName("Huisartsen aan het Park")));
        positions.keep(SOURCE, List.of(position("mila", here.sanne), position("yilmaz", here.joris)));
    }

    @AfterEach
    void twoPeopleWorkNoMore() {
        positions.keep(SOURCE, List.of());
        // A list that is left open would go on asking.
        open.forEach(page -> page.context().close());
        open.clear();
    }

    /** Sanne, who has just come in: at her work list. */
    protected Page sanne(Screen screen) {
        return in("mila", screen);
    }

    /** Joris, likewise. */
    protected Page joris(Screen screen) {
        return in("yilmaz", screen);
    }

    private Page in(String account, Screen screen) {
        Page page = signedIn(account, screen);
        open.add(page);
        page.locator("label.choice", new Page.LocatorOptions().setHasText("Welzijn Deventer"))
                .click();
        page.click("main button[type=submit]");
        return page;
    }

    /** Signs the same person in once more, on the form that the page shows. */
    protected void again(Page page) {
        signIn(page, "mila");
        page.locator("label.choice", new Page.LocatorOptions().setHasText("Welzijn Deventer"))
                .click();
        page.click("main button[type=submit]");
    }

    /** Taps, and waits until the page that comes is whole. */
    protected static void tap(Page page, String what) {
        page.click(what);
        page.waitForLoadState();
    }

    protected static String path(ReferralLife life) {
        return "/work/" + life.reference(Task.class).substring("Task/".length());
    }

    /** The attempts to reach the person, as Sanne's own system sees them. */
    protected List<Communication> attempts(ReferralLife life) {
        return server.get(
                        here.sanne.client(),
                        "/Communication?category=contact-attempt&part-of=" + life.reference(Task.class))
                .all(Communication.class);
    }

    private void called(Neighbourhood.Person person, String name) {
        var role = server.read(Neighbourhood.COORDINATOR, person.role(), PractitionerRole.class);
        var practitioner =
                server.read(Neighbourhood.COORDINATOR, role.getPractitioner().getReference(), Practitioner.class);
        String[] parts = name.split(" ");
        practitioner.setName(
                List.of(new HumanName().setText(name).addGiven(parts[0]).setFamily(parts[1])));
        Answers.ok(server.put(Neighbourhood.COORDINATOR, practitioner));
    }

    private static Position position(String account, Neighbourhood.Person person) {
        return new Position(
                new Identity(Accounts.ISSUER, account), Capacity.SOCIAL_WORKER, Neighbourhood.SELF, person.role());
    }
}

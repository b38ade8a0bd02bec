package nl.wally.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import nl.wally.Browser.Screen;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ScreenIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The coordinator keeps the directory of offers, everybody who works with people finds something in it (W-5). */
class DirectoryScreenIT extends ScreenIT {
    private static final String HEADS = "Sleutel;Naam;Aanbieder;Omschrijving;Wachttijd\n";

    /** Unlike any other name, so that tests do not find each other's offers. */
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private OfferImports files;

    @Test
    void aWallyFindsAnOfferByAreaOfLifeAndByAnyWord() {
        Page page = signedIn("sanne", Screen.PHONE);
        page.navigate(address("/directory"));
        fine(page, "directory/list");

        page.fill("#text", "REKENINGEN orde");
        page.selectOption("#area", "finances");
        page.click("main button[type=submit]");
        assertThat(text(page)).contains("Financieel spreekuur").doesNotContain("Wandelgroep");

        page.click("text=Financieel spreekuur");
        assertThat(text(page)).contains("Buurthuis De Kaai", "2 weken", "Gewoon binnenlopen");
        assertThat(page.locator("a[href='tel:0570000203']").count()).isEqualTo(1);
        assertThat(page.locator("main .button").count())
                .as("a Wally changes nothing")
                .isZero();
        fine(page, "directory/offer");
        assertThat(page.navigate(address("/directory/edit")).status()).isEqualTo(403);
    }

    @Test
    void aCoordinatorAddsChangesAndEndsAnOffer() {
        Page page = signedIn("coordinator", Screen.DESKTOP);
        page.navigate(address("/directory"));
        fine(page, "directory/list");
        page.click("text=Aanbod toevoegen");

        page.fill("#name", "<b>Kookgroep</b> " + mark);
        page.fill("#provider", "Buurthuis " + mark);
        page.fill("#what", "Samen koken en eten.");
        page.check("input[value='Sociaal netwerk']");
        page.fill("#when", "soms op dinsdag");
        page.click("form[data-keep] button[type=submit]");
        assertThat(page.locator("#when-error").innerText()).contains("Schrijf dagen en tijden zo");
        assertThat(page.locator("#provider-error").innerText()).contains("Deze naam kennen we niet");
        assertThat(page.inputValue("#what")).isEqualTo("Samen koken en eten.");
        refused(page, "directory/edit-wrong");

        page.fill("#when", "di 17:00-19:30");
        page.check("input[name=newprovider]");
        page.click("form[data-keep] button[type=submit]");
        assertThat(page.locator("h1").innerText()).isEqualTo("<b>Kookgroep</b> " + mark);
        assertThat(text(page)).contains("Buurthuis " + mark, "di 17:00-19:30");
        fine(page, "directory/offer");

        // Two change it at once: who comes second loses no text, and sees what is there now.
        page.click("text=Wijzigen");
        String form = page.url();
        HealthcareService other = server.read(
                "coordinator-demo",
                "HealthcareService/" + form.substring(form.lastIndexOf('/') + 1),
                HealthcareService.class);
        assertThat(server.put("coordinator-demo", other.setComment("Ook voor beginners."))
                        .status())
                .isEqualTo(200);
        page.fill("#what", "Samen koken en eten, elke week.");
        page.click("form[data-keep] button[type=submit]");
        assertThat(text(page)).contains("Iemand anders heeft dit aanbod intussen gewijzigd", "Ook voor beginners.");
        assertThat(page.inputValue("#what")).isEqualTo("Samen koken en eten, elke week.");
        refused(page, "directory/edit-stale");
        page.click("form[data-keep] button[type=submit]");
        assertThat(text(page)).contains("Samen koken en eten, elke week.");

        page.click("text=Dit aanbod beëindigen");
        assertThat(text(page)).contains("Dit aanbod is beëindigd");
        page.navigate(address("/directory?text=" + mark));
        assertThat(text(page)).contains("Er is niets gevonden");
        page.navigate(address("/directory?ended=true&text=" + mark));
        assertThat(text(page)).contains("Kookgroep", "Beëindigd");
    }

    @Test
    void aFileIsShownFirstAndThenTakenAndTheSecondTimeChangesNothing() throws Exception {
        Page page = signedIn("coordinator", Screen.PHONE);
        page.navigate(address("/directory/import"));
        fine(page, "directory/import");

        upload(page, HEADS + mark + "-1;;Welzijn Deventer;;even\n");
        assertThat(text(page)).contains("Er staan 2 fouten", "Dit mag niet leeg zijn.", "Schrijf de wachttijd zo");
        refused(page, "directory/import-wrong");

        page.navigate(address("/directory/import"));
        upload(page, HEADS + "x".repeat(2_000_000));
        assertThat(page.locator("[role=alert]").innerText()).isEqualTo("Dit bestand is te groot: hoogstens 1 MB.");
        browser.complaints().clear();

        StringBuilder lines = new StringBuilder(HEADS);
        for (int number = 1; number <= 60; number++) {
            lines.append("%s-%d;Aanbod %d %s;Buurthuis %s;\"Regel een\nregel twee; met %s\";2 weken%n"
                    .formatted(mark, number, number, mark, mark, number == 1 ? "=1+1" : "koffie"));
        }
        page.navigate(address("/directory/import"));
        upload(page, lines.toString());
        assertThat(text(page)).contains("Nieuwe organisaties", "Buurthuis " + mark, "Regel 2:", "Aanbod 60 " + mark);
        fine(page, "directory/import-preview");
        page.click("text=Deze wijzigingen opslaan");
        assertThat(text(page)).contains("60 toegevoegd, 0 gewijzigd.");
        fine(page, "directory/imported");

        page.navigate(address("/directory/import"));
        upload(page, lines.toString().replace("Aanbod 7 ", "=cmd|'/C calc'!A0 "));
        assertThat(text(page))
                .contains("Gewijzigd aanbod", "=cmd|'/C calc'!A0 " + mark)
                .doesNotContain("Aanbod 8 ");
        page.click("text=Deze wijzigingen opslaan");
        assertThat(text(page)).contains("0 toegevoegd, 1 gewijzigd.");

        // What goes out, and in again, changes nothing; and no cell of it is a formula.
        page.navigate(address("/directory"));
        var download = page.waitForDownload(() -> page.click("text=Exporteren als CSV"));
        byte[] file = Files.readAllBytes(download.path());
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("'=cmd|", "Wandelgroep met coach");
        page.navigate(address("/directory/import"));
        upload(page, new String(file, StandardCharsets.UTF_8));
        assertThat(text(page)).contains("Alles in dit bestand staat al in de sociale kaart.");
    }

    /** As by two clicks, or on two nodes. */
    @Test
    void aFileIsTakenOnce() {
        UUID file = files.keep("Organization/social-1", HEADS);
        assertThat(files.takeOut(file, "Organization/another")).isEmpty();
        assertThat(files.takeOut(file, "Organization/social-1")).contains(HEADS);
        assertThat(files.takeOut(file, "Organization/social-1")).isEmpty();
        files.putBack(file, "Organization/social-1", HEADS);
        assertThat(files.find(file, "Organization/social-1")).contains(HEADS);
    }

    @Test
    void whatAnotherCoordinationOffersIsNotTakenOver() {
        HealthcareService theirs = offerOfAnotherCoordination();
        String id = theirs.getIdElement().getIdPart();
        Page page = signedIn("coordinator", Screen.DESKTOP);

        // By its id as the key, it is a new offer, and by the name of its provider none at all.
        page.navigate(address("/directory/import"));
        upload(page, HEADS + id + ";Overgenomen;Welzijn " + mark + ";;\n");
        assertThat(text(page)).contains("Een andere coördinator houdt het aanbod van deze organisatie bij.");

        page.navigate(address("/directory/" + id));
        assertThat(page.locator("main .button").count()).isZero();
        page.navigate(address("/directory/edit/" + id));
        page.fill("#name", "Overgenomen");
        page.click("form[data-keep] button[type=submit]");
        assertThat(page.locator("#provider-error").innerText())
                .isEqualTo("Een andere coördinator houdt het aanbod van deze organisatie bij.");
        assertThat(server.read("coordinator-demo", "HealthcareService/" + id, HealthcareService.class)
                        .getName())
                .isEqualTo("Wandelgroep met coach");
    }

    /** Fine, but for what a browser says of an answer that is no success. */
    private void refused(Page page, String picture) {
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        browser.complaints().clear();
        fine(page, picture);
    }

    private HealthcareService offerOfAnotherCoordination() {
        Organization social = Messages.example("Organization-social-1", Organization.class);
        Organization practice = Messages.example("Organization-practice-1", Organization.class);
        social = create("coordinator-demo", social.setName("Welzijn " + mark));
        practice = create("coordinator-demo", practice.setName("Praktijk " + mark));
        String client = "coordinator-" + mark;
        clients.register(new Caller(client, References.key(social), null, Capacity.COORDINATOR), "demo");
        CareTeam team = Messages.example("CareTeam-team-1", CareTeam.class);
        team.getParticipant()
                .removeIf(one -> !Codes.anyHas(one.getRole(), Canonicals.SYSTEM_TEAM_ROLE, "coordination"));
        team.getParticipantFirstRep().setMember(new Reference(References.key(social)));
        team.getManagingOrganizationFirstRep().setReference(References.key(practice));
        create(client, team);
        HealthcareService offer = Messages.example("HealthcareService-walking-group", HealthcareService.class);
        return create(client, offer.setProvidedBy(new Reference(References.key(social))));
    }

    @SuppressWarnings("unchecked")
    private <T extends Resource> T create(String client, T resource) {
        resource.setId((String) null);
        Answer answer = server.post(client, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return (T) answer.resource();
    }

    private static void upload(Page page, String content) {
        page.setInputFiles(
                "#file", new FilePayload("aanbod.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        Locator send = page.locator("main button[type=submit]");
        send.click();
    }
}

package nl.wally.story.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** What people then see. */
public class ThenSteps {
    private final World world;

    public ThenSteps(World world) {
        this.world = world;
    }

    @Then("staat de verwijzing bij {wie} op de lijst")
    public void isOnTheListOf(String who) {
        assertThat(referral().task().getOwner().getReference()).isEqualTo(world.the(who));
        assertThat(list(who)).hasSize(1);
    }

    @Then("heeft {wie} de verwijzing")
    public void isOwnedBy(String who) {
        assertThat(referral().task().getOwner().getReference()).isEqualTo(world.the(who));
    }

    @Then("ziet {wie} de verwijzing niet( meer)")
    public void doesNotSee(String who) {
        assertThat(list(who)).isEmpty();
    }

    @Then("is de verwijzing {word}")
    @Then("is de verwijzing nog {word}")
    @Then("is de verwijzing {string}")
    public void has(String status) {
        assertThat(referral().task().getStatus()).isEqualTo(Words.status(status));
    }

    @Then("staat de verwijzing in de wacht")
    public void isOnHold() {
        has("in de wacht");
    }

    @Then("ziet {wie} dat de verwijzing {word} is")
    public void sees(String who, String status) {
        assertThat(seen(who).getStatus()).isEqualTo(Words.status(status));
    }

    @Then("ziet {wie} hoe het staat: {string}")
    public void seesProgress(String who, String words) {
        assertThat(seen(who).getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo(Words.progress(words));
    }

    @Then("ziet {wie} dat Thea uiterlijk {dag} om {tijd} wordt gebeld")
    public void seesDue(String who, LocalDate day, LocalTime hour) {
        DateTimeType due = (DateTimeType) seen(who)
                .getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                .getValue();
        assertThat(due.getValue().toInstant())
                .isEqualTo(
                        day.atTime(hour).atZone(ZoneId.of("Europe/Amsterdam")).toInstant());
    }

    @Then("kan {wie} lezen: {string}")
    public void canRead(String who, String text) {
        assertThat(feedback(who)).contains(text);
    }

    @Then("ziet {wie} dat er {int} keer is gebeld")
    public void seesAttempts(String who, int times) {
        assertThat(attempts(who)).hasSize(times);
    }

    @Then("kan {wie} niet lezen wat er bij het bellen gebeurde")
    public void cannotReadAttempts(String who) {
        assertThat(attempts(who))
                .noneMatch(attempt -> attempt.hasExtension(Canonicals.EXTENSION_CONTACT_RESULT))
                .noneMatch(attempt -> attempt.hasPayload() || attempt.hasNote());
    }

    @Then("ziet {wie} dat de huisarts de terugkoppeling heeft gelezen")
    public void seesThatItWasRead(String who) {
        assertThat(communications(who, "based-on=" + referral().reference(CommunicationRequest.class)))
                .anyMatch(feedback -> feedback.hasExtension(Canonicals.EXTENSION_READ));
    }

    @Then("ziet {wie} dat thuis bellen niet veilig is")
    public void seesNotSafe(String who) {
        ServiceRequest seen =
                world.server().read(world.the(who), referral().reference(ServiceRequest.class), ServiceRequest.class);
        assertThat(seen.getExtensionByUrl(Canonicals.EXTENSION_SAFE_TO_CALL)
                        .getValue()
                        .primitiveValue())
                .isEqualTo("false");
    }

    @Then("krijgen {wie} en {wie} bericht dat de verwijzing is gestopt omdat {reden}")
    public void bothAreTold(String one, String other, String reason) {
        for (String who : List.of(one, other)) {
            List<Communication> notices = referral().notices(world.the(who));
            assertThat(notices).as(who).hasSize(1);
            assertThat(notices.get(0)
                            .getReasonCodeFirstRep()
                            .getCodingFirstRep()
                            .getCode())
                    .isEqualTo(reason);
            assertThat(world.server().json(notices.get(0))).as("geen inhoud").doesNotContain("Ik slaap slecht");
        }
    }

    @Then("ziet {wie} dat {wie} heeft verwezen")
    public void seesWhoReferred(String who, String gp) {
        assertThat(seen(who).getRequester().getDisplay()).isEqualTo(gp);
    }

    @Then("vindt {wie} de verwijzing van iemand die nog niet bekend is")
    public void findsUnregistered(String who) {
        String criteria = "requester=" + world.the("de praktijk") + "&_id=" + id();
        assertThat(world.server().get(world.the(who), "/Task?" + criteria).all(Task.class))
                .hasSize(1);
    }

    @Then("ziet {wie} dat er in het team een plek leeg is")
    public void seesGap(String who) {
        String id = world.the("het team").substring("CareTeam/".length());
        assertThat(world.server()
                        .get(world.the(who), "/CareTeam?gap=gt2020-01-01&_id=" + id)
                        .all(CareTeam.class))
                .hasSize(1);
    }

    @Then("wordt dat geweigerd: {string}")
    public void isRefused(String why) {
        assertThat(World.words(world.refusal())).contains(why);
    }

    @Then("mag dat niet( meer)")
    public void mayNot() {
        world.refusal();
    }

    @Then("is er niets verstuurd")
    public void nothingWasSent() {
        assertThat(world.referralIfAny()).isEmpty();
    }

    @Then("is het één verwijzing gebleven")
    public void isOne() {
        world.expectNothingRefused();
        assertThat(world.the("de verwijzing van nu")).isEqualTo(world.the("de verwijzing van eerst"));
        assertThat(list("de coördinator")).hasSize(1);
    }

    @Then("ziet {wie} dat er nu niemand naar de verwijzing kijkt")
    public void isFlagged(String who) {
        Answer found = world.server().get(world.the(who), "/Task?unattended=gt2020-01-01&_id=" + id());
        assertThat(found.all(Task.class)).as(found.body()).hasSize(1);
    }

    @Then("kijkt er weer iemand naar de verwijzing")
    public void isNotFlagged() {
        assertThat(referral().task().hasExtension(Canonicals.EXTENSION_UNATTENDED))
                .isFalse();
    }

    @Then("wacht de huisarts nergens meer op")
    public void nothingIsAwaited() {
        assertThat(referral().request().getStatus().toCode()).isIn("completed", "revoked", "entered-in-error");
        assertThat(referral().referral().getStatus().toCode()).isNotEqualTo("active");
    }

    private ReferralLife referral() {
        world.expectNothingRefused();
        return world.referral();
    }

    private String id() {
        return referral().reference(Task.class).substring("Task/".length());
    }

    private Task seen(String who) {
        return world.server().read(world.the(who), referral().reference(Task.class), Task.class);
    }

    private List<Task> list(String who) {
        return world.server().get(world.the(who), "/Task?_id=" + id()).all(Task.class);
    }

    private List<Communication> communications(String who, String criteria) {
        return world.server().get(world.the(who), "/Communication?" + criteria).all(Communication.class);
    }

    private List<Communication> attempts(String who) {
        return communications(
                who, "category=contact-attempt&part-of=" + referral().reference(Task.class));
    }

    private List<String> feedback(String who) {
        return communications(who, "based-on=" + referral().reference(CommunicationRequest.class)).stream()
                .map(feedback ->
                        feedback.getPayloadFirstRep().getContentStringType().getValue())
                .toList();
    }
}

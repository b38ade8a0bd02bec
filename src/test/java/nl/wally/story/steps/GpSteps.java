package nl.wally.story.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationPriority;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What a GP does, in the own information system. */
public class GpSteps {
    private final World world;
    private Bundle message;

    public GpSteps(World world) {
        this.world = world;
    }

    @Given("{wie} heeft Thea verwezen")
    @When("{wie} Thea verwijst")
    public void refers(String gp) {
        send(gp, bundle -> {});
    }

    @When("{wie} Thea met spoed verwijst")
    public void refersUrgently(String gp) {
        send(gp, bundle -> priority(bundle, "urgent"));
    }

    @When("{wie} Thea verwijst omdat het een crisis is")
    public void refersCrisis(String gp) {
        send(gp, bundle -> priority(bundle, "stat"));
    }

    @When("{wie} Thea verwijst zonder dat zij het goed vindt")
    public void refersWithoutConsent(String gp) {
        send(gp, bundle -> Messages.part(bundle, Consent.class).setStatus(Consent.ConsentState.INACTIVE));
    }

    @Given("{wie} heeft Thea verwezen; zij wil niet dat de huisarts hoort waar het over gaat")
    public void refersWithoutPermissionForContent(String gp) {
        send(
                gp,
                bundle -> Messages.part(bundle, Consent.class)
                        .getProvision()
                        .getProvision()
                        .removeIf(provision -> provision
                                .getCodeFirstRep()
                                .getCodingFirstRep()
                                .getCode()
                                .equals("feedback-to-gp")));
    }

    @Given("{wie} heeft Thea verwezen; thuis bellen is niet veilig")
    public void refersNotSafe(String gp) {
        send(
                gp,
                bundle -> Messages.part(bundle, ServiceRequest.class)
                        .getExtensionByUrl(Canonicals.EXTENSION_SAFE_TO_CALL)
                        .setValue(new BooleanType(false)));
    }

    @When("{wie} Thea verwijst met haar burgerservicenummer erbij")
    public void refersWithBsn(String gp) {
        send(
                gp,
                bundle -> Messages.part(bundle, Patient.class)
                        .addIdentifier(new Identifier()
                                .setSystem("http://fhir.nl/fhir/NamingSystem/bsn")
                                .setValue("999990019")));
    }

    @When("{wie} Thea verwijst en om {wie} vraagt")
    public void refersTo(String gp, String wanted) {
        send(
                gp,
                bundle -> Messages.part(bundle, ServiceRequest.class)
                        .setPerformer(List.of(new Reference(world.the(wanted)))));
    }

    @When("{wie}, die waarneemt voor {wie}, Thea verwijst")
    public void locumRefers(String locum, String gp) {
        String practice = world.the(gp);
        send(gp, bundle -> {
            Reference unregistered = new Reference(practice).setDisplay(locum);
            Messages.part(bundle, ServiceRequest.class).setRequester(unregistered.copy());
            Messages.part(bundle, Task.class).setRequester(unregistered.copy());
            Messages.part(bundle, CommunicationRequest.class)
                    .setRequester(unregistered.copy())
                    .setRecipient(List.of(new Reference(practice)));
        });
    }

    @When("dezelfde verwijzing per ongeluk nog een keer wordt verstuurd")
    public void sendsAgain() {
        String before = world.referral().reference(Task.class);
        Answer again = world.server().post(world.the("de praktijk"), "", message);
        world.answered(again);
        world.meet(
                "de verwijzing van nu",
                "Task/" + again.first(Task.class).getIdElement().getIdPart());
        world.meet("de verwijzing van eerst", before);
    }

    @When("{wie} Thea opnieuw verwijst, in plaats van de eerdere verwijzing")
    public void refersAgain(String gp) {
        Bundle next = message.copy();
        ServiceRequest referral = Messages.part(next, ServiceRequest.class);
        referral.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
        referral.addReplaces(new Reference(world.referral().reference(ServiceRequest.class)));
        world.referred(ReferralLife.begin(world.server(), world.the(gp), next));
        message = next;
    }

    @Given("{wie} heeft de verwijzing ingetrokken")
    @When("{wie} de verwijzing intrekt")
    public void withdraws(String gp) {
        world.answered(world.referral()
                .change(
                        world.the(gp),
                        task -> task.setStatus(TaskStatus.CANCELLED)
                                .setStatusReason(ReferralLife.reason("withdrawn-by-gp"))));
    }

    @When("{wie} meldt dat het de verkeerde persoon is")
    public void wrongPerson(String who) {
        world.answered(world.referral()
                .change(
                        world.the(who),
                        task -> task.setStatus(TaskStatus.ENTEREDINERROR)
                                .setStatusReason(ReferralLife.reason("wrong-person"))));
    }

    @When("Thea tegen {wie} zegt dat zij haar toestemming intrekt")
    public void consentIsWithdrawn(String who) {
        world.answered(world.server()
                .put(world.the(who), world.referral().consent().setStatus(Consent.ConsentState.INACTIVE)));
    }

    @When("{wie} de terugkoppeling heeft gelezen")
    public void confirmsReading(String gp) {
        Communication feedback = world.referral().feedback().get(0);
        feedback.addExtension(Messages.read(world.the("de rol van " + gp)));
        world.answered(world.server().put(world.the(gp), feedback));
    }

    private void send(String gp, Consumer<Bundle> change) {
        message = world.directory().referral(world.the(gp), world.the("de rol van " + gp));
        change.accept(message);
        Answer answer = world.server().post(world.the(gp), "", message);
        if (answer.status() == 200) {
            world.referred(ReferralLife.begin(world.server(), world.the(gp), message));
        } else {
            world.answered(answer);
        }
    }

    private static void priority(Bundle bundle, String code) {
        Messages.part(bundle, ServiceRequest.class).setPriority(ServiceRequestPriority.fromCode(code));
        Messages.part(bundle, Task.class).setPriority(TaskPriority.fromCode(code));
        Messages.part(bundle, CommunicationRequest.class).setPriority(CommunicationPriority.fromCode(code));
    }
}

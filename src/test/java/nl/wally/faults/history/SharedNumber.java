package nl.wally.faults.history;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import nl.wally.Messages;
import nl.wally.faults.history.OnceOnly.Deed;
import nl.wally.faults.history.OnceOnly.Duplicate;
import nl.wally.faults.history.OnceOnly.Found;
import nl.wally.faults.history.OnceOnly.NotFound;
import nl.wally.faults.history.OnceOnly.Sent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;

/** A number of a HIS, under which some send one referral and some another, for as long as anybody thinks of it. */
final class SharedNumber {
    private final Bundle one = Messages.referral(1);
    private final Bundle another = one.copy();
    private final Identifier number = Messages.part(one, ServiceRequest.class).getIdentifierFirstRep();
    private final History<Deed> history = new History<>();

    SharedNumber() {
        Messages.part(another, ServiceRequest.class).getNoteFirstRep().setText("Ik slaap weer goed.");
    }

    /** Sends a referral under it, or looks whether there is one. */
    void visit(Visitor visitor) throws InterruptedException {
        switch (visitor.below(5)) {
            case 0, 1 -> look(visitor);
            case 2 -> send(visitor, another, "another");
            default -> send(visitor, one, "one");
        }
    }

    List<Operation<Deed>> operations() {
        return history.operations();
    }

    private void send(Visitor visitor, Bundle referral, String content) throws InterruptedException {
        long invoked = History.now();
        visitor.ask(
                "",
                (node, request) -> request.header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofString(node.json(referral))),
                answer -> {
                    if (answer.status() == 200) {
                        history.answered(
                                visitor.number(), invoked, new Sent(content, id(answer.first(ServiceRequest.class))));
                    } else if (answer.status() == 409 && answer.problems().contains("duplicate")) {
                        history.answered(visitor.number(), invoked, new Duplicate(content));
                    } else {
                        visitor.wonder(answer);
                    }
                },
                () -> history.unanswered(visitor.number(), invoked, new Sent(content, "")));
    }

    void look(Visitor visitor) throws InterruptedException {
        long invoked = History.now();
        visitor.ask(
                "/ServiceRequest?identifier=" + number.getSystem() + "%7C" + number.getValue(),
                (node, request) -> request.GET(),
                answer -> {
                    if (answer.status() != 200) {
                        visitor.wonder(answer);
                        return;
                    }
                    String found = answer.all(ServiceRequest.class).stream()
                            .map(SharedNumber::id)
                            .collect(Collectors.joining(" and "));
                    history.answered(visitor.number(), invoked, found.isEmpty() ? new NotFound() : new Found(found));
                },
                () -> {});
    }

    private static String id(ServiceRequest referral) {
        return referral.getIdElement().getIdPart();
    }
}

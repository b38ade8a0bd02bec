package nl.wally.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.InstanceOperation;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.simulator.Simulations.Part;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Looks how a referral stands, and what its owner may do with it now. */
@Component
@WithDemoRegion
class RobotEyes {
    private final Store store;
    private final Referrals referrals;
    private final InstanceOperation actions;

    RobotEyes(Store store, Referrals referrals, List<InstanceOperation> operations) {
        this.store = store;
        this.referrals = referrals;
        this.actions = operations.stream()
                .filter(operation -> operation.name().equals("available-actions"))
                .findFirst()
                .orElseThrow();
    }

    /** How it stands; empty when nobody owns it or anything of it is missing. */
    Optional<View> look(Part part) {
        Optional<Task> task = store.read(part.reference(), Task.class);
        List<Referral> rows = referrals
                .of(List.of(part.task().toString()))
                .getOrDefault(part.task().toString(), List.of());
        Optional<PractitionerRole> owner =
                task.flatMap(one -> store.read(References.key(one.getOwner()), PractitionerRole.class));
        if (task.isEmpty() || rows.size() != 1 || owner.isEmpty()) {
            return Optional.empty();
        }
        var caller = new Caller(
                "simulator",
                References.key(owner.get().getOrganization()),
                References.key(owner.get()),
                Caller.Capacity.SOCIAL_WORKER);
        Parameters offered = actions.answer(caller, task.get(), rows);
        return feedbackRequest(rows.get(0))
                .map(request -> new View(task.get(), request, caller, offered, hasOpenQuestion(rows.get(0))));
    }

    private Optional<CommunicationRequest> feedbackRequest(Referral referral) {
        return referrals.arrived(referral.id()).stream()
                .flatMap(reference -> store.read(reference, CommunicationRequest.class).stream())
                .findFirst();
    }

    private boolean hasOpenQuestion(Referral referral) {
        return referrals.file(referral.id()).stream()
                .flatMap(reference -> store.read(reference, Task.class).stream())
                .anyMatch(task -> Codes.has(task.getCode(), Canonicals.SYSTEM_TASK_CODE, "provide-information")
                        && task.getStatus() == TaskStatus.REQUESTED);
    }

    /**
     * A referral as it stood at one moment.
     *
     * @param owner in whose name the robot acts
     * @param offered what the owner may do, as {@code $available-actions} says
     */
    record View(Task task, CommunicationRequest request, Caller owner, Parameters offered, boolean hasOpenQuestion) {
        /** Whether somebody has made this move already. */
        boolean isDone(Move move) {
            return move.to().filter(status -> status == task.getStatus()).isPresent();
        }

        boolean offers(Move move) {
            return offered.getParameter().stream().anyMatch(action -> leadsTo(action, move) || isFor(action, move));
        }

        RobotMessages messages(Instant now) {
            return new RobotMessages(task, request, now);
        }

        private static boolean leadsTo(ParametersParameterComponent action, Move move) {
            return action.getPart().stream()
                    .anyMatch(part -> part.getName().equals("status")
                            && part.getValue() instanceof CodeType status
                            && move.to()
                                    .filter(to -> to.toCode().equals(status.getValue()))
                                    .isPresent());
        }

        private static boolean isFor(ParametersParameterComponent action, Move move) {
            return action.getPart().stream()
                    .anyMatch(part -> part.getName().equals("code")
                            && part.getValue() instanceof Coding code
                            && move.action().equals(code.getCode()));
        }
    }
}

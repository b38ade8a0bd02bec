package nl.wally.fhir;

import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Takes a submission through all stages, in one transaction. */
@Component
public class Pipeline {
    private static final Set<Stage> JUDGING = EnumSet.of(Stage.RECOGNISE, Stage.RESOLVE, Stage.DECIDE);

    private static final Set<Stage> REHEARSED = EnumSet.range(Stage.ADMIT, Stage.VALIDATE);

    private final HapiTransactionService transactions;
    private final List<Step> steps;

    Pipeline(HapiTransactionService transactions, List<Step> steps) {
        this.transactions = transactions;
        this.steps = steps.stream().sorted(Comparator.comparing(Step::stage)).toList();
    }

    /**
     * Does what is asked, all of it or nothing.
     *
     * @return the resources requested, as they are stored now, in the order of the request
     * @throws RefusedException when any step refuses
     */
    public List<Resource> submit(Submission submission) {
        return transactions.withSystemRequest().execute(status -> run(submission, EnumSet.allOf(Stage.class)));
    }

    /**
     * Does what is asked up to where it would be stored, and undoes it: the submission then holds what would have come of
     * it. Nothing is left, neither in the database nor in a number given out.
     *
     * @throws RefusedException when any step refuses
     */
    public void rehearse(Submission submission) {
        transactions.withSystemRequest().execute(status -> {
            status.setRollbackOnly();
            return run(submission, REHEARSED);
        });
    }

    private List<Resource> run(Submission submission, Set<Stage> stages) {
        for (Stage stage : stages) {
            RequestAtHand.current().ifPresent(RequestAtHand::requireAwaited);
            try {
                run(submission, stage);
            } catch (RefusedException refused) {
                throw submission.located(
                        JUDGING.contains(stage) && submission.isNewReferral()
                                ? refused.and(brokenProfiles(submission))
                                : refused);
            } catch (RuntimeException stumbled) {
                if (stage == Stage.DECIDE) {
                    // Rules may rely on what the profiles demand: when that was broken, the client must hear of it.
                    run(submission, Stage.VALIDATE);
                }
                throw stumbled;
            }
            if (submission.answer().isPresent()) {
                return submission.answer().get();
            }
        }
        return submission.requested().stream().map(Change::after).toList();
    }

    /** Who builds a link hears of everything that is wrong with a message, not of one stage after the other. */
    private List<Refusal> brokenProfiles(Submission submission) {
        try {
            run(submission, Stage.VALIDATE);
            return List.of();
        } catch (RefusedException broken) {
            return broken.refusals();
        }
    }

    private void run(Submission submission, Stage stage) {
        steps.stream().filter(step -> step.stage() == stage).forEach(step -> step.run(submission));
    }
}

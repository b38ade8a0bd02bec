package nl.wally.fhir;

import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import java.util.Comparator;
import java.util.List;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Takes a submission through all stages, in one transaction. */
@Component
public class Pipeline {
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
        return transactions.withSystemRequest().execute(status -> run(submission));
    }

    private List<Resource> run(Submission submission) {
        for (Stage stage : Stage.values()) {
            try {
                run(submission, stage);
            } catch (RefusedException refused) {
                throw refused;
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

    private void run(Submission submission, Stage stage) {
        steps.stream().filter(step -> step.stage() == stage).forEach(step -> step.run(submission));
    }
}

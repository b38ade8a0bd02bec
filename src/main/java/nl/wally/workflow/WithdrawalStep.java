package nl.wally.workflow;

import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller.Capacity;
import org.springframework.stereotype.Component;

/**
 * Ends what is open of a referral once the person no longer permits sharing: with the change of the Consent that says so,
 * and with the first write to a referral whose consent has lapsed by itself.
 */
@Component
class WithdrawalStep implements Step {
    private final Withdrawal withdrawal;

    WithdrawalStep(Withdrawal withdrawal) {
        this.withdrawal = withdrawal;
    }

    @Override
    public Stage stage() {
        return Stage.END;
    }

    @Override
    public void run(Submission submission) {
        // A referral that replaces another has locked that one, and says nothing of its consent.
        if (submission.opened().isEmpty()) {
            ReferralFile.of(submission)
                    .filter(referral -> hasLapsed(submission, referral) || withdrawal.isIn(submission, referral))
                    .ifPresent(referral -> withdrawal.end(submission, referral));
        }
    }

    /** That somebody reads what was sent to the GP is no occasion. */
    private static boolean hasLapsed(Submission submission, Referral referral) {
        boolean writes =
                !submission.requested().isEmpty() || submission.caller().capacity() == Capacity.SYSTEM;
        return referral.at(submission.now()).withdrawn() && writes;
    }
}

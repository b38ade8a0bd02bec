package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.Locale;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.NumberForm;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.springframework.stereotype.Component;

/** A referral number as people write it down: {@code waw 482 109 3757}, or just its digits. */
@Component
class TypedReferralNumber implements NumberForm {
    private static final String LETTERS = "WAW";

    @Override
    public String system() {
        return Canonicals.REFERRAL_NUMBER;
    }

    /** Digits alone may be a number of the sender as well. */
    @Override
    public boolean isMeant(String typed) {
        return bare(typed).matches(LETTERS + "[0-9]{10}");
    }

    @Override
    public String stored(String typed) {
        String bare = bare(typed);
        String digits = bare.startsWith(LETTERS) ? bare.substring(LETTERS.length()) : bare;
        if (!digits.matches("[0-9]{10}")) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "",
                    words("A referral number is WAW- and ten digits; spaces, dashes and WAW- itself may be left out"));
        }
        String number = LETTERS + "-" + digits;
        if (!ReferralNumber.isValid(number)) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "",
                    words(
                            "There cannot be such a referral number: a digit is wrong, or two have changed places (the last"
                                    + " one is a check digit). Have the number read out once more"));
        }
        return number;
    }

    private static String bare(String typed) {
        return typed.replaceAll("[\\h\\-–—.]", "").toUpperCase(Locale.ROOT);
    }
}

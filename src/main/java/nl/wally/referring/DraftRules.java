package nl.wally.referring;

import static nl.wally.shared.Words.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.wally.shared.Words;

/**
 * What is still missing in a form, told at its fields. It judges no referral: that is for the intake, which judges what comes
 * from here like everything else. It only says in plain words, before anything is sent, what would be refused.
 */
final class DraftRules {
    private static final int LONGEST = 4_000;

    private final Map<String, Words> faults = new LinkedHashMap<>();

    private DraftRules() {}

    /**
     * What is wrong, by the name of the field, in the order of the form; empty when it can be sent.
     */
    static Map<String, Words> judge(Draft draft, LocalDate today) {
        DraftRules rules = new DraftRules();
        rules.form(draft);
        rules.person(draft.person(), today);
        rules.need(
                !draft.reach().phone().isEmpty() || !draft.reach().email().isEmpty(),
                "reach.phone",
                words("Give a telephone number, or an e-mail address."));
        rules.ask(draft.ask(), today);
        rules.agreement(draft.agreement(), draft.person(), today);
        return rules.faults;
    }

    /** When the form was opened; empty when no form of ours says so. */
    static Optional<Instant> opened(Draft draft) {
        try {
            Instant opened = Instant.parse(draft.opened());
            return isWritable(opened.atOffset(ZoneOffset.UTC).getYear()) ? Optional.of(opened) : Optional.empty();
        } catch (DateTimeException strange) {
            return Optional.empty();
        }
    }

    private void form(Draft draft) {
        need(
                !draft.placer().isEmpty() && opened(draft).isPresent(),
                "",
                words("This form is not complete any more. Open it again."));
    }

    private void person(Draft.Person person, LocalDate today) {
        need(!person.family().isEmpty(), "person.family", words("Fill in the surname."));
        need(!person.number().isEmpty(), "person.number", words("Fill in the number of the patient in your practice."));
        // W-10. What the HIS gave is a number of its own.
        need(
                !person.system().isEmpty() || !looksLikeBsn(person.number()),
                "person.number",
                words(
                        "This looks like a citizen service number (BSN). It does not belong here: fill in the number that your own"
                                + " system gives."));
        if (!person.born().isEmpty()) {
            need(
                    person.birthDate().filter(born -> !born.isAfter(today)).isPresent(),
                    "person.born",
                    words("This is no date of birth."));
        }
    }

    private void ask(Draft.Ask ask, LocalDate today) {
        need(
                !ask.areas().isEmpty() || !ask.codes().isEmpty(),
                "ask.areas",
                words("Choose an area of life, or a code of ICPC."));
        need(!ask.question().isEmpty(), "ask.question", words("Write down the question in the words of the patient."));
        need(ask.question().length() <= LONGEST, "ask.question", words("This is too much text for one time."));
        if (!ask.wanted().isEmpty()) {
            need(
                    day(ask.wanted()).filter(wanted -> !wanted.isBefore(today)).isPresent(),
                    "ask.wanted",
                    words("Choose a day to come."));
        }
        // W-7: nothing of it leaves this page.
        need(
                !ask.urgency().equals("crisis"),
                "ask.urgency",
                words("Nothing was sent: a Wally is no help in a crisis. See below whom to call."));
    }

    /** W-2. */
    private void agreement(Draft.Agreement agreement, Draft.Person person, LocalDate today) {
        need(
                !agreement.permits().isEmpty(),
                "agreement.permits",
                words("Without the consent of the person nothing can be shared."));
        need(
                day(agreement.day())
                        .filter(day -> !day.isAfter(today)
                                && person.birthDate().filter(day::isBefore).isEmpty())
                        .isPresent(),
                "agreement.day",
                words("Fill in the day on which the patient agreed, today at the latest."));
    }

    /** Nine digits that pass the test of eleven. */
    private static boolean looksLikeBsn(String number) {
        String digits = number.replaceAll("[ .-]", "");
        if (!digits.matches("\\d{9}")) {
            return false;
        }
        int sum = IntStream.range(0, 8)
                .map(at -> (9 - at) * (digits.charAt(at) - '0'))
                .sum();
        return (sum - (digits.charAt(8) - '0')) % 11 == 0;
    }

    /** The day that stands there, if it is one. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> isWritable(day.getYear()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** FHIR writes a year in four digits. */
    private static boolean isWritable(int year) {
        return year >= 1_000 && year <= 9_999;
    }

    private void need(boolean holds, String field, Words otherwise) {
        if (!holds) {
            faults.putIfAbsent(field, otherwise);
        }
    }
}

package nl.wally.story.steps;

import static java.util.Map.entry;

import java.util.Map;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What people call what the server has a code for. */
final class Words {
    private static final Map<String, TaskStatus> STATUSES = Map.of(
            "verstuurd", TaskStatus.REQUESTED,
            "ontvangen", TaskStatus.RECEIVED,
            "aangenomen", TaskStatus.ACCEPTED,
            "begonnen", TaskStatus.INPROGRESS,
            "in de wacht", TaskStatus.ONHOLD,
            "afgerond", TaskStatus.COMPLETED,
            "teruggegeven", TaskStatus.REJECTED,
            "gestopt", TaskStatus.FAILED,
            "ingetrokken", TaskStatus.CANCELLED,
            "een vergissing", TaskStatus.ENTEREDINERROR);

    private static final Map<String, String> PROGRESS = Map.ofEntries(
            entry("overgedragen", "handed-over"),
            entry("geprobeerd te bellen", "contact-attempted"),
            entry("huisbezoek geweest", "intake-done"),
            entry("tussentijds teruggekoppeld", "interim-feedback-sent"),
            entry("wacht op informatie", "awaiting-information"),
            entry("doorverwezen", "referred-onward"),
            entry("verzoek om te stoppen", "cancellation-requested"));

    private static final Map<String, String> REASONS = Map.ofEntries(
            entry("zij zorg nodig heeft", "needs-care"),
            entry("zij niet te bereiken is", "unreachable"),
            entry("zij zelf is gestopt", "client-stopped"),
            entry("er geen plaats is", "no-capacity"),
            entry("zij op vakantie is", "client-holiday"),
            entry("zij in het ziekenhuis ligt", "client-hospital"),
            entry("de huisarts de verwijzing intrekt", "withdrawn-by-gp"),
            entry("de toestemming is ingetrokken", "consent-withdrawn"),
            entry("het de verkeerde persoon is", "wrong-person"),
            entry("de dienst is gestopt", "service-stopped"));

    private Words() {}

    static TaskStatus status(String word) {
        return known(STATUSES, word);
    }

    static String progress(String words) {
        return known(PROGRESS, words);
    }

    static String reason(String words) {
        return known(REASONS, words);
    }

    private static <T> T known(Map<String, T> meanings, String word) {
        if (!meanings.containsKey(word)) {
            throw new IllegalArgumentException("'" + word + "' is geen van: " + meanings.keySet());
        }
        return meanings.get(word);
    }
}

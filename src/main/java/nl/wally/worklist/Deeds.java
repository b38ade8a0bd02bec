package nl.wally.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.dossier.Deed;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * What somebody may do with a referral now: exactly what {@code $available-actions} offers.
 *
 * @param status of the Task of the referral
 * @param all with the Task of the referral
 * @param beside with the open Tasks beside it, by their id
 */
record Deeds(TaskStatus status, List<Deed> all, Map<String, List<Deed>> beside) {
    static final String ATTEMPT = "contact-attempt";
    static final String HAND_OVER = "hand-over";
    static final String PROGRESS = "progress";
    static final String NOTE = "note";
    static final String ADDENDUM = "addendum";
    static final String QUESTION = "I01";
    static final String WITHDRAW = "withdraw-consent";
    static final String TAKE_BACK = "I03";
    static final String STOP = "A02";
    static final String GO_ON = "A03";
    /** Makes an appointment for the talk: the start, or progress and a remark. */
    static final String PLAN = "plan";

    /** What somebody does with one tap: a contact attempt with this result. */
    static final Set<String> RESULTS = Set.of("reached", "no-answer", "voicemail", "no-show");

    static final String START = "T10";

    Deeds {
        all = List.copyOf(all);
        beside = Map.copyOf(beside);
    }

    public boolean has(String code) {
        return named(code).isPresent();
    }

    /** Whether it may be done with this Task beside the referral. */
    public boolean has(String task, String code) {
        return beside.getOrDefault(task, List.of()).stream()
                .anyMatch(deed -> deed.code().equals(code));
    }

    /** Steps that need nothing but a tap: to open, accept, start, go on. */
    public List<Deed> steps() {
        return all.stream().filter(Deed::isBareStep).toList();
    }

    /** To put it on hold until a day; empty when that cannot be. */
    public Optional<Deed> hold() {
        return all.stream()
                .filter(deed -> deed.needs(Problem.RESUME_DATE_MISSING))
                .findFirst();
    }

    /** To whom it can be handed over. */
    public List<String> successors() {
        return named(HAND_OVER).map(Deed::options).orElse(List.of());
    }

    /** How far it can be now; that it was handed over comes with the deed, not by itself. */
    public List<String> progress() {
        return named(PROGRESS).map(Deed::options).orElse(List.of()).stream()
                .filter(code -> !code.equals("handed-over"))
                .toList();
    }

    /** Whether an appointment for the talk can be made: with the start, or once it has started. */
    public boolean plan() {
        return has(START) || status == TaskStatus.INPROGRESS && has(NOTE);
    }

    /** What is to be done by a form of this name; empty when it is not offered. */
    Optional<Deed> of(Form form) {
        String name = form.deed();
        String task = form.value("beside");
        if (!task.isEmpty()) {
            return beside.getOrDefault(task, List.of()).stream()
                    .filter(deed -> deed.code().equals(name))
                    .findFirst();
        }
        if (RESULTS.contains(name)) {
            return named(ATTEMPT);
        }
        if (name.equals(PLAN)) {
            return plan() ? named(START).or(() -> named(NOTE)) : Optional.empty();
        }
        return named(name);
    }

    /** Those that have a page of their own, which is there. */
    public List<Deed> on(Annex annex) {
        return all.stream().filter(annex::does).toList();
    }

    private Optional<Deed> named(String code) {
        return all.stream().filter(deed -> deed.code().equals(code)).findFirst();
    }

    /** The codes of all, for their names. */
    List<String> codes() {
        List<String> codes = new ArrayList<>(all.stream().map(Deed::code).toList());
        beside.values().forEach(deeds -> deeds.forEach(deed -> codes.add(deed.code())));
        return codes.stream().distinct().toList();
    }
}

package nl.wally.worklist.onward;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** W-5: where to is recorded, as outputs of the Task; how the person was handed over, as a remark beside them. */
final class OnwardRules {
    private static final String ONWARD = "onward-referral";
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_NAME = 100;

    private OnwardRules() {}

    /**
     * What somebody filled in.
     *
     * @param version of the Task that they have seen
     * @param offers references of chosen offers, for instance {@code HealthcareService/debt-desk}
     * @param elsewhere a place that is not in the directory, in words
     * @param handOver code of {@link HandOver}; empty when nothing is said of it
     * @param on a day as a browser sends it
     * @param with with whom it was agreed
     */
    record Form(
            String version,
            List<String> offers,
            String elsewhere,
            String handOver,
            String on,
            String with,
            String text,
            String area) {
        Form {
            offers = List.copyOf(offers);
        }

        Form seen(String otherVersion) {
            return new Form(otherVersion, offers, elsewhere, handOver, on, with, text, area);
        }
    }

    /**
     * What is wrong with it, by field; empty when it can be recorded.
     *
     * @param open references of the offers to which people can go now
     */
    static Map<String, Words> faults(Form form, Set<String> open, LocalDate today) {
        Map<String, Words> faults = new LinkedHashMap<>();
        if (form.offers().isEmpty() && form.elsewhere().isBlank()) {
            faults.put("offers", words("Choose an offer, or write down where the person goes."));
        } else if (!open.containsAll(form.offers())) {
            faults.put("offers", words("One of these offers has ended in the meantime. Choose again."));
        }
        if (form.elsewhere().length() > LONGEST_PLACE) {
            faults.put("elsewhere", words("This is too long: at most {0} characters.", LONGEST_PLACE));
        }
        if (form.with().length() > LONGEST_NAME) {
            faults.put("with", words("This is too long: at most {0} characters.", LONGEST_NAME));
        }
        if (!form.on().isEmpty() && day(form.on()).isEmpty()) {
            faults.put("on", words("This is not a day."));
        } else if (day(form.on())
                .filter(day -> day.isAfter(today.plusYears(1)) || day.isBefore(today.minusYears(1)))
                .isPresent()) {
            faults.put("on", words("This day is more than a year away."));
        }
        if (HandOver.of(form.handOver()).isEmpty() && !(form.on() + form.with()).isBlank()) {
            faults.put("handover", words("Choose how the person goes there."));
        }
        return faults;
    }

    /**
     * Records it on a Task. Where somebody was brought already is not written twice.
     *
     * @param names what the chosen offers are called, by reference
     * @param author who writes this
     * @param mayTell whether the practice, who reads the Task too, may know of the content
     */
    static Task record(
            Task task, Form form, Map<String, String> names, StringType author, Instant now, boolean mayTell) {
        Set<String> before = places(task).collect(Collectors.toSet());
        Stream.concat(
                        form.offers().stream().map(Reference::new),
                        Stream.of(form.elsewhere().strip())
                                .filter(place -> !place.isEmpty())
                                .map(StringType::new))
                .map(Type.class::cast)
                .filter(place -> !before.contains(place(place)))
                .forEach(place -> task.addOutput()
                        .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, ONWARD))
                        .setValue(place));
        Optional<HandOver> how = HandOver.of(form.handOver());
        if (mayTell && how.isPresent()) {
            String to = Stream.concat(
                            form.offers().stream().map(offer -> names.getOrDefault(offer, offer)),
                            Stream.of(form.elsewhere().strip()))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(" en "));
            task.addNote(new Annotation()
                    .setAuthor(author)
                    .setTime(Date.from(now))
                    .setText(how.get().remark(to, day(form.on()), form.with().strip())));
        }
        if (task.getStatus() == TaskStatus.INPROGRESS) {
            task.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "referred-onward"));
        }
        return task;
    }

    /** References of the offers and organisations, and the words, that the Task has already. */
    static Stream<String> places(Task task) {
        return task.getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, ONWARD))
                .map(output -> place(output.getValue()))
                .filter(place -> !place.isEmpty());
    }

    private static String place(Type value) {
        return value instanceof Reference reference
                ? References.key(reference)
                : value instanceof StringType text ? text.getValueNotNull() : "";
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}

package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Deed;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.shared.Codes;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who has a referral and how it stands, without its story; and what the coordinator may do about it. */
@Controller
final class ReferralController {
    private static final String OTHER = "other";
    private static final String HAND_OVER = "hand-over";
    private static final String TEAM = "team";

    private final Screens screens;
    private final InHouse house;
    private final Region region;
    private final Concepts concepts;
    private final Days days;
    private final Dossiers dossiers;

    ReferralController(Screens screens, InHouse house, Region region, Concepts concepts, Days days, Dossiers dossiers) {
        this.screens = screens;
        this.house = house;
        this.region = region;
        this.concepts = concepts;
        this.days = days;
        this.dossiers = dossiers;
    }

    @GetMapping(CoordinationConfig.REFERRALS + "/{id}")
    void show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(house.read(Task.class, id), Form.sent(request), request, response);
    }

    /** Each way is one update of the Task, as it was seen. */
    @PostMapping(CoordinationConfig.REFERRALS + "/{id}")
    void act(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Task task = house.read(Task.class, id);
        Form form = Form.sent(request);
        String code = form.value("deed");
        Optional<Deed> deed =
                deeds(task).stream().filter(one -> one.code().equals(code)).findFirst();
        if (deed.isEmpty()) {
            form.refuse(new RefusedException(Problem.TRANSITION_NOT_ALLOWED));
        } else {
            apply(deed.get(), form, task);
        }
        if (form.update(house, task)) {
            Screens.lead(request, response, CoordinationConfig.REFERRALS + "/" + id + "?done=" + code);
        } else {
            show(house.read(Task.class, id), form, request, response);
        }
    }

    private static void apply(Deed deed, Form form, Task task) {
        if (isEnding(deed)) {
            String reason = form.value("reason");
            if (!deed.reasons().contains(reason)) {
                form.reject("reason", words("Choose a reason."));
            }
            String text = form.text("text");
            if (reason.equals(OTHER) && text.isEmpty()) {
                form.reject("text", words("Say which reason. Write nothing about the person."));
            }
            task.setStatus(TaskStatus.fromCode(deed.status()));
            task.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, reason));
            if (!text.isEmpty()) {
                task.getStatusReason().setText(text);
            }
            return;
        }
        String person = form.value("person");
        if (!deed.options().contains(person)) {
            form.reject("person", words("Choose somebody."));
        } else if (deed.code().equals(HAND_OVER)) {
            task.setOwner(new Reference(person));
        } else {
            task.getRestriction().addRecipient(new Reference(person));
        }
    }

    /** What a coordinator does on this page; a note would be part of the story. */
    private List<Deed> deeds(Task task) {
        return dossiers.deeds(task.getIdElement().getIdPart()).stream()
                .filter(deed -> isEnding(deed)
                        ? !deed.reasons().isEmpty()
                        : Stream.of(HAND_OVER, TEAM).anyMatch(deed.code()::equals)
                                && !deed.options().isEmpty())
                // To end it comes last.
                .sorted(Comparator.comparing(ReferralController::isEnding))
                .toList();
    }

    /** Whether it ends the referral: no other deed of a coordinator changes the status. */
    private static boolean isEnding(Deed deed) {
        return !deed.status().isEmpty();
    }

    private void show(Task task, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        List<Deed> deeds = deeds(task);
        AddressBook names = region.named(named(task, deeds));
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("today", days.today());
        facts.put("version", task.getMeta().getVersionId());
        facts.put("id", task.getIdElement().getIdPart());
        facts.put("number", Dossier.numberOf(task));
        facts.put("practice", names.name(Dossier.practiceOf(task)));
        facts.put("owner", names.person(References.key(task.getOwner())));
        facts.put(
                "others",
                task.getRestriction().getRecipient().stream()
                        .map(References::key)
                        .filter(other -> !other.equals(References.key(task.getOwner())))
                        .map(names::name)
                        .toList());
        facts.put("status", Tasks.says(task));
        facts.put("urgent", task.getPriority() == Task.TaskPriority.URGENT);
        facts.put("progress", called(Canonicals.SYSTEM_BUSINESS_STATUS, task, language));
        facts.put("sent", days.of(task.getAuthoredOn()));
        facts.put("due", day(task, Canonicals.EXTENSION_FIRST_CONTACT_DUE));
        facts.put("late", day(task, Canonicals.EXTENSION_OVERDUE));
        facts.put("unattended", day(task, Canonicals.EXTENSION_UNATTENDED));
        facts.put(
                "deeds",
                deeds.stream().map(deed -> shown(deed, names, language)).toList());
        screens.show(request, response, form.status(), "coordination/referral", facts);
    }

    private static List<String> named(Task task, List<Deed> deeds) {
        return Stream.of(
                        Stream.of(Dossier.practiceOf(task), References.key(task.getOwner())),
                        task.getRestriction().getRecipient().stream().map(References::key),
                        deeds.stream().flatMap(deed -> deed.options().stream()))
                .flatMap(references -> references)
                .toList();
    }

    private Shown shown(Deed deed, AddressBook names, Language language) {
        return new Shown(
                deed.code(),
                concepts.called(Canonicals.SYSTEM_ACTION, deed.code(), language).orElse(deed.code()),
                isEnding(deed),
                deed.options().stream()
                        .map(person -> new Choice(person, names.name(person)))
                        .toList(),
                deed.reasons().stream()
                        .map(reason -> new Choice(
                                reason,
                                concepts.called(Canonicals.SYSTEM_STATUS_REASON, reason, language)
                                        .orElse(reason)))
                        .toList());
    }

    private String called(String system, Task task, Language language) {
        return Codes.of(task.getBusinessStatus(), system).stream()
                .findFirst()
                .flatMap(code -> concepts.called(system, code, language))
                .orElse("");
    }

    private Optional<java.time.LocalDate> day(Task task, String extension) {
        return task.getExtensionsByUrl(extension).stream()
                .map(mark -> days.of(((BaseDateTimeType) mark.getValue()).getValue()))
                .findFirst();
    }

    /** Something that the coordinator may do, as the page shows it. */
    record Shown(String code, String title, boolean ending, List<Choice> people, List<Choice> reasons) {}
}

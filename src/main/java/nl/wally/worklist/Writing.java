package nl.wally.worklist;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.dossier.Deed;
import nl.wally.dossier.Dossier;
import nl.wally.shared.Codes;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What a tap or a form of the page of a referral becomes: one transaction, as a system of the social side would send it. */
final class Writing {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.forLanguageTag("nl"));

    /** How far it can be after the first talk: an appointment for another one sets that back no more. */
    private static final Set<String> TALKED =
            Set.of("intake-done", "support-running", "referred-onward", "interim-feedback-sent");

    /**
     * Who does it.
     *
     * @param role for instance {@code PractitionerRole/wally-1}
     * @param name with which a remark is signed: an Annotation cannot refer to a role
     */
    record Writer(String role, String name) {}

    private final Dossier dossier;
    private final Form form;
    private final Writer writer;
    private final Instant now;
    private final Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);

    private Writing(Dossier dossier, Form form, Writer writer, Instant now) {
        this.dossier = dossier;
        this.form = form;
        this.writer = writer;
        this.now = now;
    }

    /**
     * @param dossier as it is now; each update names the version that the person has seen
     * @param deed what is offered
     * @param form what is filled in, and good
     */
    static Bundle of(Dossier dossier, Deed deed, Form form, Writer writer, Instant now) {
        Writing writing = new Writing(dossier, form, writer, now);
        writing.write(deed);
        return writing.bundle;
    }

    private void write(Deed deed) {
        Task task = dossier.task();
        if (Deeds.RESULTS.contains(form.deed())) {
            attempt(task);
            return;
        }
        switch (form.deed()) {
            case Deeds.PLAN -> put(planned(task));
            case Deeds.HAND_OVER -> put(noted(task.setOwner(new Reference(form.value("person")))));
            case Deeds.PROGRESS -> put(progressed(task, form.value("progress")));
            case Deeds.NOTE -> put(noted(task));
            case Deeds.ADDENDUM -> put(added(task));
            case Deeds.QUESTION -> question(task);
            case Deeds.WITHDRAW -> dossier.papers().consent().ifPresent(this::withdrawn);
            case Deeds.TAKE_BACK, Deeds.STOP, Deeds.GO_ON -> beside(deed);
            default -> put(stepped(task, deed));
        }
    }

    /** Whoever calls the person has accepted the referral; how far it is shows that somebody tried. */
    private void attempt(Task task) {
        Communication attempt = new Communication();
        attempt.setStatus(CommunicationStatus.COMPLETED);
        attempt.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "contact-attempt"));
        attempt.addExtension(
                Canonicals.EXTENSION_CONTACT_RESULT, Codes.concept(Canonicals.SYSTEM_CONTACT_RESULT, form.deed()));
        attempt.addMedium(
                Codes.concept(Canonicals.PARTICIPATION_MODE, form.deed().equals("no-show") ? "PHYSICAL" : "PHONE"));
        attempt.addPartOf(new Reference(References.key(task)));
        attempt.setSubject(task.getFor().copy());
        attempt.addRecipient(task.getFor().copy());
        attempt.setSender(new Reference(writer.role())).setSent(Date.from(now));
        post(attempt);
        if (isBeforeTheStart(task) && !dossier.standing().progress().equals("contact-attempted")) {
            put(progressed(task.setStatus(TaskStatus.ACCEPTED), "contact-attempted"));
        } else if (form.deed().equals("no-show") && task.getStatus() == TaskStatus.INPROGRESS) {
            put(progressed(task, "no-show"));
        }
    }

    private static boolean isBeforeTheStart(Task task) {
        return List.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED)
                .contains(task.getStatus());
    }

    private Task planned(Task task) {
        String day = form.day("day").map(DAY::format).orElseThrow();
        Words said = form.value("time").isEmpty()
                ? words("Talk planned on {0}.", day)
                : words("Talk planned on {0} at {1}.", day, form.value("time"));
        remark(task, said.in(Language.DUTCH));
        return TALKED.contains(dossier.standing().progress())
                ? task
                : progressed(task.setStatus(TaskStatus.INPROGRESS), "intake-planned");
    }

    /** Work that starts without an appointment has begun by itself. */
    private Task stepped(Task task, Deed deed) {
        task.setStatus(TaskStatus.fromCode(deed.status()));
        if (deed.code().equals(Deeds.START)) {
            progressed(task, "support-running");
        }
        if (deed.needs(Problem.RESUME_DATE_MISSING)) {
            LocalDate day = form.day("day").orElseThrow();
            task.getExtension().removeIf(extension -> Canonicals.EXTENSION_RESUME_DATE.equals(extension.getUrl()));
            task.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType(day.toString()));
            task.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, form.value("reason")));
            text().ifPresent(task.getStatusReason()::setText);
        }
        return task;
    }

    private static Task progressed(Task task, String progress) {
        return task.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, progress));
    }

    private Task noted(Task task) {
        text().ifPresent(text -> remark(task, text));
        return task;
    }

    private void remark(Task task, String text) {
        task.addNote(annotation(text));
    }

    private Task added(Task task) {
        task.addOutput()
                .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                .setValue(annotation(form.value("text")));
        return task;
    }

    private Annotation annotation(String text) {
        return new Annotation()
                .setText(text)
                .setAuthor(new StringType(writer.name()))
                .setTime(Date.from(now));
    }

    private void question(Task task) {
        CommunicationRequest question = new CommunicationRequest();
        question.setStatus(CommunicationRequestStatus.ACTIVE);
        question.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "information-request"));
        question.addBasedOn(task.getFocus().copy());
        question.setSubject(task.getFor().copy());
        question.setAuthoredOn(Date.from(now)).setRequester(new Reference(writer.role()));
        question.addPayload().setContent(new StringType(form.value("text")));
        String url = "urn:uuid:" + UUID.randomUUID();
        post(question).setFullUrl(url);

        Task asked = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        asked.setCode(Codes.concept(Canonicals.SYSTEM_TASK_CODE, "provide-information"));
        asked.addPartOf(new Reference(References.key(task)));
        asked.setFor(task.getFor().copy()).setFocus(new Reference(url));
        asked.setAuthoredOn(Date.from(now)).setRequester(new Reference(writer.role()));
        post(asked);
    }

    private void beside(Deed deed) {
        dossier.papers().beside().stream()
                .filter(task -> task.getIdElement().getIdPart().equals(form.value("beside")))
                .findFirst()
                .ifPresent(task -> {
                    Task stepped = noted(task.copy()).setStatus(TaskStatus.fromCode(deed.status()));
                    put(stepped, form.value("seen-beside"));
                });
    }

    private void withdrawn(Consent consent) {
        put(consent.copy().setStatus(ConsentState.INACTIVE), consent.getMeta().getVersionId());
    }

    private Optional<String> text() {
        return Optional.of(form.value("text")).filter(text -> !text.isEmpty());
    }

    private BundleEntryComponent post(Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    private void put(Task task) {
        put(task, form.value("version"));
    }

    private void put(Resource resource, String version) {
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.key(resource))
                .setIfMatch("W/\"" + version + "\"");
    }
}

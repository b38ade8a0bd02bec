package nl.wally.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/**
 * A Task without the person's story: who has it and how it stands, in codes, references and times; nothing that anybody
 * wrote, nothing that came in or out. Whoever sees it so can still write what is seen; the rest stays as it is stored, and
 * nothing tells what that is.
 */
final class StoryRules {
    /** What is seen, and how it is taken over from one Task into another. */
    private static final Map<String, BiConsumer<Task, Task>> SEEN = new TreeMap<>();

    /** What the server writes for everybody to see, and the date that goes with on-hold. */
    private static final Set<String> EXTENSIONS = Set.of(
            Canonicals.EXTENSION_FIRST_CONTACT_DUE,
            Canonicals.EXTENSION_OVERDUE,
            Canonicals.EXTENSION_UNATTENDED,
            Canonicals.EXTENSION_RESUME_DATE,
            Canonicals.EXTENSION_PRACTICE);

    static {
        SEEN.put("identifier", (from, to) -> to.setIdentifier(from.getIdentifier()));
        SEEN.put("basedOn", (from, to) -> to.setBasedOn(from.getBasedOn()));
        SEEN.put("partOf", (from, to) -> to.setPartOf(from.getPartOf()));
        SEEN.put("status", (from, to) -> to.setStatus(from.getStatus()));
        SEEN.put("statusReason", (from, to) -> to.setStatusReason(from.getStatusReason()));
        SEEN.put("businessStatus", (from, to) -> to.setBusinessStatus(from.getBusinessStatus()));
        SEEN.put("intent", (from, to) -> to.setIntent(from.getIntent()));
        SEEN.put("priority", (from, to) -> to.setPriority(from.getPriority()));
        SEEN.put("code", (from, to) -> to.setCode(from.getCode()));
        SEEN.put("focus", (from, to) -> to.setFocus(from.getFocus()));
        SEEN.put("for", (from, to) -> to.setFor(from.getFor()));
        SEEN.put("executionPeriod", (from, to) -> to.setExecutionPeriod(from.getExecutionPeriod()));
        SEEN.put("authoredOn", (from, to) -> to.setAuthoredOnElement(from.getAuthoredOnElement()));
        SEEN.put("lastModified", (from, to) -> to.setLastModifiedElement(from.getLastModifiedElement()));
        SEEN.put("requester", (from, to) -> to.setRequester(from.getRequester()));
        SEEN.put("owner", (from, to) -> to.setOwner(from.getOwner()));
        SEEN.put(
                "restriction",
                (from, to) -> to.getRestriction()
                        .setRecipient(from.getRestriction().getRecipient())
                        .setPeriod(from.getRestriction().getPeriod()));
        SEEN.put("extension", (from, to) -> {
            to.getExtension().removeIf(extension -> EXTENSIONS.contains(extension.getUrl()));
            to.getExtension().addAll(from.getExtension());
        });
    }

    private StoryRules() {}

    /** What is seen of it: made anew, so that no word comes along in an extension or a display. */
    static Task seen(Task whole) {
        Task seen = new Task();
        whole.getIdentifier().forEach(number -> seen.addIdentifier(bare(number)));
        whole.getBasedOn().forEach(referral -> seen.addBasedOn(bare(referral)));
        whole.getPartOf().forEach(task -> seen.addPartOf(bare(task)));
        seen.setStatus(whole.getStatus());
        seen.setStatusReason(bare(whole.getStatusReason()));
        seen.setBusinessStatus(bare(whole.getBusinessStatus()));
        seen.setIntent(whole.getIntent());
        seen.setPriority(whole.getPriority());
        seen.setCode(bare(whole.getCode()));
        seen.setFocus(bare(whole.getFocus()));
        seen.setFor(bare(whole.getFor()));
        seen.setExecutionPeriod(bare(whole.getExecutionPeriod()));
        seen.setAuthoredOnElement(bare(whole.getAuthoredOnElement()));
        seen.setLastModifiedElement(bare(whole.getLastModifiedElement()));
        seen.setRequester(named(whole.getRequester()));
        seen.setOwner(bare(whole.getOwner()));
        whole.getRestriction()
                .getRecipient()
                .forEach(member -> seen.getRestriction().addRecipient(bare(member)));
        seen.getRestriction().setPeriod(bare(whole.getRestriction().getPeriod()));
        whole.getExtension().stream()
                .filter(extension -> EXTENSIONS.contains(extension.getUrl()))
                .forEach(extension -> seen.addExtension(bare(extension)));
        return seen;
    }

    /**
     * What becomes of what is stored when this is sent by somebody who saw it without its story; empty when it says more
     * than can be seen. The words of a statusReason are the sender's own where the reason is a new one.
     */
    static Optional<Task> written(Task stored, Task sent) {
        Task before = seen(stored);
        withoutDisplays(before);
        Task said = sent.copy();
        said.setId((String) null);
        said.setMeta(null);
        withoutDisplays(said);
        boolean newReason = !Base.compareDeep(before.getStatusReason(), bare(said.getStatusReason()), true);
        String words = newReason ? said.getStatusReason().getText() : null;
        if (newReason) {
            said.getStatusReason().setText(null);
        }
        if (!seen(said).equalsDeep(said)) {
            return Optional.empty();
        }
        Task written = stored.copy();
        SEEN.forEach((element, take) -> {
            if (!Base.compareDeep(values(before, element), values(said, element), true)) {
                take.accept(said, written);
            }
        });
        if (words != null) {
            written.getStatusReason().setText(words);
        }
        return Optional.of(written);
    }

    /** A name beside a reference or a code says nothing of its own. */
    private static void withoutDisplays(Base element) {
        if (element instanceof Reference reference) {
            reference.setDisplay(null);
        }
        if (element instanceof Coding coding) {
            coding.setDisplay(null);
        }
        for (Property property : element.children()) {
            property.getValues().stream().filter(Objects::nonNull).forEach(StoryRules::withoutDisplays);
        }
    }

    private static List<Base> values(Task task, String element) {
        return task.getNamedProperty(element).getValues().stream()
                .filter(value -> value != null && !value.isEmpty())
                .toList();
    }

    private static Identifier bare(Identifier number) {
        return new Identifier().setSystem(number.getSystem()).setValue(number.getValue());
    }

    private static Reference bare(Reference reference) {
        return new Reference(reference.getReference());
    }

    /** A locum who is not registered yet signs with a name beside the practice: the coordinator has to register somebody. */
    private static Reference named(Reference requester) {
        Reference named = bare(requester);
        return String.valueOf(requester.getReference()).startsWith("Organization/")
                ? named.setDisplay(requester.getDisplay())
                : named;
    }

    private static CodeableConcept bare(CodeableConcept concept) {
        CodeableConcept bare = new CodeableConcept();
        concept.getCoding()
                .forEach(
                        coding -> bare.addCoding().setSystem(coding.getSystem()).setCode(coding.getCode()));
        return bare;
    }

    private static Period bare(Period period) {
        return new Period().setStartElement(bare(period.getStartElement())).setEndElement(bare(period.getEndElement()));
    }

    private static DateTimeType bare(BaseDateTimeType time) {
        return new DateTimeType(time.getValueAsString());
    }

    private static Extension bare(Extension whole) {
        Extension bare = new Extension().setUrl(whole.getUrl());
        if (whole.getValue() instanceof Reference reference) {
            bare.setValue(bare(reference));
        } else if (whole.getValue() instanceof BaseDateTimeType time) {
            BaseDateTimeType moment = (BaseDateTimeType) time.copy();
            moment.setExtension(null).setId(null);
            bare.setValue(moment);
        }
        return bare;
    }
}

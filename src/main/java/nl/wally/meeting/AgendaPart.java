package nl.wally.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import nl.wally.conformance.Canonicals;
import nl.wally.meeting.Agenda.AgendaItem;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/** How one referral of an agenda is answered, see OperationDefinition {@code waw-agenda}. */
final class AgendaPart {
    private AgendaPart() {}

    static void add(AgendaItem item, ParametersParameterComponent part, Instant now) {
        Task task = item.task();
        put(part, "number", new StringType(item.number()));
        put(part, "task", new Reference(References.key(task)));
        put(part, "status", new CodeType(task.getStatus().toCode()));
        task.getBusinessStatus().getCoding().stream().findFirst().ifPresent(coding -> put(part, "progress", coding));
        item.areas().forEach(area -> put(part, "area", area));
        put(part, "sent", task.getAuthoredOnElement());
        Extension due = task.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE);
        if (due != null) {
            put(part, "first-contact-due", due.getValue());
        }
        item.ended().ifPresent(end -> put(part, "ended", new DateTimeType(Date.from(end))));
        Instant until = item.ended().orElse(now);
        put(part, "days", new IntegerType((int)
                Duration.between(task.getAuthoredOn().toInstant(), until).toDays()));
        put(part, "overdue", new BooleanType(task.hasExtension(Canonicals.EXTENSION_OVERDUE)));
        item.points()
                .forEach(point -> put(part, "point", new Coding(Canonicals.SYSTEM_AGENDA_POINT, point.code(), null)));
    }

    private static void put(ParametersParameterComponent part, String name, Type value) {
        part.addPart().setName(name).setValue(value);
    }
}

package nl.wally.audit;

import static nl.wally.conformance.Canonicals.SYSTEM_AUDIT_ENTITY_TYPE;
import static nl.wally.conformance.Canonicals.SYSTEM_AUDIT_EVENT_TYPE;
import static nl.wally.conformance.Canonicals.SYSTEM_AUDIT_OBJECT_ROLE;
import static nl.wally.conformance.Canonicals.SYSTEM_AUDIT_REQUEST_ID;
import static nl.wally.conformance.Canonicals.SYSTEM_RESTFUL_INTERACTION;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.audit.LogReader.Found;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.MadeWhenAsked;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The log as AuditEvents, in the manner of https://profiles.ihe.net/ITI/BALP; made of the records when asked for. */
final class AuditEvents implements MadeWhenAsked {
    private final LogReader log;

    AuditEvents(LogReader log) {
        this.log = log;
    }

    @Override
    public String type() {
        return "AuditEvent";
    }

    @Override
    public Optional<Resource> read(Caller caller, String id) {
        return find(caller, Map.of("_id", List.of(id)), null, 1).stream().findFirst();
    }

    @Override
    public List<Resource> find(Caller caller, Map<String, List<String>> criteria, @Nullable String after, int most) {
        if (caller.capacity() != Capacity.PRIVACY_OFFICER) {
            return List.of();
        }
        Long before = after == null ? null : LogReader.number(after).orElse(0L);
        return log.find(caller.organization(), criteria, before, most).stream()
                .<Resource>map(AuditEvents::event)
                .toList();
    }

    static AuditEvent event(Found found) {
        Entry entry = found.entry();
        AuditEvent event = new AuditEvent();
        event.setId("AuditEvent/" + found.number());
        event.getMeta().addProfile(Canonicals.PROFILE_AUDIT_EVENT);
        event.setType(new Coding(SYSTEM_AUDIT_EVENT_TYPE, "rest", "RESTful Operation"));
        event.addSubtype(new Coding(SYSTEM_RESTFUL_INTERACTION, interaction(entry), null));
        event.setAction(action(entry));
        event.setRecorded(Date.from(entry.moment()));
        event.setOutcome(outcome(entry));
        event.setOutcomeDesc(entry.outcome().equals(Entry.OK) ? null : entry.outcome());
        addAgents(event, entry);
        event.getSource().getObserver().setDisplay("Waar is Wally");
        addEntities(event, entry);
        return event;
    }

    /** The words of FHIR where it has one; an operation is called by its name beside that. */
    private static String interaction(Entry entry) {
        return switch (entry.kind()) {
            case READ, SEARCH, WRITE, LOG ->
                switch (entry.about()) {
                    case "consequence", "write" -> "update";
                    case "unknown" -> "read";
                    default -> entry.about();
                };
            default -> "operation";
        };
    }

    private static AuditEventAction action(Entry entry) {
        return switch (entry.kind()) {
            case READ -> AuditEventAction.R;
            case WRITE -> entry.about().equals("create") ? AuditEventAction.C : AuditEventAction.U;
            case ERASURE -> AuditEventAction.D;
            default -> AuditEventAction.E;
        };
    }

    private static AuditEventOutcome outcome(Entry entry) {
        if (entry.outcome().equals(Entry.OK)) {
            return AuditEventOutcome._0;
        }
        return entry.status() != null && entry.status() >= 500 ? AuditEventOutcome._8 : AuditEventOutcome._4;
    }

    private static void addAgents(AuditEvent event, Entry entry) {
        AuditEventAgentComponent client = event.addAgent();
        client.setAltId(entry.client()).setRequestor(entry.person() == null);
        if (entry.address() != null) {
            client.getNetwork().setAddress(entry.address()).setType(AuditEventAgentNetworkType._2);
        }
        if (entry.person() != null) {
            AuditEventAgentComponent person = event.addAgent().setRequestor(true);
            person.setWho(new Reference(entry.person()));
            person.addRole().setText(String.valueOf(entry.capacity()));
        }
        if (entry.organization() != null && !entry.organization().isEmpty()) {
            event.addAgent().setRequestor(false).setWho(new Reference(entry.organization()));
        }
    }

    private static void addEntities(AuditEvent event, Entry entry) {
        entry.foundByPersons().forEach(person -> addEntity(event, person, "1", "1"));
        if (entry.objects() != null) {
            entry.objects().forEach(object -> addEntity(event, object, "2", "4"));
        }
        if (entry.request() != null) {
            var request = event.addEntity();
            request.getWhat().getIdentifier().setValue(entry.request());
            request.setType(new Coding(SYSTEM_AUDIT_REQUEST_ID, "XrequestId", null));
        }
        if (entry.parameters() != null || entry.kind() == nl.wally.shared.Occurrence.Kind.OPERATION) {
            var asked = event.addEntity();
            asked.setRole(new Coding(SYSTEM_AUDIT_OBJECT_ROLE, "24", "Query"));
            asked.setName(entry.about());
            if (entry.parameters() != null) {
                entry.parameters()
                        .forEach(name -> asked.addDetail().setType("parameter").setValue(new StringType(name)));
            }
        }
    }

    private static void addEntity(AuditEvent event, String reference, String type, String role) {
        var entity = event.addEntity();
        entity.setWhat(new Reference(reference));
        entity.setType(new Coding(SYSTEM_AUDIT_ENTITY_TYPE, type, null));
        entity.setRole(new Coding(SYSTEM_AUDIT_OBJECT_ROLE, role, null));
    }
}

package nl.wally.fhir.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.Concerned;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.RefusalRecord;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Trail;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one gate where every answer is put on record before it leaves, as {@link Masking} has left it: whose record cannot be
 * written is not answered. A write has put itself on record, in its own transaction.
 */
@Component
@Interceptor
class Recording {
    private static final Set<String> OF_EVERY_SEARCH = Set.of(
            "_include",
            "_include:iterate",
            "_revinclude",
            "_sort",
            "_count",
            "_total",
            "_summary",
            "_elements",
            "_format",
            "_pretty",
            "_cursor");

    /** These put themselves on record, in their own transaction. */
    private static final Set<Kind> WRITING = EnumSet.of(Kind.WRITE, Kind.ERASURE);

    private final Trail trail;
    private final RefusalRecord refusals;
    private final CurrentCaller caller;
    private final Capabilities capabilities;

    Recording(Trail trail, RefusalRecord refusals, CurrentCaller caller, Capabilities capabilities) {
        this.trail = trail;
        this.refusals = refusals;
        this.caller = caller;
        this.capabilities = capabilities;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void record(RequestDetails request, ResponseDetails answer) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        Kind kind = kind(request);
        // What went out of a person as a whole is put on record thing by thing by whoever collects it.
        boolean onRecord = kind == Kind.EXPORT
                || WRITING.contains(kind)
                        && RequestAtHand.current()
                                .filter(RequestAtHand::isWriteOnRecord)
                                .isPresent();
        if (interaction == RestOperationTypeEnum.METADATA || onRecord) {
            return;
        }
        List<Resource> concerned = new ArrayList<>();
        RequestAtHand.current().ifPresent(asked -> concerned.addAll(asked.concerned()));
        if (answer.getResponseResource() instanceof Resource resource) {
            concerned.add(resource);
        }
        var said = Concerned.of(concerned);
        trail.note(new Occurrence(
                kind, about(request), caller.current(), null, said.persons(), said.objects(), names(request)));
    }

    /**
     * Puts a refusal on record.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be
     */
    void refused(@Nullable RequestDetails request, Problem problem) {
        if (request == null || request.getRestOperationType() == RestOperationTypeEnum.METADATA) {
            return;
        }
        Resource sent = request.getResource() instanceof Resource resource ? resource : null;
        String asked = request.getId() == null || request.getResourceName() == null
                ? null
                : request.getResourceName() + "/" + request.getId().getIdPart();
        refusals.note(kind(request), about(request), problem, Concerned.ofRefused(sent, asked), names(request));
    }

    private static Kind kind(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        if ("AuditEvent".equals(request.getResourceName()) || "$audit-overview".equals(request.getOperation())) {
            return Kind.LOG;
        }
        if (interaction == null) {
            return request.getRequestType() == ca.uhn.fhir.rest.api.RequestTypeEnum.GET ? Kind.READ : Kind.WRITE;
        }
        return switch (interaction) {
            case READ, VREAD, HISTORY_INSTANCE -> Kind.READ;
            case SEARCH_TYPE -> Kind.SEARCH;
            case CREATE, UPDATE, PATCH, TRANSACTION -> Kind.WRITE;
            default ->
                switch (String.valueOf(request.getOperation())) {
                    case "$everything", "$overview" -> Kind.EXPORT;
                    case "$erase" -> Kind.ERASURE;
                    default -> Kind.OPERATION;
                };
        };
    }

    /** The code of the interaction, or the name of the operation: one of ours, for others are not routed. */
    private String about(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        if (interaction == null) {
            return "unknown";
        }
        return switch (interaction) {
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER ->
                String.valueOf(request.getOperation());
            default -> interaction.getCode();
        };
    }

    /** Only names that are offered: what a client calls a parameter may be anything. */
    private List<String> names(RequestDetails request) {
        var offer = request.getResourceName() == null
                ? java.util.Optional.<Capabilities.Offer>empty()
                : capabilities.offer(request.getResourceName());
        return request.getParameters().keySet().stream()
                .filter(name -> OF_EVERY_SEARCH.contains(name)
                        || offer.filter(types -> types.searchParameters().containsKey(name))
                                .isPresent())
                .sorted()
                .toList();
    }
}

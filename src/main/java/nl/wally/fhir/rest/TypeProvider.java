package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.Patch;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import nl.wally.fhir.search.Searches;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** The door for one resource type; which of these interactions exist is decided by the CapabilityStatement alone. */
public class TypeProvider implements IResourceProvider {
    private final Class<? extends Resource> type;
    private final Doors doors;

    TypeProvider(Class<? extends Resource> type, Doors doors) {
        this.type = type;
        this.doors = doors;
    }

    @Override
    public Class<? extends Resource> getResourceType() {
        return type;
    }

    @Read(version = true)
    public Resource read(@IdParam IdType id, RequestDetails request) {
        require(id.hasVersionIdPart() ? TypeRestfulInteraction.VREAD : TypeRestfulInteraction.READ);
        IdType wanted = id.withResourceType(name());
        boolean whole = !id.hasVersionIdPart() && Searches.isWhole(request.getParameters());
        return whole ? doors.reads().fetch(wanted) : doors.reads().read(wanted);
    }

    @History
    public IBundleProvider history(@IdParam IdType id, RequestDetails request) {
        require(TypeRestfulInteraction.HISTORYINSTANCE);
        int most = Searches.versions(request.getParameters());
        return new SimpleBundleProvider(doors.reads().history(name() + "/" + id.getIdPart(), most));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(RequestDetails request) {
        require(TypeRestfulInteraction.SEARCHTYPE);
        return doors.staleness()
                .within(
                        request,
                        () -> doors.searches().search(name(), request.getParameters(), request.getFhirServerBase()));
    }

    @Create
    public MethodOutcome create(@ResourceParam Resource resource, RequestDetails request) {
        doors.offered().requireCreate(resource);
        if (request.getHeader("If-None-Exist") != null) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED,
                    "",
                    words("A conditional create is offered for Patient in a transaction only"));
        }
        return doors.writes().create(resource, request);
    }

    @Update
    public MethodOutcome update(@IdParam IdType id, @ResourceParam Resource resource, RequestDetails request) {
        require(TypeRestfulInteraction.UPDATE);
        return doors.writes().update(reference(id, request), resource, request);
    }

    @Patch
    public MethodOutcome patch(
            @IdParam IdType id,
            PatchTypeEnum patchType,
            @ResourceParam String body,
            @ResourceParam @Nullable IBaseParameters parameters,
            RequestDetails request) {
        require(TypeRestfulInteraction.PATCH);
        return doors.writes().patch(reference(id, request), patchType, body, parameters, request);
    }

    @Operation(name = "$available-actions", idempotent = true)
    public Parameters availableActions(@IdParam IdType id, RequestDetails request) {
        return doors.operations().answer(id.withResourceType(name()), "available-actions");
    }

    @Operation(name = "$agenda", idempotent = true)
    public Parameters agenda(@IdParam IdType id, RequestDetails request) {
        return doors.operations().answer(id.withResourceType(name()), "agenda");
    }

    @Operation(name = "$everything", idempotent = true)
    public Resource everything(@IdParam IdType id, RequestDetails request) {
        return doors.personOperations().answer(name(), "everything", id, null, request);
    }

    @Operation(name = "$overview", idempotent = true)
    public Resource overview(@IdParam IdType id, RequestDetails request) {
        return doors.personOperations().answer(name(), "overview", id, null, request);
    }

    @Operation(name = "$erase")
    public Resource erase(@IdParam IdType id, @ResourceParam Resource body, RequestDetails request) {
        return doors.personOperations().answer(name(), "erase", id, body, request);
    }

    @Operation(name = "$erasures", idempotent = true)
    public Resource erasures(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        return doors.personOperations().answer(name(), "erasures", id, null, request);
    }

    @Operation(name = "$audit-overview", idempotent = true)
    public Resource auditOverview(@IdParam IdType id, RequestDetails request) {
        return doors.personOperations().answer(name(), "audit-overview", id, null, request);
    }

    @Operation(name = "$status", idempotent = true)
    public Resource status(
            @IdParam(optional = true) @Nullable IdType id,
            @ResourceParam @Nullable Resource body,
            RequestDetails request) {
        return doors.typeOperations().answer(name(), "status", id, body, request);
    }

    @Operation(name = "$events", idempotent = true)
    public Resource events(@IdParam IdType id, @ResourceParam @Nullable Resource body, RequestDetails request) {
        return doors.typeOperations().answer(name(), "events", id, body, request);
    }

    /** The body is read as it was sent: what HAPI would refuse to parse is to be told, line by line. */
    @Operation(name = "$validate", manualRequest = true)
    public OperationOutcome validate(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        return doors.validations().answer(name(), id, request);
    }

    private String reference(@Nullable IdType id, RequestDetails request) {
        if (String.valueOf(request.getRequestPath()).contains("_history")) {
            throw new RefusedException(Problem.NOT_SUPPORTED, "", words("A version never changes: write to Type/id"));
        }
        if (id == null || !id.hasIdPart()) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED, "", words("Conditional update and patch are not offered: use Type/id"));
        }
        return name() + "/" + id.getIdPart();
    }

    private String name() {
        return type.getSimpleName();
    }

    private void require(TypeRestfulInteraction interaction) {
        doors.offered().require(name(), interaction);
    }
}

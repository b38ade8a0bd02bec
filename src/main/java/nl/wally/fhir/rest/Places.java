package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import nl.wally.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks up on which line of the body that was sent the elements stand that a refusal is about. */
final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    /** A patch is about a resource that was not sent. */
    private static final Set<RequestTypeEnum> WITH_RESOURCE = EnumSet.of(RequestTypeEnum.POST, RequestTypeEnum.PUT);

    private Places() {}

    static List<Refusal> in(RequestDetails request, List<Refusal> refusals) {
        return in(request, refusals, "");
    }

    /** The same where the resource that the refusals are about stands inside another, at this path. */
    static List<Refusal> in(RequestDetails request, List<Refusal> refusals, String path) {
        boolean wanted = refusals.stream().anyMatch(Places::isWanted);
        if (!wanted || !WITH_RESOURCE.contains(request.getRequestType())) {
            return refusals;
        }
        Optional<BodyMap> body = map(request);
        return body.isEmpty()
                ? refusals
                : refusals.stream()
                        .map(refusal -> isWanted(refusal)
                                ? refusal.at(body.get()
                                        .of(
                                                path.isEmpty()
                                                        ? refusal.expression()
                                                        : refusal.within(path).expression()))
                                : refusal)
                        .toList();
    }

    private static boolean isWanted(Refusal refusal) {
        return !refusal.place().isKnown() && refusal.expression().contains(".");
    }

    private static Optional<BodyMap> map(RequestDetails request) {
        byte[] body = request.loadRequestContents();
        String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(type.contains("xml") ? BodyMap.ofXml(body) : BodyMap.ofJson(body));
        } catch (IOException | XMLStreamException unreadable) {
            // It was read before, so this does not happen; a refusal without a line is better than none.
            LOG.debug("The body of a refused request cannot be read again");
            return Optional.empty();
        }
    }
}

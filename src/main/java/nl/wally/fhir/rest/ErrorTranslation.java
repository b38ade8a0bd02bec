package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.NotImplementedOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.method.ResourceParameter;
import jakarta.persistence.OptimisticLockException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.fhir.Outage;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The one place where exceptions become answers. No text of a library reaches a client or the log: HAPI and PostgreSQL
 * quote search values, and those identify people.
 */
@Interceptor
class ErrorTranslation {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslation.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Pattern POSITION = Pattern.compile("line: (\\d+), column: (\\d+)");

    private final Recording recording;

    ErrorTranslation(Recording recording) {
        this.recording = recording;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException translate(Throwable thrown, RequestDetails request) {
        List<Refusal> refusals = onRecord(thrown, refusals(thrown, request), request);
        Problem first = refusals.get(0).problem();
        Audience audience = Audience.of(request);
        var answer = new UnclassifiedServerFailureException(
                first.status(), first.code(), Outcomes.of(Places.in(request, refusals), audience));
        AnswerHeaders.of(first, refused(thrown).flatMap(RefusedException::retryAfter))
                .forEach(answer::addResponseHeader);
        answer.addResponseHeader("Content-Language", audience.language().code());
        answer.addResponseHeader("Vary", "Accept-Language");
        return answer;
    }

    /** Who cannot be put on record is not answered; of a database that is away nothing can be. */
    private List<Refusal> onRecord(Throwable thrown, List<Refusal> refusals, RequestDetails request) {
        if (!Outage.isAway(thrown)) {
            try {
                recording.refused(request, refusals.get(0).problem());
            } catch (DataAccessResourceFailureException cannotBeRecorded) {
                return List.of(Refusal.of(Problem.UNAVAILABLE, ""));
            }
        }
        return refusals;
    }

    /** The same for a page of our own, of which there is no request of FHIR. */
    static List<Refusal> refusals(Throwable thrown) {
        return refusals(thrown, null);
    }

    private static List<Refusal> refusals(Throwable thrown, @Nullable RequestDetails request) {
        return refused(thrown).map(RefusedException::refusals).orElseGet(() -> {
            LOG.debug("Refused: {}", place(thrown));
            return List.of(refusal(thrown, request));
        });
    }

    private static Optional<RefusedException> refused(Throwable thrown) {
        int refused = ExceptionUtils.indexOfType(thrown, RefusedException.class);
        return refused < 0
                ? Optional.empty()
                : Optional.of((RefusedException)
                        ExceptionUtils.getThrowableList(thrown).get(refused));
    }

    private static Refusal refusal(Throwable thrown, @Nullable RequestDetails request) {
        if (thrown instanceof ResourceNotFoundException || thrown instanceof ResourceGoneException) {
            return unknown(request);
        }
        if (thrown instanceof MethodNotAllowedException || thrown instanceof NotImplementedOperationException) {
            return Refusal.of(Problem.NOT_SUPPORTED, "");
        }
        if (has(thrown, DataFormatException.class)) {
            return unreadable(thrown);
        }
        if (isStumblingParser(thrown)) {
            return Refusal.of(Problem.UNREADABLE, "");
        }
        if (isUnstorableValue(thrown)) {
            return invalid(request);
        }
        if (Outage.isOutOfTime(thrown)) {
            LOG.warn("The database took too long: {}", Outage.sqlState(thrown));
            return Refusal.of(Problem.UNAVAILABLE, "");
        }
        if (has(thrown, ResourceVersionConflictException.class)
                || has(thrown, ConcurrencyFailureException.class)
                // So Hibernate calls it when a question has what was written before sent first.
                || has(thrown, OptimisticLockException.class)
                || Outage.sqlState(thrown).equals(UNIQUE_VIOLATION)) {
            return Refusal.of(Problem.CONFLICT, "");
        }
        if (Outage.isAway(thrown)) {
            LOG.warn("The database cannot be reached");
            return Refusal.of(Problem.UNAVAILABLE, "");
        }
        if (thrown instanceof InvalidRequestException) {
            return invalid(request);
        }
        if (thrown instanceof BaseServerResponseException answer && answer.getStatusCode() < 500) {
            return answer.getStatusCode() == 415 ? Refusal.of(Problem.MEDIA_TYPE, "") : invalid(request);
        }
        return internal(thrown);
    }

    /** Our own code says itself what is not found; HAPI says so of types that are not offered. */
    private static Refusal unknown(@Nullable RequestDetails request) {
        boolean sent = request != null
                && (request.getRequestType() == RequestTypeEnum.POST
                        || request.getRequestType() == RequestTypeEnum.PUT);
        return sent
                ? new Refusal(
                        Problem.NOT_FOUND,
                        "",
                        words(
                                "This type is not offered here, see /fhir/metadata; a referral is posted as a transaction Bundle to"
                                        + " the base, /fhir"))
                : Refusal.of(Problem.NOT_FOUND, "");
    }

    private static Refusal invalid(@Nullable RequestDetails request) {
        boolean read = request != null && request.getRequestType() == RequestTypeEnum.GET;
        return Refusal.of(read ? Problem.PARAMETER_INVALID : Problem.UNREADABLE, "");
    }

    static Refusal unreadable(Throwable thrown) {
        Throwable cause = ExceptionUtils.getThrowableList(thrown)
                .get(ExceptionUtils.indexOfType(thrown, DataFormatException.class));
        if (cause instanceof StrictParsing.UnreadableException known) {
            return new Refusal(Problem.UNREADABLE, "", known.words());
        }
        Matcher position = POSITION.matcher(String.valueOf(cause.getMessage()));
        Refusal refusal = Refusal.of(Problem.UNREADABLE, "");
        return position.find()
                ? refusal.at(new Place(Integer.parseInt(position.group(1)), Integer.parseInt(position.group(2))))
                : refusal;
    }

    private static Refusal internal(Throwable thrown) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: {}", incident, place(thrown));
        return new Refusal(
                Problem.INTERNAL,
                "",
                words("Something went wrong on the server; nothing was stored; quote incident {0}", incident));
    }

    /** The class and the place, never the message: it may quote what the client sent. */
    private static String place(Throwable thrown) {
        Throwable root = ExceptionUtils.getRootCause(thrown) == null ? thrown : ExceptionUtils.getRootCause(thrown);
        return root.getClass().getName()
                + Arrays.stream(root.getStackTrace())
                        .limit(15)
                        .map(StackTraceElement::toString)
                        .toList();
    }

    /** HAPI's parser answers some malformed bodies with whatever exception comes first. */
    private static boolean isStumblingParser(Throwable thrown) {
        return thrown instanceof RuntimeException
                && Arrays.stream(thrown.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ResourceParameter.class.getName()));
    }

    /** SQLSTATE class 22: a value that PostgreSQL cannot hold, such as the character U+0000. */
    private static boolean isUnstorableValue(Throwable thrown) {
        return Outage.sqlState(thrown).startsWith("22");
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(thrown, type) >= 0;
    }
}

package nl.wally.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.shared.Caller;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** One write request on its way through the stages: who asks and what changes. */
public final class Submission {
    private final Caller caller;
    private final Instant now;
    private final @Nullable Bundle received;
    private final List<Change> requested;
    private final List<Change> added = new ArrayList<>();
    private final List<String> fetched;
    private List<Referral> referrals = List.of();
    private List<Referral> following = List.of();
    private final Map<UUID, List<String>> filed = new HashMap<>();
    private final Map<String, UUID> belonging = new HashMap<>();
    private @Nullable Referral opened;
    private List<String> standIns = List.of();
    private @Nullable List<Resource> answer;

    public Submission(Caller caller, Instant now, @Nullable Bundle received, List<Change> requested) {
        this(caller, now, received, requested, List.of());
    }

    private Submission(
            Caller caller, Instant now, @Nullable Bundle received, List<Change> requested, List<String> fetched) {
        this.caller = caller;
        this.now = now;
        this.received = received;
        this.requested = List.copyOf(requested);
        this.fetched = List.copyOf(fetched);
    }

    /** Nothing that the caller asked to change: the server notes that it has fetched these, as {@code Type/id}. */
    public static Submission ofFetch(Caller caller, Instant now, List<String> fetched) {
        return new Submission(caller, now, null, List.of(), fetched);
    }

    /**
     * Nothing that anybody asked for: the server looks whether it owes something to these, as {@code Type/id}, because of
     * the time that passed.
     */
    public static Submission ofSystem(Instant now, List<String> concerned) {
        return new Submission(Caller.SYSTEM, now, null, List.of(), concerned);
    }

    public Caller caller() {
        return caller;
    }

    /** The moment of the request, from the clock of the server; the same for everything in it. */
    public Instant now() {
        return now;
    }

    /** The transaction Bundle as it came in, untouched; empty for a write of one resource. */
    public Optional<Bundle> received() {
        return Optional.ofNullable(received);
    }

    /** What the client asked for, in the order of the entries. */
    public List<Change> requested() {
        return requested;
    }

    /**
     * Where an element of this resource stands in what was sent: in a transaction that begins with its entry.
     *
     * @param path begins with the type, for instance {@code Task.status}
     */
    public String path(Change change, String path) {
        int entry = requested.indexOf(change);
        int type = path.indexOf('.');
        return received == null || entry < 0 || !path.split("\\.", 2)[0].equals(change.type())
                ? path
                : "Bundle.entry[" + entry + "].resource" + (type < 0 ? "" : path.substring(type));
    }

    /** Does something with each change that was requested; what is refused of one is told with its place. */
    public void eachRequested(Consumer<Change> work) {
        for (Change change : requested) {
            try {
                work.accept(change);
            } catch (RefusedException refused) {
                throw refused.each(refusal -> refusal.of(path(change, refusal.expression())));
            }
        }
    }

    /** The same of the only resource of the type that its path begins with; of more than one it stays as it is. */
    RefusedException located(RefusedException refused) {
        return refused.each(refusal -> {
            String type = refusal.expression().split("\\.", 2)[0];
            List<Change> meant = requested.stream()
                    .filter(change -> change.type().equals(type))
                    .toList();
            return meant.size() == 1 ? refusal.of(path(meant.get(0), refusal.expression())) : refusal;
        });
    }

    /** Whether this is meant as a new referral: a transaction that creates a ServiceRequest, and changes nothing. */
    boolean isNewReferral() {
        return received != null
                && requested.stream().anyMatch(change -> change.type().equals("ServiceRequest"))
                && requested.stream().allMatch(change -> change.origin() == Change.Origin.CLIENT_CREATE);
    }

    /** What the client has fetched, where the server notes that, or what the server looks after; otherwise empty. */
    public List<String> fetched() {
        return fetched;
    }

    /** What the client asked for and what follows from it. */
    public Stream<Change> changes() {
        return Stream.concat(requested.stream(), List.copyOf(added).stream());
    }

    /** Changes of one type, with the resource as it will be. */
    public Stream<Change> changesOf(Class<? extends Resource> type) {
        return changes().filter(change -> type.isInstance(change.after()));
    }

    /** The change of this resource, as {@code Type/id}, if this submission has one. */
    public Optional<Change> change(String reference) {
        return changes().filter(change -> change.reference().equals(reference)).findFirst();
    }

    /** Adds a resource that the server itself creates; returns its reference. */
    public String create(Resource resource) {
        String reference = resource.fhirType() + "/" + UUID.randomUUID();
        added.add(new Change(Change.Origin.SERVER, reference, resource, null, null));
        return reference;
    }

    /** The same, of a resource that belongs to this referral, whichever other ones the submission touches or opens. */
    public String create(Resource resource, Referral referral) {
        String reference = create(resource);
        belonging.put(reference, referral.id());
        return reference;
    }

    /** The same, of a resource of this referral, whichever other ones the submission touches or opens. */
    public void update(Resource before, Resource after, Referral referral) {
        update(before, after);
        belonging.put(before.fhirType() + "/" + before.getIdElement().getIdPart(), referral.id());
    }

    /** The referral to which a resource that the server creates or updates was said to belong; {@code Type/id}. */
    public Optional<UUID> belonging(String reference) {
        return Optional.ofNullable(belonging.get(reference));
    }

    /** The referral that a resource belongs to: the one that was said, or else the only one that this submission touches. */
    public Optional<Referral> referralOf(String reference) {
        UUID said = belonging.get(reference);
        return said == null
                ? Optional.of(referrals).filter(rows -> rows.size() == 1).map(rows -> rows.get(0))
                : Stream.concat(referrals.stream(), following.stream())
                        .filter(row -> row.id().equals(said))
                        .findFirst();
    }

    /** Adds an update that the server itself makes; what it asks for earlier of the same resource gives way. */
    public void update(Resource before, Resource after) {
        String reference = before.fhirType() + "/" + before.getIdElement().getIdPart();
        change(reference).ifPresentOrElse(change -> change.become(after), () -> {
            var change = new Change(Change.Origin.SERVER, reference, after, null, null);
            change.found(before);
            added.add(change);
        });
    }

    /** The referrals that this submission touches, locked. */
    public List<Referral> referrals() {
        return referrals;
    }

    void locked(List<Referral> rows) {
        referrals = rows;
    }

    /** Open referrals, locked, that may have to follow what this submission changes: of whom or which team it is written. */
    public List<Referral> following() {
        return following;
    }

    void lockedToFollow(List<Referral> rows) {
        following = rows;
    }

    /** What is on file of a referral, looked up once: under its lock that changes by this submission alone. */
    public List<String> file(Referral referral, Function<UUID, List<String>> lookup) {
        return filed.computeIfAbsent(referral.id(), lookup);
    }

    /**
     * Says that this submission opens a referral.
     *
     * @param onlyStandIns those of its recipients who may own it only while somebody's absence lasts
     */
    public void opens(Referral referral, List<String> onlyStandIns) {
        opened = referral;
        standIns = List.copyOf(onlyStandIns);
    }

    /** Those of the recipients of the referral that is opened who may own it only while somebody's absence lasts. */
    public List<String> standIns() {
        return standIns;
    }

    /** The referral that this submission opens. */
    public Optional<Referral> opened() {
        return Optional.ofNullable(opened);
    }

    /** Ends the way here: nothing is stored, these resources are the answer. */
    public void answerWith(List<Resource> resources) {
        answer = List.copyOf(resources);
    }

    /** Whether this entry of the request has created a resource, as opposed to updating it or finding it again. */
    public boolean hasCreated(int index) {
        return answer == null && requested.get(index).before() == null;
    }

    /** Whether nothing would be stored, because the answer is there already. */
    public boolean isAnswered() {
        return answer != null;
    }

    Optional<List<Resource>> answer() {
        return Optional.ofNullable(answer);
    }
}

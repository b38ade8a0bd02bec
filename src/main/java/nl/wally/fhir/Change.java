package nl.wally.fhir;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** One resource that a submission creates or updates, before and after. */
public final class Change {
    private final Origin origin;
    private final @Nullable String ifMatch;
    private final @Nullable Patch patch;
    private @Nullable Resource before;
    private @Nullable Resource after;
    private String reference;
    private @Nullable String ifNoneExist;
    private Consumer<Resource> onPatched = patched -> {};

    Change(Origin origin, String reference, @Nullable Resource after, @Nullable String ifMatch, @Nullable Patch patch) {
        this.origin = origin;
        this.reference = reference;
        this.after = after;
        this.ifMatch = ifMatch;
        this.patch = patch;
    }

    /** {@code Type/id}, also for a resource that is not stored yet. */
    public String reference() {
        return reference;
    }

    public String type() {
        return reference.substring(0, reference.indexOf('/'));
    }

    public String id() {
        return reference.substring(reference.indexOf('/') + 1);
    }

    public Origin origin() {
        return origin;
    }

    /** The current version in the store; null for a creation. */
    public @Nullable Resource before() {
        return before;
    }

    /** The resource as it will be; a patch has been applied when the rules see it. */
    public Resource after() {
        if (after == null) {
            throw new IllegalStateException("The patch has not been applied yet");
        }
        return after;
    }

    /** Replaces the resource as it will be. */
    public void become(Resource resource) {
        after = resource;
    }

    /** Turns a creation into an update of what turned out to be there already, with these contents. */
    public void turnIntoUpdate(Resource existing, Resource merged) {
        before = existing;
        after = merged;
        reference = type() + "/" + existing.getIdElement().getIdPart();
    }

    /** The search that a conditional create carries; null for an ordinary create. */
    public @Nullable String ifNoneExist() {
        return ifNoneExist;
    }

    Change onlyUnless(@Nullable String search) {
        ifNoneExist = search;
        return this;
    }

    /** How the client asked for it, as FHIR calls it. */
    String interaction() {
        return switch (origin) {
            case CLIENT_CREATE -> "create";
            case CLIENT_UPDATE -> patch == null ? "update" : "patch";
            case SERVER -> "consequence";
        };
    }

    /** Does something with the resource as soon as it is known: now, or once the patch has been applied. */
    void whenKnown(Consumer<Resource> work) {
        if (after == null) {
            onPatched = work;
        } else {
            work.accept(after);
        }
    }

    void found(Resource current) {
        before = current;
    }

    /** Only to what who names the current version sees of it: whether a patch applies tells what is in there. */
    void applyPatch(Resource seen) {
        if (patch != null) {
            after = patch.applyTo(seen);
            onPatched.accept(after);
        }
    }

    @Nullable
    String ifMatch() {
        return ifMatch;
    }

    /** Who asked for it. */
    public enum Origin {
        CLIENT_CREATE,
        CLIENT_UPDATE,
        /** The server itself; not validated, not authorised. */
        SERVER
    }

    /** A patch that waits for the resource it applies to. */
    interface Patch {
        Resource applyTo(Resource current);
    }
}

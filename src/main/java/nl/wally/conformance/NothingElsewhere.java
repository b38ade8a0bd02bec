package nl.wally.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.CanonicalType;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.IValidatorResourceFetcher;
import org.jspecify.annotations.Nullable;

/**
 * Never looks anything up for the validator: a resource is judged by itself, and nothing is fetched from anywhere. Of the
 * target of a reference only the type is told, which the reference itself says.
 */
class NothingElsewhere implements IValidatorResourceFetcher {
    private static final Pattern TYPE_AND_ID = Pattern.compile("([A-Z][A-Za-z]+)/[A-Za-z0-9\\-.]{1,64}(/_history/.*)?");

    private final IWorkerContext context;
    private final ProfileUtilities profiles;

    /** @param profiles made once: making one looks at every type that there is, and an intake has dozens of references */
    NothingElsewhere(IWorkerContext context, ProfileUtilities profiles) {
        this.context = context;
        this.profiles = profiles;
    }

    @Override
    public @Nullable Element fetch(IResourceValidator validator, Object appContext, String url) {
        Matcher target = TYPE_AND_ID.matcher(url);
        StructureDefinition type = target.matches() ? context.fetchTypeDefinition(target.group(1)) : null;
        return type == null ? null : Manager.build(context, type, profiles);
    }

    @Override
    public boolean resolveURL(
            IResourceValidator validator,
            Object appContext,
            String path,
            String url,
            String type,
            boolean canonical,
            List<CanonicalType> targets) {
        return true;
    }

    @Override
    public byte[] fetchRaw(IResourceValidator validator, String url) {
        return new byte[0];
    }

    @Override
    public IValidatorResourceFetcher setLocale(Locale locale) {
        return this;
    }

    @Override
    public @Nullable CanonicalResource fetchCanonicalResource(
            IResourceValidator validator, Object appContext, String url) {
        return null;
    }

    @Override
    public boolean fetchesCanonicalResource(IResourceValidator validator, String url) {
        return false;
    }

    @Override
    public Set<ResourceVersionInformation> fetchCanonicalResourceVersions(
            IResourceValidator validator, Object appContext, String url) {
        return Set.of();
    }
}

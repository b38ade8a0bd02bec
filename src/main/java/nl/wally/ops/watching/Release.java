package nl.wally.ops.watching;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which release this is, for whoever upgrades and for whoever reports a fault. Nothing of what it runs on: that would tell
 * an attacker more than a client.
 *
 * @param version of the server
 * @param commit from which it was made, with {@code -dirty} where files were changed since; none where that is not known
 * @param fhir the version of FHIR
 * @param profiles the version of the package with the profiles
 * @param schema the number of the last migration that this release brings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Release(String version, @Nullable String commit, String fhir, String profiles, String schema) {
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__\\w+\\.sql");

    static Release of(
            Optional<BuildProperties> build, Optional<GitProperties> git, FhirContext fhir, Definitions definitions)
            throws IOException {
        return new Release(
                build.map(BuildProperties::getVersion).orElse("unknown"),
                git.map(Release::commitOf).orElse(null),
                fhir.getVersion().getVersion().getFhirVersionString(),
                definitions.all(ImplementationGuide.class).get(0).getVersion(),
                lastMigration());
    }

    private static @Nullable String commitOf(GitProperties git) {
        String commit = git.getCommitId();
        return commit != null && Boolean.parseBoolean(git.get("dirty")) ? commit + "-dirty" : commit;
    }

    private static String lastMigration() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
        return Arrays.stream(files)
                .map(file -> MIGRATION.matcher(String.valueOf(file.getFilename())))
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .max(Comparator.comparingInt(Integer::parseInt))
                .orElseThrow();
    }
}

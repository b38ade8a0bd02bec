package nl.wally.audit;

import java.nio.file.Path;
import java.util.Optional;
import nl.wally.shared.StartRefusedException;
import org.springframework.core.env.Environment;

/**
 * Where the key and the anchor are.
 *
 * @param key holds the keys of the MACs
 * @param anchor where the newest seal is noted outside the database
 */
record AuditFiles(Path key, Path anchor) {
    private static final String DATABASE = "spring.datasource.url";
    private static final String DATA_FOLDER = "wally.ops.postgres.data-folder";

    /**
     * As the settings say.
     *
     * @throws StartRefusedException when the database is an outside one and no key file is named: nobody but the operator
     *     knows a place that whoever can write to that database cannot read
     */
    static AuditFiles of(AuditProperties settings, Environment environment) {
        boolean outside = !environment.getProperty(DATABASE, "").isEmpty();
        if (outside && settings.keyFile() == null) {
            throw new StartRefusedException(
                    "The audit trail needs a key that is not in the database, and wally.audit.key-file names none.",
                    "Set wally.audit.key-file to a file that the server alone can read, the same on every node. The first"
                            + " start makes it.");
        }
        Path key = Optional.ofNullable(settings.keyFile())
                .orElseGet(() -> Path.of(environment.getProperty(DATA_FOLDER, "data/postgres"), "audit.key"));
        Path anchor = Optional.ofNullable(settings.anchorFile()).orElseGet(() -> key.resolveSibling("audit.anchor"));
        return new AuditFiles(key, anchor);
    }
}

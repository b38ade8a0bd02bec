package nl.wally.access.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The file in which the operator registers clients: read before the port opens, and again when it has changed. Broken at the
 * start it stops the start; broken later everything stays as it was, and the log says why.
 */
public final class ClientsFile implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(ClientsFile.class);

    private final Path file;
    private final ClientEntryRules.Known known;
    private final Consumer<List<ClientEntry>> keep;
    private @Nullable String seen;

    ClientsFile(Path file, ClientEntryRules.Known known, Consumer<List<ClientEntry>> keep) {
        this.file = file;
        this.known = known;
        this.keep = keep;
    }

    /**
     * This file, kept in this database.
     *
     * @param capacities the words for sides of the loop
     * @param scopes whether a scope can be honoured
     * @param fetch knows from where keys may be fetched
     */
    public static ClientsFile of(
            Path file,
            Set<String> capacities,
            Predicate<String> scopes,
            KeyFetch fetch,
            JdbcClient jdbc,
            TransactionOperations together) {
        return new ClientsFile(
                file,
                new ClientEntryRules.Known(capacities, scopes, fetch::mayName),
                new RegisteredByFile(jdbc, together));
    }

    /** No file: whom one registered before is let in no more. */
    public static void none(JdbcClient jdbc) {
        jdbc.sql("update oauth_client set enabled = false where from_file and enabled")
                .update();
    }

    /**
     * Reads it for the first time.
     *
     * @throws ClientsFileException when it cannot be used
     */
    @Override
    public void afterSingletonsInstantiated() {
        take(text());
    }

    /** Reads it again and, when it has changed and can be used, does what it says now. */
    public synchronized void reread() {
        try {
            String text = text();
            if (!text.equals(seen)) {
                take(text);
            }
        } catch (ClientsFileException broken) {
            LOG.error("Clients stay as they were. {}", broken.getMessage());
        } catch (DataAccessException | TransactionException away) {
            // Nothing is noted as seen: the next look tries again.
            LOG.warn("Clients cannot be kept now: {}", away.getClass().getSimpleName());
        }
    }

    private synchronized void take(String text) {
        List<ClientEntry> clients;
        try {
            clients = ClientsText.read(text, known);
        } catch (ClientsFileException broken) {
            // Said once, not at each look.
            seen = text;
            throw new ClientsFileException("The file of clients " + file + " cannot be used: " + broken.getMessage());
        }
        keep.accept(clients);
        seen = text;
        LOG.info("Clients registered by {}: {}", file, clients.size());
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ClientsFileException("The file of clients " + file + " cannot be read");
        }
    }
}

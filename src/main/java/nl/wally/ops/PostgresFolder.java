package nl.wally.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import nl.wally.shared.StartRefusedException;
import org.springframework.util.FileSystemUtils;

/**
 * The data folder, held by one server at a time: {@code cluster} (the database), {@code password}, {@code lock} and the
 * unpacked program. The operating system releases the lock when the server dies, however it dies.
 */
final class PostgresFolder implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final FileChannel lock;

    private PostgresFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Creates the folder where it is missing and takes it for this server. */
    static PostgresFolder take(Path wanted) throws IOException {
        Files.createDirectories(wanted, ownerOnly("rwx------"));
        Path root = wanted.toRealPath();
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locks(channel)) {
            channel.close();
            String holder = Files.readString(root.resolve("lock")).strip();
            throw new StartRefusedException(
                    "Another server (process " + holder + ") is running on the data folder " + root + ".",
                    "Stop that server first, or give this one its own folder with wally.ops.postgres.data-folder.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return new PostgresFolder(root, channel);
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    /**
     * Where a database is created; it becomes {@link #cluster()} only when it is whole. Another place each time: when the
     * server is killed, initdb works on for a while.
     */
    Path freshUnfinishedCluster() throws IOException {
        try (var abandoned = Files.newDirectoryStream(root, "cluster.unfinished*")) {
            for (Path leftover : abandoned) {
                FileSystemUtils.deleteRecursively(leftover.toFile());
            }
        }
        return Files.createTempDirectory(root, "cluster.unfinished");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    /** The major version that made the database. */
    String version() throws IOException {
        return Files.readString(cluster().resolve("PG_VERSION")).strip();
    }

    /** The password of both database users; made at the first start. */
    String password() throws IOException {
        if (Files.exists(passwordFile())) {
            return Files.readString(passwordFile()).strip();
        }
        if (hasCluster()) {
            throw new StartRefusedException(
                    "The file " + passwordFile() + " with the password of the embedded database is gone.",
                    "Put it back from a backup, next to the folder " + cluster() + " that it belongs to.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path unfinished = root.resolve("password.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly("rw-------"));
        Files.writeString(unfinished, password, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        Files.move(unfinished, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** A new database counts from here on, also after a power failure. */
    void adopt(Path unfinishedCluster) throws IOException {
        Files.move(unfinishedCluster, cluster(), StandardCopyOption.ATOMIC_MOVE);
        if (POSIX) {
            try (FileChannel folder = FileChannel.open(root, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

package nl.wally.audit;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import nl.wally.shared.StartRefusedException;

/** The file of the MACs' keys: one line of 64 hexadecimal digits for each, the newest last; a line may be a # comment. */
final class KeyFile {
    private static final int BYTES = 32;
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final Set<PosixFilePermission> FOREIGN =
            Set.of(GROUP_WRITE, GROUP_EXECUTE, OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE);

    private KeyFile() {}

    /** Makes a file with one new key that only its owner can read. */
    static void create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly());
            Files.writeString(
                    file, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The key file of the audit trail, " + file + ", cannot be made.",
                    "Give the server a folder that it can write to, or name another file with wally.audit.key-file.",
                    failure);
        }
    }

    /**
     * The keys in this file.
     *
     * @throws StartRefusedException when it cannot be read, holds something else, or others can read it too
     */
    static Keys read(Path file) {
        try {
            requirePrivate(file);
            List<byte[]> keys = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(HexFormat.of()::parseHex)
                    .toList();
            if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length != BYTES)) {
                throw new IllegalArgumentException();
            }
            return new Keys(keys);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartRefusedException(
                    "The key file of the audit trail, " + file + ", cannot be read as lines of 64 hexadecimal digits.",
                    "Put it back from where you keep secrets, or add a key to it: openssl rand -hex 32 >> " + file);
        }
    }

    /** A group may read it: that is how container platforms hand over secrets. */
    private static void requirePrivate(Path file) throws IOException {
        if (POSIX && Files.getPosixFilePermissions(file).stream().anyMatch(FOREIGN::contains)) {
            throw new StartRefusedException(
                    "Others can read or change the key file of the audit trail, " + file + ".",
                    "Take that away (chmod 600 " + file + ") and start again; if others may have read it, add a key.");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package nl.wally.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * A disk that fills up and breaks: a file with ext4 in it, mounted as a folder. It turns read-only as disks do, because the
 * file system finds an error while its files are in use; whoever uses it has to stop before it can be checked and mounted
 * again. Where this machine does not let us mount anything it is a plain folder, and these faults are not run.
 */
final class Disk implements AutoCloseable {
    private final Path image;
    private final Path folder;
    private final boolean mounted;

    private Disk(Path image, Path folder, boolean mounted) {
        this.image = image;
        this.folder = folder;
        this.mounted = mounted;
    }

    /** A folder like any other. */
    static Disk plain(Path folder) throws IOException {
        return new Disk(folder, Files.createDirectories(folder), false);
    }

    /** One of so many megabytes, or a plain folder. */
    static Disk of(Path folder, int megabytes) throws IOException {
        Path image = folder.resolveSibling(folder.getFileName() + ".img");
        Files.createDirectories(folder);
        if (!"root".equals(System.getProperty("user.name"))
                || !Command.does("truncate", "-s", megabytes + "M", image.toString())
                // Nothing is set aside for root, as which this runs.
                || !Command.does("mkfs.ext4", "-q", "-F", "-m", "0", image.toString())) {
            return plain(folder);
        }
        Disk disk = new Disk(image, folder, mount(image, folder));
        return disk.mounted && Files.isWritable(disk.trigger().orElse(Path.of("/nowhere"))) ? disk : disk.given();
    }

    private Disk given() throws IOException {
        close();
        return plain(folder);
    }

    private static boolean mount(Path image, Path folder) {
        return Command.does("mount", "-o", "loop,errors=remount-ro", image.toString(), folder.toString());
    }

    Path folder() {
        return folder;
    }

    /** Whether it can be filled and broken. */
    boolean breakable() {
        return mounted;
    }

    /** Nothing more fits on it. */
    void fill() {
        // Larger pieces first: the last ones take what the others leave.
        for (String size : List.of("64M", "4M", "256K", "4K")) {
            int piece = 0;
            while (Command.does("fallocate", "-l", size, ballast(size + "-" + piece))) {
                piece++;
            }
        }
    }

    /** Somebody made room. */
    void empty() throws IOException {
        try (var pieces = Files.newDirectoryStream(folder, "ballast-*")) {
            for (Path piece : pieces) {
                Files.delete(piece);
            }
        }
    }

    private String ballast(String name) {
        return folder.resolve("ballast-" + name).toString();
    }

    /** An error of the file system, upon which it takes in nothing more. */
    void turnReadOnly() throws IOException {
        Files.writeString(trigger().orElseThrow(), "1");
    }

    /** Checked and mounted again; nobody may be using it. */
    void repair() {
        Awaitility.await("nobody uses the disk")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Command.does("umount", folder.toString()));
        // It says by its exit code that it has mended something.
        Command.does("e2fsck", "-p", "-f", image.toString());
        if (!mount(image, folder)) {
            throw new IllegalStateException("The disk cannot be mounted again");
        }
    }

    /** Where the kernel lets one make an error happen to this file system. */
    private Optional<Path> trigger() {
        return Command.said("findmnt", "-n", "-o", "SOURCE", folder.toString())
                .map(device ->
                        Path.of("/sys/fs/ext4", Path.of(device).getFileName().toString(), "trigger_fs_error"))
                .filter(Files::exists);
    }

    @Override
    public void close() throws IOException {
        if (mounted) {
            Command.does("umount", "--lazy", folder.toString());
            Files.deleteIfExists(image);
        }
    }
}

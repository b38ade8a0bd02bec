package nl.wally.people;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/** What the pages for people are dressed and moved by. Each is loaded once, and asked for by what is in it. */
enum Asset {
    STYLE("screen.css", "text/css;charset=UTF-8", "people/screen.css"),
    SCRIPT("screen.js", "text/javascript;charset=UTF-8", "people/screen.js"),
    /** From its WebJar, whose version is in the path: after an upgrade no server starts before this line says so too. */
    HTMX("htmx.js", "text/javascript;charset=UTF-8", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private final String name;
    private final String type;
    private final byte[] content;
    private final byte[] compressed;
    private final String version;

    Asset(String name, String type, String place) {
        this.name = name;
        this.type = type;
        this.content = read(place);
        this.compressed = compress(content);
        var sum = new CRC32C();
        sum.update(content);
        this.version = Long.toHexString(sum.getValue());
    }

    static Optional<Asset> named(String name) {
        return Arrays.stream(values()).filter(asset -> asset.name.equals(name)).findFirst();
    }

    /** Where a page finds it, below the address of the server. */
    String path() {
        return PeopleConfig.ASSETS + "/" + name + "?v=" + version;
    }

    String type() {
        return type;
    }

    /** Another one when its content is another. */
    String version() {
        return version;
    }

    byte[] content() {
        return content.clone();
    }

    /** The content as gzip (RFC 1952). It holds no secret that its length could tell of. */
    byte[] compressed() {
        return compressed.clone();
    }

    private static byte[] compress(byte[] content) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static byte[] read(String place) {
        try (InputStream in = Asset.class.getResourceAsStream("/" + place)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + place);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

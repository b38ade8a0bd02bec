package nl.wally.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses at which comes back what cannot be delivered, of each receiver another (VERP), such as
 * {@code bounces+r0b5f…-a1b2c3@wally.example}: reports of other servers say in many ways to whom it was, and all of them come
 * to this address. A MAC over receiver and address keeps strangers from silencing anybody, and makes a report about an
 * address of before mean nothing.
 */
final class ReturnPaths {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 8;
    private static final Pattern OURS = Pattern.compile("\\+([ro])([a-z0-9.-]{1,64})-([0-9a-f]{16})@");
    private static final Pattern UUID_DIGITS = Pattern.compile("[0-9a-f]{32}");

    private final String base;
    private final byte[] key;

    /** @param base where all of it comes, for instance {@code bounces@wally.example} */
    ReturnPaths(String base, byte[] key) {
        this.base = base;
        this.key = key.clone();
    }

    /** Where it comes back what this receiver does not get at this address. */
    String of(String reference, String address) {
        String kind = reference.startsWith("PractitionerRole/") ? "r" : "o";
        String id = reference.substring(reference.indexOf('/') + 1);
        // A local part has 64 characters at most.
        String brief = id.matches("[0-9a-f-]{36}") ? id.replace("-", "") : id;
        int at = base.indexOf('@');
        return base.substring(0, at) + "+" + kind + brief + "-" + mac(reference, address) + base.substring(at);
    }

    /** Whom an address of ours means, wherever it stands in a text; not proven yet. */
    static Optional<Claimed> in(String text) {
        Matcher found = OURS.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String brief = found.group(2);
        String id = UUID_DIGITS.matcher(brief).matches()
                ? new UUID(
                                Long.parseUnsignedLong(brief.substring(0, 16), 16),
                                Long.parseUnsignedLong(brief.substring(16), 16))
                        .toString()
                : brief;
        String type = found.group(1).equals("r") ? "PractitionerRole/" : "Organization/";
        return Optional.of(new Claimed(type + id, found.group(3)));
    }

    /** Whether we have made it, for the address that the receiver has now. */
    boolean isTrue(Claimed claimed, String address) {
        return MessageDigest.isEqual(
                mac(claimed.reference(), address).getBytes(StandardCharsets.US_ASCII),
                claimed.mac().getBytes(StandardCharsets.US_ASCII));
    }

    private String mac(String reference, String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(reference.getBytes(StandardCharsets.UTF_8));
            mac.update(Addresses.print(Optional.of(address)));
            return HexFormat.of().formatHex(mac.doFinal(), 0, MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** Whom an address names, by its own account. */
    record Claimed(String reference, String mac) {}
}

package nl.wally.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the MACs: the last one signs, all of them verify. A key is called by what it makes of its own purpose. */
final class Keys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NAMING = "name of this audit key".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, SecretKeySpec> byName = new LinkedHashMap<>();
    private final String newest;

    /** In the order in which they were added, at least one. */
    Keys(List<byte[]> secrets) {
        String last = "";
        for (byte[] secret : secrets) {
            SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
            last = HexFormat.of().formatHex(Arrays.copyOf(mac(key, NAMING), 8));
            byName.put(last, key);
        }
        newest = last;
    }

    /** The name of the key that signs. */
    String newest() {
        return newest;
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** The MAC with the key that signs. */
    byte[] sign(byte[]... parts) {
        return mac(key(newest), parts);
    }

    /** Whether this is the MAC with the key of that name. */
    boolean verify(String name, byte[] mac, byte[]... parts) {
        return knows(name) && MessageDigest.isEqual(mac, mac(key(name), parts));
    }

    private SecretKeySpec key(String name) {
        SecretKeySpec key = byName.get(name);
        if (key == null) {
            throw new IllegalStateException("No audit key is called " + name);
        }
        return key;
    }

    private static byte[] mac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }
}

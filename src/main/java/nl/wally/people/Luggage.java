package nl.wally.people;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What somebody brought along on coming in, such as the person about whom a HIS launched. It stays in the browser, sealed, and
 * belongs to that one session: the server keeps nothing of a person who has agreed to nothing yet (W-2), and any node can open it.
 */
public final class Luggage {
    /** A browser keeps 4096 bytes of a cookie, its name and attributes among them. */
    private static final int MOST = 3_800;

    private static final String SESSION = "of";

    private final Seal seal;

    Luggage(Seal seal) {
        this.seal = seal;
    }

    /** What belongs to the session of this request, while it lasts. */
    public Optional<Map<String, Object>> of(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Cookies.LUGGAGE
                        .read(request)
                        .flatMap(seal::open)
                        .map(JWTClaimsSet::getClaims)
                        .filter(claims -> text(signedIn.session().key()).equals(claims.get(SESSION)))
                : Optional.empty();
    }

    /** It is needed no longer. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        Cookies.LUGGAGE.remove(request, response);
    }

    /** Seals it for the session of this ticket; nothing when it is too much for a browser to carry. */
    Optional<String> pack(Map<String, Object> content, String ticket, Duration lasts) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        content.forEach(claims::claim);
        return Optional.of(seal.close(claims.claim(SESSION, text(Identity.hash(ticket))), lasts))
                .filter(letter -> letter.length() <= MOST);
    }

    private static String text(byte[] key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}

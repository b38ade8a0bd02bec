package nl.wally.referring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What the HIS told of whom the referral form was launched for. */
public interface Launches {
    /** The launch that began the session of this request; nothing after a plain sign-in, nor an hour later. */
    Optional<LaunchContext> present(HttpServletRequest request);

    /** The referral was sent: the next one is about somebody else. */
    void finish(HttpServletRequest request, HttpServletResponse response);
}

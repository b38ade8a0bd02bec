package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Custodies;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who has left a practice or an organisation acts for it no more, however long the token lasts. Of social workers the rows of
 * the referrals tell that already, without another question to the database.
 */
class DepartedFilter extends OncePerRequestFilter {
    private static final Refusal LEFT = new Refusal(
            Problem.FORBIDDEN,
            "",
            words("The person who acts with this token has left: the role is not active any more"));

    private final CurrentCaller caller;
    private final Custodies custodies;
    private final Refuser refuser;

    DepartedFilter(CurrentCaller caller, Custodies custodies, Refuser refuser) {
        this.caller = caller;
        this.custodies = custodies;
        this.refuser = refuser;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Open to everybody, with or without a token.
        return request.getRequestURI().equals(request.getContextPath() + "/fhir/metadata");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<Refusal> refusals = refusals();
        if (refusals.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            refuser.refuse(request, response, refusals);
        }
    }

    private List<Refusal> refusals() {
        try {
            Caller current = caller.current();
            boolean left = current.capacity() != Capacity.SOCIAL_WORKER
                    && current.person().filter(custodies::hasLeft).isPresent();
            return left ? List.of(LEFT) : List.of();
        } catch (RefusedException unusable) {
            return unusable.refusals();
        }
    }
}

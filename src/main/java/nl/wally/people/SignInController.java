package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: to the provider, or by the form of the demo region where there is one. */
@Controller
final class SignInController {
    private static final int TOO_MANY = 429;

    private final Screens screens;
    private final Reception reception;
    private final Register register;
    private final Optional<OutsideProvider> provider;
    private final Optional<Accounts> accounts;
    private final Attempts attempts = new Attempts();

    SignInController(
            Screens screens,
            Reception reception,
            Register register,
            Optional<OutsideProvider> provider,
            Optional<Accounts> accounts) {
        this.screens = screens;
        this.reception = reception;
        this.register = register;
        this.provider = provider;
        this.accounts = accounts;
    }

    @GetMapping(PeopleConfig.SIGN_IN)
    void page(
            @RequestParam(name = Destination.FIELD, required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        show(request, response, HttpServletResponse.SC_OK, to, Trouble.NONE);
    }

    /** Only where there are accounts is there a door to this. */
    @PostMapping(PeopleConfig.ACCOUNT)
    void account(
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam(name = Destination.FIELD, required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!attempts.mayTry(name, request.getRemoteAddr())) {
            register.isTurnedAway(Problem.TOO_MANY_REQUESTS);
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            show(request, response, TOO_MANY, to, Trouble.TOO_OFTEN);
            return;
        }
        Optional<Identity> proven = accounts.flatMap(known -> known.prove(name, password));
        if (proven.isPresent()) {
            attempts.wasRight(name, request.getRemoteAddr());
            reception.welcome(proven.get(), null, to, request, response);
        } else {
            register.isTurnedAway(Problem.UNAUTHENTICATED);
            show(request, response, HttpServletResponse.SC_UNAUTHORIZED, to, Trouble.WRONG);
        }
    }

    private void show(
            HttpServletRequest request, HttpServletResponse response, int status, @Nullable String to, Trouble trouble)
            throws IOException {
        screens.show(
                request,
                response,
                status,
                "people/sign-in",
                Map.of(
                        "provider", provider.isPresent(),
                        "accounts", accounts.map(Accounts::names).orElse(List.of()),
                        "to", Destination.ours(to),
                        "trouble", trouble.name()));
    }

    private enum Trouble {
        NONE,
        WRONG,
        TOO_OFTEN
    }
}

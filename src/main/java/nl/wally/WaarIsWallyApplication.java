package nl.wally;

import java.util.Arrays;
import nl.wally.audit.AuditCommand;
import nl.wally.notification.OutboxCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.client.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;

/** Starts the referral server. Who may call is wired by module access, not by Boot's own choices. */
@SpringBootApplication(
        exclude = {
            OAuth2AuthorizationServerAutoConfiguration.class,
            OAuth2AuthorizationServerJwtAutoConfiguration.class,
            OAuth2ClientAutoConfiguration.class,
            OAuth2ClientWebSecurityAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
public class WaarIsWallyApplication {
    static {
        LibraryCalls.limit();
    }

    /**
     * Starts the server. With {@code verify-audit} as the first argument it verifies its audit trail instead, see
     * docs/audit.md; with {@code notifications} it tells who does not get messages, see docs/notifications.md.
     */
    public static void main(String[] arguments) {
        String first = arguments.length > 0 ? arguments[0] : "";
        if (first.equals(AuditCommand.NAME)) {
            System.exit(AuditCommand.run(TimeConfig.class, rest(arguments)));
        }
        if (first.equals(OutboxCommand.NAME)) {
            System.exit(OutboxCommand.run(TimeConfig.class, rest(arguments)));
        }
        SpringApplication.run(WaarIsWallyApplication.class, arguments);
    }

    private static String[] rest(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}

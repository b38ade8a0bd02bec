package nl.wally;

import java.util.Arrays;
import nl.wally.audit.AuditCommand;
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
    /** Starts the server; {@code verify-audit} as the first argument verifies its audit trail instead, see docs/audit.md. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(AuditCommand.NAME)) {
            System.exit(AuditCommand.run(TimeConfig.class, Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        SpringApplication.run(WaarIsWallyApplication.class, arguments);
    }
}

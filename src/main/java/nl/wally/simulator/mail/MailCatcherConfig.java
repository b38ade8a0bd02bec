package nl.wally.simulator.mail;

import nl.wally.mail.MailServer;
import nl.wally.simulator.WithDemoRegion;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Wires the catcher, and the door of its page: in the demo region only, and not where a real mail server is named. */
@Configuration(proxyBeanMethods = false)
@WithDemoRegion
@ConditionalOnExpression(MailCatcherConfig.NO_MAIL_SERVER)
class MailCatcherConfig {
    static final String NO_MAIL_SERVER = "'${wally.mail.host:}'.isBlank()";

    /** Before the chain of FHIR (30): it names a door of its own. */
    private static final int CATCHER = 26;

    @Bean
    MailCatcher mailCatcher() {
        return new MailCatcher();
    }

    @Bean
    MailServer mailServer(MailCatcher catcher) {
        return catcher.server();
    }

    /** Open: what is caught says nothing of anybody, and its links ask who follows them. */
    @Bean
    @Order(CATCHER)
    SecurityFilterChain catcherChain(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityMatcher(PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.GET, CaughtMailController.PATH + "/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}

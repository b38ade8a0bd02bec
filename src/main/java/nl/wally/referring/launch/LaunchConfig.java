package nl.wally.referring.launch;

import nl.wally.people.Doorstep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the doors for launches. */
@Configuration(proxyBeanMethods = false)
class LaunchConfig {
    @Bean
    Doorstep jwtDoorstep() {
        return new Doorstep(JwtLaunchController.PATH);
    }
}

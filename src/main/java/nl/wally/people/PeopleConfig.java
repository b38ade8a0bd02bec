package nl.wally.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.ServerKeys;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller.Capacity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the sign-in of people, and the doors of all pages behind it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PeopleProperties.class)
class PeopleConfig {
    static final String SIGN_IN = "/sign-in";
    static final String ACCOUNT = "/sign-in/account";
    /** Where the browser leaves for the provider, and where it comes back. */
    static final String LEAVE_BASE = "/sign-in/with";

    static final String LEAVE = LEAVE_BASE + "/" + OutsideProvider.ID;
    static final String CALLBACK = "/sign-in/callback";
    static final String SIGN_OUT = "/sign-out";
    static final String ME = "/me";
    static final String ROLE = "/me/role";
    static final String HOME = "/home";
    static final String ASSETS = "/assets";

    /** Before the chain of FHIR (30): it names doors of its own. */
    private static final int PEOPLE = 27;

    private static final String HAS_PROVIDER = "!'${wally.people.issuer:}'.isBlank()";
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** Everybody who may sign in has an account to look at. */
    @Bean
    Room me() {
        return new Room(
                ME,
                Set.of(
                        Capacity.PRACTICE,
                        Capacity.SOCIAL_WORKER,
                        Capacity.COORDINATOR,
                        Capacity.PRIVACY_OFFICER,
                        Capacity.OPERATOR));
    }

    @Bean
    @ConditionalOnExpression(HAS_PROVIDER)
    OutsideProvider outsideProvider(PeopleProperties settings, FhirProperties fhir) {
        return new OutsideProvider(settings, fhir);
    }

    @Bean
    @ConditionalOnExpression(HAS_PROVIDER)
    ProviderSignIn providerSignIn(
            OutsideProvider provider, Reception reception, ServerKeys keys, PeopleProperties settings, Clock clock) {
        return new ProviderSignIn(provider, reception, keys, settings, clock);
    }

    @Bean
    @ConditionalOnExpression(HAS_PROVIDER)
    JwtDecoderFactory<ClientRegistration> idTokens(ProviderSignIn signIn) {
        return signIn.idTokens();
    }

    @Bean
    Positions positions(DataSource database, PlatformTransactionManager transactions) {
        return new Positions(JdbcClient.create(database), new TransactionTemplate(transactions));
    }

    @Bean
    Sessions sessions(DataSource database, Custodies custodies, PeopleProperties settings, Clock clock) {
        return new Sessions(JdbcClient.create(database), custodies, settings, clock);
    }

    @Bean
    Screens screens(PeopleProperties settings, List<Room> rooms) {
        return new Screens(settings.origin(), rooms);
    }

    @Bean
    Paper paper() {
        return new Paper();
    }

    @Bean
    Register register(Trail trail) {
        return new Register(trail);
    }

    @Bean
    Reception reception(
            Positions positions,
            Sessions sessions,
            Screens screens,
            Register register,
            Luggage luggage,
            PeopleProperties settings) {
        return new Reception(positions, sessions, screens, register, luggage, settings);
    }

    @Bean
    Luggage luggage(ServerKeys keys, Clock clock) {
        return new Luggage(new Seal(() -> keys.get("luggage"), clock));
    }

    /** For launches, which leave for a HIS as a sign-in leaves for the provider. */
    @Bean
    UnderWay launchUnderWay(ServerKeys keys, Clock clock) {
        return new UnderWay(Cookies.LAUNCH, new Seal(() -> keys.get("launch-under-way"), clock));
    }

    @Bean
    IdentitiesFile identitiesFile(Positions positions, PeopleProperties settings) {
        return new IdentitiesFile(positions, Optional.ofNullable(settings.identitiesFile()));
    }

    @Bean
    @Order(PEOPLE)
    SecurityFilterChain peopleChain(
            HttpSecurity http,
            List<Room> rooms,
            ObjectProvider<Doorstep> doorsteps,
            Sessions sessions,
            Screens screens,
            Register register,
            FhirProperties fhir,
            Optional<OutsideProvider> provider,
            Optional<ProviderSignIn> signIn,
            Optional<Accounts> accounts)
            throws Exception {
        Doorkeeper door = new Doorkeeper(screens, register);
        RequestMatcher[] steps = matchers(doorsteps.stream().map(Doorstep::path));
        RequestMatcher open =
                new OrRequestMatcher(Stream.concat(open(provider.isPresent(), accounts.isPresent()), Stream.of(steps))
                        .toList());
        RequestMatcher[] behind =
                matchers(Stream.concat(Stream.of(HOME, ROLE), rooms.stream().map(Room::path)));
        http.securityMatcher(
                new OrRequestMatcher(open, new OrRequestMatcher(behind), PATHS.matcher(HttpMethod.POST, SIGN_OUT)));
        http.addFilterAfter(new OutOfReach(door, screens, provider), HeaderWriterFilter.class)
                .securityContext(context -> context.securityContextRepository(new SessionContexts(sessions)))
                .sessionManagement(policy -> policy.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(forms -> forms.csrfTokenRepository(new FormTokens()).ignoringRequestMatchers(steps))
                .logout(leaving -> leaving.logoutUrl(SIGN_OUT)
                        .logoutSuccessHandler(new SignOut(sessions, register, provider, fhir)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(door).accessDeniedHandler(door))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(open).permitAll();
                    requests.requestMatchers(PATHS.matcher(HOME), PATHS.matcher(ROLE))
                            .authenticated();
                    rooms.forEach(room ->
                            requests.requestMatchers(PATHS.matcher(room.path())).hasAnyAuthority(room.authorities()));
                    requests.anyRequest().denyAll();
                });
        if (signIn.isPresent()) {
            signIn.get().join(http, door);
        }
        return http.build();
    }

    private static RequestMatcher[] matchers(Stream<String> paths) {
        return paths.map(PATHS::matcher).toArray(RequestMatcher[]::new);
    }

    private static Stream<RequestMatcher> open(boolean provider, boolean accounts) {
        return Stream.of(
                        Stream.of(PATHS.matcher(HttpMethod.GET, SIGN_IN), PATHS.matcher(HttpMethod.GET, ASSETS + "/*")),
                        provider
                                ? Stream.of(
                                        PATHS.matcher(HttpMethod.GET, LEAVE), PATHS.matcher(HttpMethod.GET, CALLBACK))
                                : Stream.<PathPatternRequestMatcher>empty(),
                        accounts
                                ? Stream.of(PATHS.matcher(HttpMethod.POST, ACCOUNT))
                                : Stream.<PathPatternRequestMatcher>empty())
                .flatMap(doors -> doors)
                .map(door -> (RequestMatcher) door);
    }
}

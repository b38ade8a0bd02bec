package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import nl.wally.ServerIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.web.FilterChainProxy;

/** Spring Security does what its chains say, and nothing before that. */
class NoLookUpOfPagesIT extends ServerIT {
    @Autowired
    @Qualifier("springSecurityFilterChain")
    private Filter security;

    /** The class that looks up is one of those that Spring Security has for Spring MVC alone. */
    @Test
    void nothingIsLookedUpBeforeTheChains() {
        assertThat(security).isInstanceOf(FilterChainProxy.class);
        assertThat(security.getClass().getName()).doesNotContain("WebMvc");
    }
}

package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.ServerIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/** Spring Security does what its chains say, and asks Spring MVC nothing before that. */
class NoLookUpOfPagesIT extends ServerIT {
    @Autowired
    private ApplicationContext context;

    @Test
    void nobodyIsThereToLookPagesUp() {
        assertThat(context.getBeanNamesForType(HandlerMappingIntrospector.class))
                .isEmpty();
        assertThat(context.getBean("springSecurityFilterChain").getClass().getName())
                .doesNotContain("Composite");
    }
}

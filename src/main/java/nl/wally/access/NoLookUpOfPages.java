package nl.wally.access;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;

/**
 * Keeps Spring Security from looking up, for every request, which method of which page would answer it. It does that for
 * matchers that ask Spring MVC, of which this server has none: its chains match by path. Of a poll a twelfth of the
 * processor's time went there, and more of a refusal. Spring Security 7 does not do it any more
 * (https://github.com/spring-projects/spring-security/issues/16886).
 */
final class NoLookUpOfPages implements BeanDefinitionRegistryPostProcessor, Ordered {
    /** Where this is not defined Spring Security leaves its chain as it is. */
    private static final String INTROSPECTOR = "mvcHandlerMappingIntrospector";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(INTROSPECTOR)) {
            registry.removeBeanDefinition(INTROSPECTOR);
        }
    }

    /** Any order comes before that of Spring Security, which names none. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
